package chevet.terminal;

import chevet.config.TerminalConfig;
import chevet.terminal.device.Attach;
import chevet.terminal.device.MixerSound;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.ProgramSpeech;
import chevet.terminal.device.SysfsBacklight;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.fetch.Fetches;
import chevet.terminal.link.Apart;
import chevet.terminal.link.Link;
import chevet.terminal.link.Links;
import chevet.terminal.link.TerminalStore;
import chevet.terminal.player.Engines;
import chevet.terminal.ui.Work;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and hardware of one terminal, open. */
final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Ports ports;
    private final Deque<AutoCloseable> open;

    private Opened(Ports ports, Deque<AutoCloseable> open) {
        this.ports = ports;
        this.open = open;
    }

    /**
     * Opens them. Takes seconds; not for the JavaFX thread.
     *
     * @return empty where the disk does not let it, which the log says; nothing is left open then
     */
    static Optional<Opened> tried(TerminalConfig config, Attach attach, Work work, Apart apart) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return Optional.of(new Opened(ports(config, attach, work, apart, open), open));
        } catch (TerminalStore.StoreException
                | chevet.config.pack.StoreException
                | UncheckedIOException e) {
            LOG.error(
                    "terminal.not-opened terminal={} data={} fault={} (is the disk full, or not"
                            + " writable? it is tried again)",
                    config.terminal(),
                    config.data(),
                    e.toString());
            close(open);
            return Optional.empty();
        }
    }

    private static Ports ports(
            TerminalConfig config,
            Attach attach,
            Work work,
            Apart apart,
            Deque<AutoCloseable> open) {
        Link link = Links.start(config, TerminalApp.VERSION, apart);
        open.push(link);
        Fetch fetch = Fetches.start(config);
        open.push(fetch);
        Engines engines = Engines.find(config.tv().multicastInterface(), config.tv().warm());
        open.push(engines);
        CardReader cards = PcscReader.find();
        open.push(cards);
        return new Ports(
                config.terminal(),
                link,
                link,
                link,
                link,
                Clock.systemUTC(),
                config.zone(),
                work,
                MixerSound.find(),
                SysfsBacklight.find(SysfsBacklight.CLASS),
                comfort(config, attach),
                fetch,
                engines::engine,
                ProgramSpeech.find(),
                cards,
                Links.seal(config),
                new Notebook(config.data().resolve("hours")));
    }

    /** The device's place is one for all terminals that run on it: each has a file of its own. */
    private static Notebook comfort(TerminalConfig config, Attach attach) {
        int own = config.data().toAbsolutePath().normalize().hashCode();
        String name = "%s-%08x.comfort".formatted(config.terminal(), own);
        return new Notebook(attach.storage(config.data()).resolve(name));
    }

    /** What the screens are made over. */
    Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        close(open);
    }

    private static void close(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            AutoCloseable each = open.pop();
            try {
                each.close();
            } catch (Exception e) {
                // The program's edge: what does not close must not keep the others open.
                LOG.warn("terminal.not-closed what={} fault={}", each.getClass(), e.toString());
            }
        }
    }
}
