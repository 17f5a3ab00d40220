package chevet.ward.staff;

import chevet.config.StaffConfig;
import chevet.model.place.TerminalId;
import chevet.model.staff.LoginText;
import chevet.model.staff.Profile;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.Slot;
import chevet.model.staff.StaffRefusal;
import chevet.model.wire.Signed;
import chevet.ward.pki.CardTrust;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Judges what a card has signed: certificate, key, signature, then the directory. */
final class CardCheck {
    /** Wrong PINs after which a card opens nothing. */
    static final int TRIES = 3;

    private static final String UNKNOWN = "card/unknown";

    private final StaffStore store;
    private final StaffConfig config;
    private final Optional<CardTrust> trust;
    private final ZoneId zone;

    /**
     * @param zone in which a person's first and last day are meant
     */
    CardCheck(StaffStore store, StaffConfig config, Optional<CardTrust> trust, ZoneId zone) {
        this.store = store;
        this.config = config;
        this.trust = trust;
        this.zone = zone;
    }

    /**
     * @param given the nonce that the proof has used up
     */
    Checked check(
            Handle handle, TerminalId terminal, Challenges.Given given, Proof proof, Instant now) {
        Optional<X509Certificate> read = certificate(proof.certificate());
        byte[] signature = bytes(proof.signature());
        if (read.isEmpty() || signature.length == 0) {
            return refused(StaffRefusal.UNREADABLE, UNKNOWN);
        }
        Optional<StaffRefusal> untrusted = untrusted(read.get(), now);
        if (untrusted.isPresent()) {
            return refused(untrusted.get(), UNKNOWN);
        }
        PublicKey key = read.get().getPublicKey();
        Optional<Card> card = store.byKey(handle, word(key));
        if (card.isEmpty()) {
            return refused(StaffRefusal.UNKNOWN_CARD, UNKNOWN);
        }
        String actor = "card/" + card.get().serial();
        Slot slot = word(key).equals(card.get().key9a()) ? Slot.PIN_9A : Slot.TAP_9E;
        if (slot != given.purpose().slot()) {
            return refused(StaffRefusal.WRONG_KEY, actor);
        }
        byte[] text = LoginText.of(terminal, given.nonce(), given.purpose());
        if (!Signed.by(key, text, signature)) {
            return refused(StaffRefusal.BAD_SIGNATURE, actor);
        }
        return holder(handle, card.get(), now);
    }

    /**
     * What a card signed for a terminal that could not ask, judged as of then.
     *
     * @param proof its nonce is the terminal's own
     */
    Checked offline(Handle handle, TerminalId terminal, Proof proof, Instant then) {
        byte[] nonce = nonce(proof.nonce());
        if (nonce.length != LoginText.NONCE) {
            return refused(StaffRefusal.UNREADABLE, UNKNOWN);
        }
        return check(
                handle,
                terminal,
                new Challenges.Given(terminal, Purpose.OFFLINE, nonce, then),
                proof,
                then);
    }

    /** The card of which this is the certificate of key 9A, believed as for a login. */
    Optional<Card> ofPinKey(Handle handle, String certificate, Instant now) {
        return certificate(certificate)
                .filter(read -> untrusted(read, now).isEmpty())
                .map(read -> word(read.getPublicKey()))
                .flatMap(key -> store.byKey(handle, key).filter(c -> c.key9a().equals(key)));
    }

    private Checked holder(Handle handle, Card card, Instant now) {
        Optional<Person> person = store.person(handle, card.person());
        String actor = "staff/" + card.person();
        if (card.withdrawn().isPresent()) {
            return refused(StaffRefusal.WITHDRAWN, actor);
        }
        if (store.tries(handle, card.serial()) >= TRIES) {
            return refused(StaffRefusal.LOCKED, actor);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (person.isEmpty() || !person.get().employed(today)) {
            return refused(StaffRefusal.NOT_EMPLOYED, actor);
        }
        Optional<Profile> profile = config.profile(person.get().profile());
        return profile.isPresent()
                ? new Checked.Known(card, person.get(), profile.get())
                : refused(StaffRefusal.NOT_PERMITTED, actor);
    }

    private Optional<StaffRefusal> untrusted(X509Certificate certificate, Instant now) {
        if (trust.isEmpty()) {
            return Optional.of(StaffRefusal.NOT_CONFIGURED);
        }
        return switch (trust.get().judge(certificate, now)) {
            case TRUSTED -> Optional.empty();
            case UNKNOWN -> Optional.of(StaffRefusal.UNKNOWN_CA);
            case NOT_NOW -> Optional.of(StaffRefusal.NOT_VALID_NOW);
        };
    }

    private static Optional<X509Certificate> certificate(String base64) {
        return CardTrust.certificate(bytes(base64));
    }

    /** A key as the directory keeps it. */
    static String word(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] nonce(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Checked refused(StaffRefusal why, String actor) {
        return new Checked.Refused(why, actor);
    }
}
