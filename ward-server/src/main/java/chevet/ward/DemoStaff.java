package chevet.ward;

import chevet.model.text.Language;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import chevet.ward.pki.SecretFile;
import chevet.ward.staff.By;
import chevet.ward.staff.StaffDirectory;
import chevet.ward.staff.StaffImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * The demo's staff: an authority of cards, and a directory for each card with what a virtual card
 * holds: {@code card.properties} (serial, name, pin, what), {@code 9a.pem}, {@code 9a-key.pem},
 * {@code 9e.pem}, {@code 9e-key.pem}. The keys are no secret: everybody has this demo.
 */
final class DemoStaff {
    /** The directory of the cards, beneath the demo's. */
    static final String CARDS = "cards";

    /** Of every demo card. */
    static final String PIN = "1234";

    private static final String AUTHORITY = "staff-ca";

    /**
     * A card and who has it.
     *
     * @param directory its name beneath {@link #CARDS}
     * @param wards as in the file of staff
     * @param what it shows, in a few words
     */
    private record DemoCard(
            String directory,
            String serial,
            String person,
            String name,
            String profile,
            String wards,
            String what) {}

    private static final String LOST = "D-0007";

    private static final List<DemoCard> ALL =
            List.of(
                    card("infirmiere", "D-0001", "S. Martin", "nurse", "ophtalmo", "infirmière"),
                    card("medecin", "D-0002", "Dr Lefèvre", "doctor", "ophtalmo", "médecin"),
                    card("dieteticienne", "D-0003", "C. Petit", "dietitian", "*", "diététicienne"),
                    card(
                            "aide",
                            "D-0004",
                            "K. Diallo",
                            "nursing-assistant",
                            "ophtalmo",
                            "aide-soignante"),
                    card(
                            "renfort",
                            "D-0005",
                            "A. Garnier",
                            "nurse",
                            "",
                            "infirmière d'un autre service : rien sans bris de glace"),
                    card("entretien", "D-0006", "M. Costa", "cleaning", "*", "bionettoyage"),
                    card("perdue", LOST, "J. Morel", "nurse", "ophtalmo", "carte perdue"));

    private final Path cards;
    private final CertificateAuthority authority;

    /**
     * @param demo the demo's directory
     */
    DemoStaff(Path demo) {
        this.cards = demo.resolve(CARDS);
        this.authority = authority(demo);
    }

    private static DemoCard card(
            String directory,
            String serial,
            String name,
            String profile,
            String wards,
            String what) {
        return new DemoCard(directory, serial, "demo-" + directory, name, profile, wards, what);
    }

    private static CertificateAuthority authority(Path demo) {
        return CertificateAuthority.in(demo.resolve(AUTHORITY), InstantSource.system());
    }

    /** Names the authority of the cards in the ward's configuration, where it names none. */
    static void configure(Path demo, Path ward) throws IOException {
        authority(demo);
        if (!Files.readString(ward).contains("[staff]")) {
            Files.writeString(
                    ward,
                    "\n[staff]\nca = \"" + AUTHORITY + "/ca.pem\"\n",
                    StandardOpenOption.APPEND);
        }
    }

    /** Makes the cards that are not there, and brings their holders into an empty directory. */
    void enrol(StaffDirectory directory) {
        SecretFile.directory(cards);
        ALL.forEach(this::make);
        if (directory.none()) {
            StaffImport result =
                    directory.importFile(
                            "staff.csv",
                            file().getBytes(StandardCharsets.UTF_8),
                            new By("demo", ""),
                            Language.FR);
            if (result instanceof StaffImport.Faulty faulty) {
                throw new IllegalStateException("demo staff: " + faulty.problems());
            }
            directory.withdraw(LOST, new By("demo", ""));
        }
    }

    private void make(DemoCard card) {
        Path own = cards.resolve(card.directory());
        Path properties = own.resolve("card.properties");
        if (Files.exists(properties)) {
            return;
        }
        SecretFile.directory(own);
        for (String slot : List.of("9a", "9e")) {
            Identity identity = authority.holder(card.serial() + " " + slot);
            write(own.resolve(slot + "-key.pem"), identity.keyPem());
            write(own.resolve(slot + ".pem"), identity.certificatePem());
        }
        // Last: where it is there, the rest is.
        write(
                properties,
                """
                serial=%s
                name=%s
                pin=%s
                what=%s
                """
                        .formatted(card.serial(), card.name(), PIN, card.what()));
    }

    /** The holders as a hospital would write them. */
    private String file() {
        StringBuilder csv = new StringBuilder("person;name;profile;wards;card;key_9a;key_9e\n");
        for (DemoCard card : ALL) {
            csv.append(
                    String.join(
                            ";",
                            card.person(),
                            card.name(),
                            card.profile(),
                            card.wards(),
                            card.serial(),
                            key(card, "9a"),
                            key(card, "9e")));
            csv.append('\n');
        }
        return csv.toString();
    }

    /** The open key of that slot. */
    private String key(DemoCard card, String slot) {
        try {
            String pem = Files.readString(cards.resolve(card.directory()).resolve(slot + ".pem"));
            return Base64.getEncoder()
                    .encodeToString(Pem.certificate(pem).getPublicKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        SecretFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
