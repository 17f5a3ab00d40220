package chevet.config;

import chevet.model.staff.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code [staff]}. */
final class StaffSection {
    private StaffSection() {}

    static StaffConfig read(Section root, Locale locale) {
        Optional<Section> found = root.optionalTable("staff");
        if (found.isEmpty()) {
            return new StaffConfig(Optional.empty(), ProfileFile.builtIn(), false);
        }
        Section staff = found.get();
        Optional<Path> ca =
                staff.has("ca") ? Optional.of(staff.path("ca")) : Optional.<Path>empty();
        ca.filter(file -> !holdsCertificates(file))
                .ifPresent(file -> staff.fault("ca", "no-certificate", file.getFileName()));
        StaffConfig config = new StaffConfig(ca, profiles(staff, locale), staff.mark("offline"));
        staff.end();
        return config;
    }

    private static List<Profile> profiles(Section staff, Locale locale) {
        if (!staff.has("profiles")) {
            return ProfileFile.builtIn();
        }
        return switch (ProfileFile.read(staff.path("profiles"), locale)) {
            case Reading.Good<List<Profile>>(List<Profile> profiles) -> profiles;
            case Reading.Faulty<List<Profile>>(List<Problem> problems) -> {
                staff.faults(problems);
                yield List.of();
            }
        };
    }

    private static boolean holdsCertificates(Path file) {
        try (var in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }
}
