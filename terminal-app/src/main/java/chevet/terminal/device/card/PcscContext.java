package chevet.terminal.device.card;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One conversation with pcscd; of one thread, but for {@link #cancel}. */
final class PcscContext implements AutoCloseable {
    /** pcsc-lite's name for "a reader came or went". */
    static final String ANY_READER = "\\\\?PnP?\\Notification";

    private static final long SCOPE_SYSTEM = 2;

    /** SCARD_READERSTATE: pointer, user data, current, event, length of ATR, ATR of 33 bytes. */
    private static final long STATE_SIZE = 80;

    private static final long CURRENT = 16;
    private static final long EVENT = 24;

    private final PcscLibrary library;
    private final long handle;

    private PcscContext(PcscLibrary library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    /**
     * @throws PcscException when pcscd does not run
     */
    static PcscContext establish(PcscLibrary library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            check(
                    "establish",
                    call(
                            library.establishContext(),
                            SCOPE_SYSTEM,
                            MemorySegment.NULL,
                            MemorySegment.NULL,
                            handle));
            return new PcscContext(library, handle.get(JAVA_LONG, 0));
        }
    }

    PcscLibrary library() {
        return library;
    }

    long handle() {
        return handle;
    }

    /** Names of the readers that are plugged in. */
    List<String> readers() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            int first =
                    call(
                            library.listReaders(),
                            handle,
                            MemorySegment.NULL,
                            MemorySegment.NULL,
                            length);
            if (first == PcscException.NO_READERS) {
                return List.of();
            }
            check("list", first);
            MemorySegment names = arena.allocate(length.get(JAVA_LONG, 0));
            int second = call(library.listReaders(), handle, MemorySegment.NULL, names, length);
            if (second == PcscException.NO_READERS) {
                return List.of();
            }
            check("list", second);
            return split(names.asSlice(0, length.get(JAVA_LONG, 0)));
        }
    }

    private static List<String> split(MemorySegment names) {
        List<String> found = new ArrayList<>();
        long from = 0;
        while (from < names.byteSize() && names.get(JAVA_BYTE, from) != 0) {
            String name = names.getString(from);
            found.add(name);
            from += name.getBytes(StandardCharsets.UTF_8).length + 1L;
        }
        return found;
    }

    /**
     * Waits until one of these readers is not as it is known, or a reader came or went, or the time
     * is over.
     *
     * @param known what is known of each; 0 for nothing
     * @return what is so now, in the same order; empty when the time was over
     * @throws PcscException when pcscd went away or a reader did
     */
    List<Long> await(List<String> readers, List<Long> known, Duration limit) {
        try (Arena arena = Arena.ofConfined()) {
            List<String> all = new ArrayList<>(readers);
            all.add(ANY_READER);
            MemorySegment states = arena.allocate(STATE_SIZE * all.size(), 8);
            for (int i = 0; i < all.size(); i++) {
                states.set(ADDRESS, i * STATE_SIZE, arena.allocateFrom(all.get(i)));
                states.set(
                        JAVA_LONG, i * STATE_SIZE + CURRENT, i < known.size() ? known.get(i) : 0);
            }
            int code =
                    call(
                            library.getStatusChange(),
                            handle,
                            limit.toMillis(),
                            states,
                            (long) all.size());
            if (code == PcscException.TIMEOUT) {
                return List.of();
            }
            check("wait", code);
            List<Long> now = new ArrayList<>();
            for (int i = 0; i < readers.size(); i++) {
                now.add(states.get(JAVA_LONG, i * STATE_SIZE + EVENT));
            }
            return now;
        }
    }

    /** Ends {@link #await} from another thread. */
    void cancel() {
        call(library.cancel(), handle);
    }

    @Override
    public void close() {
        call(library.releaseContext(), handle);
    }

    static void check(String what, int code) {
        if (code != PcscException.SUCCESS) {
            throw new PcscException(what, code);
        }
    }

    /** The result's lower half: codes are 32 bits in a LONG of 64. */
    static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) (long) function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
