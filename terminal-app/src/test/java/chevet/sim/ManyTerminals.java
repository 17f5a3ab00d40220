package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.terminal.link.Link;
import chevet.terminal.link.LinkCore;
import chevet.terminal.link.LinkIdentity;
import chevet.terminal.link.MemoryKeys;
import chevet.terminal.link.MemoryStore;
import chevet.terminal.link.TerminalWire;
import chevet.terminal.link.ThreadLoop;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Many terminals' links in one program, for benches: the real link code, few threads, no disk. What
 * is measured through it is the server and the network, not a terminal's own commit.
 */
public final class ManyTerminals implements AutoCloseable {
    private final List<ThreadLoop> loops = new ArrayList<>();
    private final Map<TerminalId, LinkCore> links = new TreeMap<>();

    /**
     * @param threads that the links share
     */
    public ManyTerminals(
            List<LinkIdentity> terminals, Function<TerminalId, TerminalWire> wires, int threads) {
        for (int i = 0; i < threads; i++) {
            loops.add(new ThreadLoop("links-" + i));
        }
        for (LinkIdentity identity : terminals) {
            ThreadLoop loop = loops.get(links.size() % threads);
            links.put(
                    identity.terminal(),
                    new LinkCore(
                            new LinkCore.Ports(
                                    identity,
                                    InstantSource.system(),
                                    loop,
                                    wires.apply(identity.terminal()),
                                    MemoryStore.withoutReplica(),
                                    new MemoryKeys(),
                                    new SecureRandom(),
                                    () -> {})));
        }
    }

    /** All begin to connect now. */
    public void start() {
        links.values().forEach(LinkCore::start);
    }

    public Map<TerminalId, ? extends Link> links() {
        return links;
    }

    @Override
    public void close() {
        links.values().forEach(LinkCore::close);
        loops.forEach(ThreadLoop::close);
    }
}
