package chevet.terminal.device.card;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The functions of {@code libpcsclite.so.1}, of 64-bit Linux: LONG and DWORD are 64 bits there
 * (pcsc-lite, wintypes.h). Safe for all threads, as the library is as long as each thread uses
 * contexts of its own.
 */
@SuppressWarnings(
        "restricted") // The launcher permits native access; nothing else reaches libpcsclite.
final class PcscLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(PcscLibrary.class);
    private static final String NAME = "libpcsclite.so.1";

    private final SymbolLookup symbols;
    private final MethodHandle establishContext;
    private final MethodHandle releaseContext;
    private final MethodHandle listReaders;
    private final MethodHandle getStatusChange;
    private final MethodHandle cancel;
    private final MethodHandle connect;
    private final MethodHandle disconnect;
    private final MethodHandle beginTransaction;
    private final MethodHandle endTransaction;
    private final MethodHandle transmit;

    private PcscLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        establishContext = function("SCardEstablishContext", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        releaseContext = function("SCardReleaseContext", JAVA_LONG);
        listReaders = function("SCardListReaders", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        getStatusChange =
                function("SCardGetStatusChange", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
        cancel = function("SCardCancel", JAVA_LONG);
        connect =
                function(
                        "SCardConnect", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS);
        disconnect = function("SCardDisconnect", JAVA_LONG, JAVA_LONG);
        beginTransaction = function("SCardBeginTransaction", JAVA_LONG);
        endTransaction = function("SCardEndTransaction", JAVA_LONG, JAVA_LONG);
        transmit =
                function(
                        "SCardTransmit",
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
    }

    /** Empty, and one line in the log, where it is not installed. */
    static Optional<PcscLibrary> load() {
        try {
            return Optional.of(new PcscLibrary(SymbolLookup.libraryLookup(NAME, Arena.global())));
        } catch (IllegalArgumentException _) {
            LOG.warn("card.not-installed library={} package=libpcsclite1", NAME);
            return Optional.empty();
        }
    }

    private MethodHandle function(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(name).orElseThrow(),
                        FunctionDescriptor.of(JAVA_LONG, arguments));
    }

    MethodHandle establishContext() {
        return establishContext;
    }

    MethodHandle releaseContext() {
        return releaseContext;
    }

    MethodHandle listReaders() {
        return listReaders;
    }

    MethodHandle getStatusChange() {
        return getStatusChange;
    }

    MethodHandle cancel() {
        return cancel;
    }

    MethodHandle connect() {
        return connect;
    }

    MethodHandle disconnect() {
        return disconnect;
    }

    MethodHandle beginTransaction() {
        return beginTransaction;
    }

    MethodHandle endTransaction() {
        return endTransaction;
    }

    MethodHandle transmit() {
        return transmit;
    }
}
