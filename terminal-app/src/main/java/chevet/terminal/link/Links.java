package chevet.terminal.link;

import chevet.config.TerminalConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a terminal's program gets its link from. */
public final class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final String FILE = "terminal.db";

    private Links() {}

    /**
     * Opens the store, reads the TLS files and starts a link on a thread of its own; returns before
     * it is connected. Not for the JavaFX thread.
     *
     * @param version of the program, for the server to know
     * @throws UncheckedIOException when a file of the configuration cannot be read
     */
    public static Link start(TerminalConfig config, String version) {
        return start(config, version, Apart.ANYWHERE);
    }

    /**
     * As above.
     *
     * @param apart asked at each touch of a file, of the store and of the network
     */
    public static Link start(TerminalConfig config, String version, Apart apart) {
        apart.check();
        try {
            // First: where it cannot be opened, no thread and no connection is left behind.
            TerminalStore store = store(config.data().resolve(FILE), apart);
            PahoWire wire =
                    new PahoWire(
                            config.server().host(),
                            config.server().mqttPort(),
                            config.terminal(),
                            TlsIdentity.context(config.tls()),
                            apart);
            ThreadLoop loop = new ThreadLoop("link");
            LinkCore link =
                    new LinkCore(
                            new LinkCore.Ports(
                                    new LinkIdentity(
                                            config.site(),
                                            config.ward(),
                                            config.terminal(),
                                            version),
                                    InstantSource.system(),
                                    loop,
                                    wire,
                                    store,
                                    new FileKeys(config.keys(), apart),
                                    new SecureRandom(),
                                    loop::close),
                            Optional.of(TlsIdentity.witness(config)));
            link.start();
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the ward has signed is known by this.
     *
     * @throws UncheckedIOException when a file of the configuration cannot be read
     */
    public static WardSeal seal(TerminalConfig config) {
        try {
            return TlsIdentity.seal(config.tls());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The store in that file; where the file is no database any more it is put aside and a new one
     * begun, since a terminal must come up by itself, and its replica is the server's anyway.
     */
    static TerminalStore store(Path file, Apart apart) throws IOException {
        try {
            return new SqliteStore(file, apart);
        } catch (TerminalStore.StoreException e) {
            if (!SqliteStore.damaged(e)) {
                throw e;
            }
            LOG.error("The terminal's store is damaged and begins anew", e);
            for (String part : new String[] {"-wal", "-shm", ""}) {
                Path old = file.resolveSibling(FILE + part);
                if (Files.exists(old)) {
                    Files.move(
                            old,
                            file.resolveSibling(FILE + ".damaged" + part),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return new SqliteStore(file, apart);
        }
    }
}
