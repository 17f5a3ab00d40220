package chevet.config;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.staff.Permission;
import chevet.model.staff.Permissions;
import chevet.model.staff.Profile;
import chevet.model.staff.Resource;
import chevet.model.staff.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileFileTest {
    @TempDir private Path directory;

    private static Profile builtIn(String id) {
        return ProfileFile.builtIn().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> words(String id, boolean own, Standing standing) {
        return Permissions.at(builtIn(id), own, standing).stream()
                .map(Permission::word)
                .collect(Collectors.toSet());
    }

    private Reading<List<Profile>> read(String toml) throws IOException {
        Path file = directory.resolve("profiles.toml");
        Files.writeString(file, toml);
        return ProfileFile.read(file, Locale.ENGLISH);
    }

    @Test
    void thereAreTheEightTrades() {
        assertThat(ProfileFile.builtIn().stream().map(Profile::id))
                .containsExactly(
                        "doctor",
                        "nurse",
                        "nursing-assistant",
                        "dietitian",
                        "physiotherapist",
                        "student",
                        "it",
                        "cleaning");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    doctor,            medication:read,     true,  true
                    doctor,            medication:read,     false, false
                    doctor,            films:prescribe,     true,  true
                    doctor,            meals:change,        true,  false
                    nurse,             medication:read,     true,  true
                    nurse,             requests:answer,     true,  true
                    nurse,             requests:answer,     false, false
                    nurse,             cleaning:change,     false, true
                    nurse,             terminal:change,     true,  false
                    nursing-assistant, medication:read,     true,  false
                    nursing-assistant, meals:change,        true,  true
                    nursing-assistant, food-profile:change, true,  false
                    dietitian,         food-profile:change, false, true
                    dietitian,         medication:read,     true,  false
                    dietitian,         observations:read,   true,  false
                    physiotherapist,   flags:read,          false, true
                    physiotherapist,   medication:read,     true,  false
                    student,           medication:read,     true,  false
                    student,           diet:read,           true,  true
                    student,           films:sign-off,      true,  false
                    it,                terminal:change,     false, true
                    it,                banner:read,         true,  false
                    cleaning,          cleaning:change,     false, true
                    cleaning,          banner:read,         true,  false
                    """)
    void tradesDoWhatIsTheirsAndNoMore(String profile, String word, boolean own, boolean may) {
        assertThat(words(profile, own, Standing.PIN).contains(word)).isEqualTo(may);
    }

    @Test
    void onlyDoctorsAndNursesBreakTheGlassAndItReadsTheWholeRecord() {
        Set<String> whole =
                Arrays.stream(Resource.values())
                        .filter(Resource::record)
                        .map(resource -> resource.word() + ":read")
                        .collect(Collectors.toSet());
        assertThat(words("nurse", false, Standing.EMERGENCY)).containsAll(whole);
        assertThat(words("doctor", false, Standing.EMERGENCY)).containsAll(whole);
        assertThat(
                        ProfileFile.builtIn().stream()
                                .filter(profile -> !profile.emergency().isEmpty())
                                .map(Profile::id))
                .containsExactly("doctor", "nurse");
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        Reading<List<Profile>> read =
                read(
                        """
                        [[profile]]
                        id = "nurse"
                        name = { fr = "Infirmier" }
                        own = ["diet:raed", "flying:read"]
                        grace = "2h"

                        [[profile]]
                        id = "nurse"
                        name = { fr = "Médecin" }
                        prescriber = true
                        grace = "5m"
                        everything = true
                        """);
        assertThat(read).isInstanceOf(Reading.Faulty.class);
        assertThat(((Reading.Faulty<?>) read).problems())
                .extracting(problem -> problem.field() + ": " + problem.what())
                .containsExactlyInAnyOrder(
                        "profile[1].own: unknown permission \"diet:raed\"; did you mean"
                                + " \"diet:read\"?",
                        "profile[1].own: unknown permission \"flying:read\": write for example"
                                + " \"diet:read\" or \"films:sign-off\"",
                        "profile[1].grace: an hour at the most: \"60m\"",
                        "profile[2].id: this profile exists already: \"nurse\"",
                        "profile[2].grace: a prescriber gives the PIN each time: leave \"0s\"",
                        "profile[2].everything: unknown key; the keys possible here are id, name,"
                                + " prescriber, own, any, break-glass, grace");
    }
}
