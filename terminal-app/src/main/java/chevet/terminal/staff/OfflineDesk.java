package chevet.terminal.staff;

import chevet.model.staff.LoginText;
import chevet.model.staff.Nonce;
import chevet.model.staff.OfflineLogin;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.StaffCopy;
import chevet.model.staff.StaffList;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Signed;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Decides by the signed list of staff while the ward server cannot be asked. What it opens reads
 * what the terminal knows of the stay, is on its way to the audit before it is shown, and is over
 * when the list is. Not on the JavaFX thread.
 */
final class OfflineDesk {
    /** As the server's own sessions. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration WARNING = Duration.ofSeconds(30);

    private final StaffPorts ports;
    private final SureTime time;

    OfflineDesk(StaffPorts ports, SureTime time) {
        this.ports = ports;
        this.time = time;
    }

    /** What is here of a list. */
    sealed interface Known {
        /** None that the ward has signed: the site does not allow it. */
        record Nothing() implements Known {}

        /** One that was written too long ago. */
        record Old() implements Known {}

        record Usable(StaffList list) implements Known {}
    }

    /** What came of a card and its code. */
    sealed interface Result {
        record Opened(StaffSession session) implements Result {}

        /**
         * @param key of the words that say why
         */
        record Refused(String key) implements Result {}
    }

    Known known() {
        Optional<StaffCopy> copy =
                ports.replica().one(StreamId.Kind.WARD, StaffCopy.KEY, StaffCopy.class);
        Optional<StaffList> list = copy.filter(this::signed).flatMap(OfflineDesk::read);
        if (list.isEmpty()) {
            return new Known.Nothing();
        }
        time.notBefore(list.get().at());
        return time.now().isBefore(end(list.get()))
                ? new Known.Usable(list.get())
                : new Known.Old();
    }

    /** Writes the time down where a list is here: a restart must not make it younger. */
    void keepTime() {
        if (ports.replica().one(StreamId.Kind.WARD, StaffCopy.KEY, StaffCopy.class).isPresent()) {
            time.keep();
        }
    }

    /** Whether the session has lasted as long as it may; in memory only. */
    boolean over(StaffSession session) {
        return session.standing() == Standing.OFFLINE && !time.now().isBefore(session.until());
    }

    /**
     * Opens a session, once it is on its way to the audit.
     *
     * @param proof over a nonce of this terminal's own
     */
    CompletableFuture<Result> login(Proof proof) {
        return switch (known()) {
            case Known.Nothing _ -> refused(Refusals.SILENCE);
            case Known.Old _ -> refused(Refusals.OLD);
            case Known.Usable(StaffList list) -> login(list, proof);
        };
    }

    private CompletableFuture<Result> login(StaffList list, Proof proof) {
        Optional<X509Certificate> certificate = certificate(proof.certificate());
        Optional<StaffList.Entry> entry =
                certificate.map(read -> base64(read.getPublicKey().getEncoded())).flatMap(list::of);
        if (certificate.isEmpty() || entry.isEmpty()) {
            return refused(Refusals.key(StaffRefusal.UNKNOWN_CARD));
        }
        Optional<StayId> stay = ports.replica().snapshot().stay();
        Optional<StaffRefusal> against = against(certificate.get(), entry.get(), proof, stay);
        if (against.isPresent()) {
            return refused(Refusals.key(against.get()));
        }
        StaffSession session = session(list, entry.get(), stay);
        time.keep();
        return ports.commands()
                .send(
                        Optional.empty(),
                        OfflineLogin.TYPE,
                        new OfflineLogin(session.id(), list.at(), stay, proof))
                .kept()
                .<Result>thenApply(_ -> new Result.Opened(session))
                .exceptionally(_ -> new Result.Refused(Refusals.SILENCE));
    }

    private Optional<StaffRefusal> against(
            X509Certificate certificate,
            StaffList.Entry entry,
            Proof proof,
            Optional<StayId> stay) {
        Instant now = time.now();
        byte[] nonce = new Nonce(proof.nonce(), now).bytes();
        byte[] text = LoginText.of(ports.terminal(), nonce, Purpose.OFFLINE);
        if (!Signed.by(certificate.getPublicKey(), text, bytes(proof.signature()))) {
            return Optional.of(StaffRefusal.BAD_SIGNATURE);
        }
        if (entry.closed().isPresent()) {
            return entry.closed();
        }
        if (!valid(certificate, now)) {
            return Optional.of(StaffRefusal.NOT_VALID_NOW);
        }
        boolean employed =
                entry.from().filter(now::isBefore).isEmpty()
                        && entry.until().filter(end -> !now.isBefore(end)).isEmpty();
        if (!employed) {
            return Optional.of(StaffRefusal.NOT_EMPLOYED);
        }
        return stay.isEmpty() ? Optional.of(StaffRefusal.NOBODY) : Optional.empty();
    }

    private StaffSession session(StaffList list, StaffList.Entry entry, Optional<StayId> stay) {
        String id = UUID.randomUUID().toString();
        Instant longest = time.now().plus(LONGEST);
        return new StaffSession(
                id,
                // No server knows it: what is asked with it is refused.
                id,
                entry.name(),
                entry.profile(),
                entry.trade(),
                entry.permissions(),
                stay,
                longest.isBefore(end(list)) ? longest : end(list),
                IDLE,
                WARNING,
                Standing.OFFLINE,
                false,
                Optional.empty());
    }

    private boolean signed(StaffCopy copy) {
        return ports.seal().signed(copy.signed(), bytes(copy.signature()));
    }

    private static Optional<StaffList> read(StaffCopy copy) {
        try {
            return Optional.of(WireCodec.lenient(new Body(copy.list()), StaffList.class));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private static Instant end(StaffList list) {
        return list.at().plus(StaffList.LASTS);
    }

    private static boolean valid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(String base64) {
        try {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(bytes(base64))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static CompletableFuture<Result> refused(String key) {
        return CompletableFuture.completedFuture(new Result.Refused(key));
    }
}
