package chevet.terminal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every touch of a file, of SQL and of the network asks whether this thread may. */
class ApartTest {
    private static final StayId STAY = new StayId("st-1");

    @TempDir Path directory;

    /** The thread that draws, from when the test says so. */
    private boolean drawing;

    private final Apart apart = Apart.from(() -> drawing);

    @Test
    void theThreadThatDrawsDoesNotTouchTheStore() {
        try (SqliteStore store = new SqliteStore(directory.resolve("terminal.db"), apart)) {
            store.open("series");
            refused(
                    () -> store.open("series"),
                    () -> store.commit(List.of()),
                    store::wipe,
                    store::close,
                    () -> new SqliteStore(directory.resolve("other.db"), apart));
            assertThat(directory.resolve("other.db")).doesNotExist();
            store.commit(List.of());
        }
    }

    @Test
    void theThreadThatDrawsDoesNotTouchTheKeys() {
        FileKeys keys = new FileKeys(directory, apart);
        keys.make(STAY);
        byte[] sealed = keys.seal(STAY, "here", new byte[] {1});
        refused(
                () -> keys.make(STAY),
                keys::stays,
                () -> keys.seal(STAY, "here", new byte[] {1}),
                () -> keys.open(STAY, "here", sealed),
                () -> keys.destroy(STAY),
                () -> new FileKeys(directory, apart));
        assertThat(keys.open(STAY, "here", sealed)).containsExactly(1);
    }

    @Test
    void theThreadThatDrawsDoesNotTouchTheNetwork() throws Exception {
        PahoWire wire =
                new PahoWire(
                        "localhost",
                        1,
                        OneTerminal.IDENTITY.terminal(),
                        SSLContext.getDefault(),
                        apart);
        TerminalWire.Offer offer = new TerminalWire.Offer(List.of(), "will", Bytes.of(new byte[0]));
        refused(() -> wire.open(offer, new HandListener()));
    }

    private void refused(ThrowingCallable... touches) {
        drawing = true;
        Stream.of(touches)
                .forEach(
                        touch ->
                                assertThatThrownBy(touch)
                                        .isInstanceOf(IllegalStateException.class));
        drawing = false;
    }

    private static final class HandListener implements TerminalWire.Listener {
        @Override
        public void connected(int receiveMaximum) {
            throw new AssertionError("opened");
        }

        @Override
        public void received(String topic, byte[] payload) {
            throw new AssertionError("opened");
        }

        @Override
        public void lost() {
            throw new AssertionError("opened");
        }
    }
}
