package chevet.terminal.fetch;

import chevet.config.TerminalConfig;
import chevet.config.pack.Fault;
import chevet.config.pack.ObjectSource;
import chevet.config.pack.ObjectStore;
import chevet.config.pack.StoreException;
import chevet.terminal.link.TlsIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** Opens a terminal's store and begins to fetch into it. */
public final class Fetches {
    private Fetches() {}

    /**
     * @throws StoreException when the disk cannot be used
     * @throws UncheckedIOException when a file of the configuration cannot be read
     */
    public static Fetch start(TerminalConfig config) {
        Path folder = config.data().resolve("content");
        TerminalConfig.Server server = config.server();
        URI root = URI.create("https://" + server.host() + ":" + server.httpsPort() + "/");
        HttpObjects http = new HttpObjects(root, tls(config));
        ObjectStore store = ObjectStore.open(folder, quota(config, folder), Clock.systemUTC());
        return new Fetcher(store, http, http::close);
    }

    private static SSLContext tls(TerminalConfig config) {
        try {
            return TlsIdentity.context(config.tls());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fetcher that finds no server: what is in the folder already can be read. */
    public static Fetch offline(Path folder) {
        ObjectSource nobody = (_, _) -> new ObjectSource.Answer.Failed(Fault.UNREACHABLE);
        return new Fetcher(
                ObjectStore.open(folder, Long.MAX_VALUE, Clock.systemUTC()), nobody, () -> {});
    }

    /**
     * What IT allows, and at most three fifths of the disk: outbox, replica and logs need some, and
     * a full disk helps nobody.
     */
    private static long quota(TerminalConfig config, Path folder) {
        try {
            Files.createDirectories(folder);
            long most = (long) config.contentGib() << 30;
            return Math.min(most, Files.getFileStore(folder).getTotalSpace() / 5 * 3);
        } catch (IOException e) {
            throw new StoreException("no folder for films: " + folder, e);
        }
    }
}
