package chevet.model.staff;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes over the wire, letter by letter, and what a card signs, byte by byte. */
final class StaffJsonTest {
    private static final Instant AT = Instant.parse("2026-11-21T11:30:00Z");

    private static final StaffSession SESSION =
            new StaffSession(
                    "s-1",
                    "secret",
                    "S. Martin",
                    "nurse",
                    Texts.french("Infirmier"),
                    Set.of(new Permission(Resource.DIET, Action.READ)),
                    Optional.of(new StayId("stay-1")),
                    AT,
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(30),
                    Standing.PIN,
                    false,
                    Optional.empty());

    @Test
    void aSessionGoesThereAndBack() {
        Body body = WireCodec.body(SESSION);
        assertThat(body.json())
                .isEqualTo(
                        """
                        {"id":"s-1","token":"secret","name":"S. Martin","profile":"nurse",\
                        "trade":{"fr":"Infirmier","en":null,"ar":null},\
                        "permissions":[{"resource":"DIET","action":"READ"}],"stay":"stay-1",\
                        "until":"2026-11-21T11:30:00Z","idle":"PT2M","warning":"PT30S",\
                        "standing":"PIN","mayBreakGlass":false,"emergencyUntil":null}""");
        assertThat(WireCodec.lenient(body, StaffSession.class)).isEqualTo(SESSION);
    }

    @Test
    void asksAndEventsGoThereAndBack() {
        Proof proof = new Proof("n", "c", "s");
        for (Object each :
                List.of(
                        new StaffAsks.Challenge(Purpose.GRACE),
                        new Nonce("AAAA", AT),
                        proof,
                        new StaffAsks.WrongPin("c", 2),
                        new StaffAsks.Tries(2),
                        new StaffAsks.Held("t"),
                        new StaffAsks.Ended(),
                        new BreakGlass("t", BreakGlass.Cause.OTHER, "w", Optional.of(proof)),
                        new SessionEnd("s-1", SessionEnd.Why.WITHDRAWN, AT),
                        new RecordAccess(
                                List.of(
                                        new RecordAccess.Opening(
                                                Texts.french("Médecin"), AT, true))))) {
            assertThat(WireCodec.strict(WireCodec.body(each), each.getClass())).isEqualTo(each);
        }
    }

    @Test
    void noSecretAndNoNameStandsInALog() {
        assertThat(SESSION.toString()).isEqualTo("StaffSession[s-1]");
        assertThat(new StaffAsks.Held("secret").toString()).doesNotContain("secret");
        assertThat(new Proof("n", "cert", "sig").toString()).doesNotContain("cert");
        assertThat(
                        new BreakGlass(
                                        "secret",
                                        BreakGlass.Cause.OTHER,
                                        "Mme Martin",
                                        Optional.empty())
                                .toString())
                .isEqualTo("BreakGlass[OTHER]");
    }

    @Test
    void aCardSignsVersionTerminalNonceAndPurpose() {
        byte[] nonce = new byte[LoginText.NONCE];
        nonce[0] = 1;
        byte[] text = LoginText.of(new TerminalId("t-214-F"), nonce, Purpose.BREAK_GLASS);
        assertThat(HexFormat.of().formatHex(text))
                .isEqualTo(
                        hex("chevet-login-v1")
                                + "00"
                                + hex("t-214-F")
                                + "0001"
                                + "00".repeat(31)
                                + "00"
                                + hex("break-glass"));
        assertThat(LoginText.digest(new TerminalId("t-214-F"), nonce, Purpose.LOGIN))
                .hasSize(32)
                .isNotEqualTo(LoginText.digest(new TerminalId("t-214-F"), nonce, Purpose.GRACE));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
