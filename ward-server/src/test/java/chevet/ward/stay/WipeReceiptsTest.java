package chevet.ward.stay;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.ErasuresOwed;
import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Command;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.sync.CommandHandler.Decision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal's signed word that it has erased somebody, and the alarm without it. */
final class WipeReceiptsTest {
    private static final BedId BED = new BedId("214-P");
    private static final TerminalId TERMINAL = new TerminalId("t-214-P");
    private static final Decision ACCEPTED = new Decision.Accepted();

    @TempDir private static Path keys;
    private static CertificateAuthority authority;
    private static Identity own;
    private static Identity neighbour;
    private static Identity stranger;

    @BeforeAll
    static void issue() {
        authority = CertificateAuthority.in(keys.resolve("ours"), Clock.systemUTC());
        own = authority.terminal(TERMINAL);
        neighbour = authority.terminal(new TerminalId("t-214-F"));
        stranger =
                CertificateAuthority.in(keys.resolve("theirs"), Clock.systemUTC())
                        .terminal(TERMINAL);
    }

    @BothDatabases
    void withoutAReceiptForAMinuteThereIsAnAlarmUntilItComes(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit(BED.value());
        house.stays.watch();
        house.shown.clear();
        house.stays.discharge(stay, "test");
        Instant left = house.clock.instant();

        house.clock.advance(Duration.ofSeconds(59));
        house.stays.watch();
        assertThat(house.stays.lateWipes()).isEmpty();
        assertThat(house.shown).doesNotContain("alerts");

        house.clock.advance(Duration.ofSeconds(1));
        house.stays.watch();
        assertThat(house.stays.lateWipes())
                .singleElement()
                .satisfies(
                        wipe -> {
                            assertThat(wipe.terminal()).isEqualTo(TERMINAL);
                            assertThat(wipe.due()).isEqualTo(left);
                        });
        assertThat(house.shown).contains("alerts", "beds");
        assertThat(asked(house)).contains(new ErasuresOwed(Set.of(stay)));
        house.shown.clear();
        house.stays.watch();
        assertThat(house.shown).as("told once").isEmpty();

        assertThat(say(house, signed(stay, own, left, 2))).isEqualTo(ACCEPTED);
        assertThat(asked(house)).isEmpty();
        house.stays.watch();
        assertThat(house.stays.lateWipes()).isEmpty();
        assertThat(house.shown).contains("alerts", "beds");
        assertThat(house.stays.wipes(TERMINAL))
                .singleElement()
                .satisfies(
                        wipe -> {
                            assertThat(wipe.wiped()).contains(left);
                            assertThat(wipe.received()).contains(house.clock.instant());
                            assertThat(wipe.receipt().orElseThrow()).contains(stay.value());
                        });
    }

    @BothDatabases
    void repeatedReceiptKeepsTheFirstOne(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit(BED.value());
        house.stays.discharge(stay, "test");
        Instant first = house.clock.instant();
        assertThat(say(house, signed(stay, own, first, 0))).isEqualTo(ACCEPTED);
        List<Wipe> kept = house.stays.wipes(TERMINAL);

        house.clock.advance(Duration.ofMinutes(5));
        assertThat(say(house, signed(stay, own, house.clock.instant(), 0))).isEqualTo(ACCEPTED);
        assertThat(house.stays.wipes(TERMINAL)).isEqualTo(kept);
    }

    @BothDatabases
    void receiptOfAnEarlierErasingIsNotTakenForTheDischarges(Databases databases) {
        House house = new House(databases);
        Cursor before = head(house);
        StayId stay = house.admit(BED.value());
        house.stays.discharge(stay, "test");
        Cursor told = head(house);
        assertThat(told.number()).isGreaterThan(before.number());

        Instant at = house.clock.instant();
        assertThat(say(house, signed(stay, own, at, 0, Optional.of(before)))).isEqualTo(ACCEPTED);
        assertThat(house.stays.wipes(TERMINAL))
                .singleElement()
                .satisfies(wipe -> assertThat(wipe.received()).isEmpty());

        assertThat(say(house, signed(stay, own, at, 0, Optional.of(told)))).isEqualTo(ACCEPTED);
        assertThat(house.stays.wipes(TERMINAL))
                .singleElement()
                .satisfies(wipe -> assertThat(wipe.received()).contains(at));
    }

    private static Cursor head(House house) {
        return house.database.write(tx -> house.log.head(tx, StreamId.terminal(TERMINAL))).join();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    e1, 7, true
                    e1, 8, true
                    e1, 6, false
                    e2, 1, true
                    e0, 9, false
                    """)
    void whoHasLoadedItsStreamAnewSinceABackupKnowsOfTheLeaving(
            String epoch, long number, boolean proven) {
        Wipe wipe =
                new Wipe(
                        new StayId("st-1"),
                        TERMINAL,
                        BED,
                        Instant.EPOCH,
                        Optional.of(new Cursor("e1", 7)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(wipe.provenBy(new Cursor(epoch, number), "e2")).isEqualTo(proven);
    }

    @BothDatabases
    void receiptThatIsNotGenuineChangesNothing(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit(BED.value());
        house.stays.discharge(stay, "test");
        house.clock.advance(Wipe.PATIENCE);
        Instant at = house.clock.instant();
        WipeReceipt good = signed(stay, own, at, 0);
        List<WipeReceipt> forged =
                List.of(
                        signed(stay, neighbour, at, 0),
                        signed(stay, stranger, at, 0),
                        new WipeReceipt(
                                stay,
                                BED,
                                at,
                                1,
                                good.known(),
                                good.certificate(),
                                good.signature()),
                        new WipeReceipt(
                                stay,
                                BED,
                                at.minusSeconds(60),
                                0,
                                good.known(),
                                good.certificate(),
                                good.signature()),
                        new WipeReceipt(
                                new StayId("another"),
                                BED,
                                at,
                                0,
                                good.known(),
                                good.certificate(),
                                good.signature()),
                        new WipeReceipt(
                                stay,
                                BED,
                                at,
                                0,
                                Optional.of(new Cursor("e", 9)),
                                good.certificate(),
                                good.signature()),
                        new WipeReceipt(
                                stay, BED, at, 0, good.known(), "no certificate", good.signature()),
                        new WipeReceipt(
                                stay, BED, at, 0, good.known(), good.certificate(), "AAAA"));
        for (WipeReceipt receipt : forged) {
            assertThat(say(house, receipt)).isInstanceOf(Decision.Refused.class);
            assertThat(house.stays.lateWipes()).hasSize(1);
        }
    }

    @BothDatabases
    void whoIsBackBeforeTheReceiptRaisesNoAlarm(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit(BED.value());
        house.stays.setAside(stay);
        house.stays.putBack(stay, BED, "test");
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(house.stays.lateWipes()).isEmpty();

        house.stays.transfer(stay, new BedId("215-P"), "test");
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(house.stays.lateWipes()).extracting(Wipe::terminal).containsExactly(TERMINAL);
    }

    /** What the terminal is asked for. */
    private static Optional<Object> asked(House house) {
        return Optional.ofNullable(
                house.told
                        .getOrDefault(StreamId.terminal(TERMINAL), Map.of())
                        .get(ErasuresOwed.KEY));
    }

    private static Decision say(House house, WipeReceipt receipt) {
        Command command =
                new Command(
                        "c",
                        TERMINAL,
                        "s",
                        1,
                        1,
                        Optional.empty(),
                        receipt.wiped(),
                        WipeReceipt.TYPE,
                        WireCodec.body(receipt));
        WipeReceipts taker = house.stays.receipts(authority.certificate());
        return house.database.write(tx -> taker.handle(command, receipt, tx)).join();
    }

    /** As a terminal of before signed it. */
    private static WipeReceipt signed(StayId stay, Identity by, Instant at, int waiting) {
        return signed(stay, by, at, waiting, Optional.empty());
    }

    /** As the terminal signs it. */
    private static WipeReceipt signed(
            StayId stay, Identity by, Instant at, int waiting, Optional<Cursor> known) {
        try {
            String certificate = base64(by.certificate().getEncoded());
            WipeReceipt unsigned = new WipeReceipt(stay, BED, at, waiting, known, certificate, "");
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(by.key());
            signature.update(unsigned.signed(TERMINAL).getBytes(StandardCharsets.UTF_8));
            return new WipeReceipt(
                    stay, BED, at, waiting, known, certificate, base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
