package chevet.terminal.link;

import static chevet.terminal.link.OneTerminal.STAY;
import static chevet.terminal.link.OneTerminal.live;
import static chevet.terminal.link.OneTerminal.occupancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.ErasuresOwed;
import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Command;
import chevet.model.wire.Cursor;
import chevet.model.wire.Event;
import chevet.model.wire.WireCodec;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal's signed word that it has erased a stay, whenever it is killed. */
class ReceiptTest {
    private static final TerminalId TERMINAL = new TerminalId("t-1");

    @TempDir private static Path authority;
    private static Identity identity;

    @TempDir private Path directory;

    @BeforeAll
    static void issue() {
        identity = CertificateAuthority.in(authority, Clock.systemUTC()).terminal(TERMINAL);
    }

    private static Optional<Witness> witness() {
        return Optional.of(
                new Witness(TERMINAL, new BedId("214-F"), identity.certificate(), identity.key()));
    }

    private OneTerminal terminal(TerminalKeys keys) {
        return new OneTerminal(new SqliteStore(directory.resolve("terminal.db")), keys, witness());
    }

    private static List<WipeReceipt> receipts(OneTerminal terminal) {
        return receipts(terminal.wire.commands());
    }

    private static List<WipeReceipt> receipts(List<Command> sent) {
        return sent.stream()
                .filter(command -> command.type().equals(WipeReceipt.TYPE))
                .map(Command::body)
                .map(body -> WireCodec.strict(body, WipeReceipt.class))
                .distinct()
                .toList();
    }

    @Test
    void whoLeavesIsErasedAndTheReceiptIsSigned() throws GeneralSecurityException {
        OneTerminal terminal = terminal(new MemoryKeys()).occupied();
        terminal.say(live(occupancy(2, 1, Optional.empty())));

        List<WipeReceipt> receipts = receipts(terminal);
        assertThat(receipts).hasSize(1);
        WipeReceipt receipt = receipts.getFirst();
        assertThat(receipt.stay()).isEqualTo(STAY);
        assertThat(receipt.waiting()).isZero();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(identity.certificate());
        signature.update(receipt.signed(TERMINAL).getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(receipt.signature()))).isTrue();
        assertThat(terminal.keys.stays()).isEmpty();
        terminal.store.close();
    }

    @Test
    void killedBehindTheErasingItGivesTheReceiptAtTheNextStart() {
        MemoryKeys keys = new MemoryKeys();
        OneTerminal terminal = terminal(new DyingKeys(keys, Moment.ERASED)).occupied();
        terminal.tap("never sent");
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        assertThatThrownBy(() -> terminal.time.run(Farewells.LEAVE)).isInstanceOf(Killed.class);
        terminal.store.close();
        assertThat(keys.stays()).isEmpty();

        OneTerminal again = terminal(keys).connected();
        List<Command> sent = again.wire.commands();
        assertThat(receipts(sent))
                .singleElement()
                .satisfies(
                        receipt -> {
                            assertThat(receipt.stay()).isEqualTo(STAY);
                            assertThat(receipt.waiting()).isEqualTo(1);
                        });
        sent.forEach(again::accept);
        again.store.close();

        OneTerminal third = terminal(keys).connected();
        assertThat(receipts(third)).isEmpty();
        third.store.close();
    }

    @Test
    void killedBeforeTheErasingItErasesAtTheNextStart() {
        MemoryKeys keys = new MemoryKeys();
        OneTerminal terminal = terminal(new DyingKeys(keys, Moment.ERASING)).occupied();
        assertThatThrownBy(() -> terminal.say(live(occupancy(2, 1, Optional.empty()))))
                .isInstanceOf(Killed.class);
        terminal.store.close();
        assertThat(keys.stays()).containsExactly(STAY);

        OneTerminal again = terminal(keys).connected();
        assertThat(keys.stays()).isEmpty();
        assertThat(receipts(again)).extracting(WipeReceipt::stay).containsExactly(STAY);
        again.store.close();
    }

    @Test
    void killedBeforeAnArrivalIsNotedItsReceiptIsNotThatOfTheLeaving() {
        MemoryKeys keys = new MemoryKeys();
        OneTerminal terminal = terminal(new DyingKeys(keys, Moment.MADE));
        assertThatThrownBy(terminal::occupied).isInstanceOf(Killed.class);
        terminal.store.close();
        assertThat(keys.stays()).containsExactly(STAY);

        OneTerminal again = terminal(keys).occupied();
        again.say(live(occupancy(2, 1, Optional.empty())));
        assertThat(receipts(again))
                .extracting(WipeReceipt::known)
                .containsExactly(Optional.of(Cursor.NONE), Optional.of(new Cursor("e1", 2)));
        again.store.close();
    }

    @Test
    void whoIsBackIsNotErasedForAnOldFarewell() throws IOException {
        MemoryKeys keys = new MemoryKeys();
        OneTerminal terminal = terminal(keys).occupied();
        terminal.store.commit(List.of(new TerminalStore.Write.BeginFarewell(STAY, 0)));
        terminal.store.close();

        OneTerminal again = terminal(keys).connected();
        assertThat(keys.stays()).containsExactly(STAY);
        assertThat(receipts(again)).isEmpty();
        assertThat(again.store.open("s").farewells()).isEmpty();
        again.store.close();
    }

    @Test
    void asksOfTheServerAreAnsweredThoughNobodyKnowsTheStayHere() {
        StayId unknown = new StayId("st-9");
        OneTerminal terminal = terminal(new MemoryKeys()).occupied();
        terminal.say(live(owed(2, 1, Set.of(unknown, STAY))));
        assertThat(receipts(terminal)).extracting(WipeReceipt::stay).containsExactly(unknown);
        assertThat(terminal.keys.stays()).as("who lies here stays").containsExactly(STAY);

        terminal.say(live(owed(3, 2, Set.of(unknown))));
        assertThat(receipts(terminal)).as("said once").isEmpty();
        terminal.store.close();
    }

    private static Event owed(long number, long after, Set<StayId> stays) {
        return new Event(
                OneTerminal.OWN,
                number,
                after,
                ErasuresOwed.KEY,
                ErasuresOwed.TYPE,
                Optional.of(WireCodec.body(new ErasuresOwed(stays))),
                OneTerminal.NOON);
    }

    /** The power goes. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private enum Moment {
        MADE,
        ERASING,
        ERASED
    }

    /** Keys of a program that is killed just behind making one, or before or behind destroying. */
    private record DyingKeys(MemoryKeys keys, Moment moment) implements TerminalKeys {
        @Override
        public void make(StayId stay) {
            keys.make(stay);
            if (moment == Moment.MADE) {
                throw new Killed();
            }
        }

        @Override
        public Set<StayId> stays() {
            return keys.stays();
        }

        @Override
        public byte[] seal(StayId stay, String place, byte[] plain) {
            return keys.seal(stay, place, plain);
        }

        @Override
        public byte[] open(StayId stay, String place, byte[] sealed) {
            return keys.open(stay, place, sealed);
        }

        @Override
        public void destroy(StayId stay) {
            if (moment == Moment.ERASED) {
                keys.destroy(stay);
            }
            throw new Killed();
        }
    }
}
