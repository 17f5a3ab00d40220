package chevet.cardroom;

import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Gives out cards. */
public final class Hospital {
    public static final String PIN = "4711";

    private final CertificateAuthority authority;
    private final Path cards;

    /**
     * @param keys where its authority lives
     * @param cards where cards are put
     */
    public Hospital(Path keys, Path cards) {
        this(CertificateAuthority.in(keys, Clock.systemUTC()), cards);
    }

    public Hospital(CertificateAuthority authority, Path cards) {
        this.authority = authority;
        this.cards = cards;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** A card that is in order. */
    public Given give(String name) {
        Given given = new Given(authority.holder(name + " 9A"), authority.holder(name + " 9E"));
        write(name, given, given);
        return given;
    }

    /** What can be read from a card is copied onto another, whose keys are its own. */
    public void clone(String name, Given of) {
        write(name, of, give(name));
    }

    private void write(String name, Given certificates, Given keys) {
        try {
            Path folder = Files.createDirectories(cards.resolve(name));
            Files.writeString(folder.resolve("9a.pem"), certificates.login().certificatePem());
            Files.writeString(folder.resolve("9a-key.pem"), keys.login().keyPem());
            Files.writeString(folder.resolve("9e.pem"), certificates.presence().certificatePem());
            Files.writeString(folder.resolve("9e-key.pem"), keys.presence().keyPem());
            Files.writeString(folder.resolve("card.properties"), "pin=" + PIN + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both keys of one card. */
    public record Given(Identity login, Identity presence) {}
}
