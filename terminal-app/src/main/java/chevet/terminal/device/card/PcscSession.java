package chevet.terminal.device.card;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The card in one reader, and nobody else's meanwhile. Closing it resets the card, so that a code
 * that was right is right for nobody after. Of one thread.
 */
final class PcscSession implements Transmit, AutoCloseable {
    private static final long SHARED = 2;
    private static final long T0 = 1;
    private static final long T1 = 2;
    private static final long LEAVE_CARD = 0;
    private static final long RESET_CARD = 1;

    /** The longest short response, its status word, and room to spare. */
    private static final int LONGEST = 272;

    private final PcscContext context;
    private final long card;
    private final long protocol;

    private PcscSession(PcscContext context, long card, long protocol) {
        this.context = context;
        this.card = card;
        this.protocol = protocol;
    }

    /**
     * @throws PcscException when there is no card, or pcscd is gone
     */
    static PcscSession open(PcscLibrary library, String reader) {
        PcscContext context = PcscContext.establish(library);
        try {
            return open(context, reader);
        } catch (PcscException e) {
            context.close();
            throw e;
        }
    }

    private static PcscSession open(PcscContext context, String reader) {
        PcscLibrary library = context.library();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            MemorySegment protocol = arena.allocate(JAVA_LONG);
            PcscContext.check(
                    "connect",
                    PcscContext.call(
                            library.connect(),
                            context.handle(),
                            arena.allocateFrom(reader),
                            SHARED,
                            T0 | T1,
                            handle,
                            protocol));
            long card = handle.get(JAVA_LONG, 0);
            int begun = PcscContext.call(library.beginTransaction(), card);
            if (begun != PcscException.SUCCESS) {
                PcscContext.call(library.disconnect(), card, LEAVE_CARD);
                throw new PcscException("begin", begun);
            }
            return new PcscSession(context, card, protocol.get(JAVA_LONG, 0));
        }
    }

    @Override
    public byte[] transmit(byte[] command) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(2 * JAVA_LONG.byteSize(), 8);
            request.set(JAVA_LONG, 0, protocol);
            request.set(JAVA_LONG, 8, 2 * JAVA_LONG.byteSize());
            MemorySegment sent = arena.allocateFrom(JAVA_BYTE, command);
            MemorySegment received = arena.allocate(LONGEST);
            MemorySegment length = arena.allocate(JAVA_LONG);
            length.set(JAVA_LONG, 0, LONGEST);
            int code =
                    PcscContext.call(
                            context.library().transmit(),
                            card,
                            request,
                            sent,
                            (long) command.length,
                            MemorySegment.NULL,
                            received,
                            length);
            // It may have held a code.
            sent.fill((byte) 0);
            PcscContext.check("transmit", code);
            return Arrays.copyOf(received.toArray(JAVA_BYTE), (int) length.get(JAVA_LONG, 0));
        }
    }

    @Override
    public void close() {
        PcscLibrary library = context.library();
        PcscContext.call(library.endTransaction(), card, LEAVE_CARD);
        PcscContext.call(library.disconnect(), card, RESET_CARD);
        context.close();
    }
}
