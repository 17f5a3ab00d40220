package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.wire.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Which terminals are online. A terminal is online from its presence until its will or a silence of
 * 45 s; boot and connection numbers order what is heard, so that an old connection's will cannot
 * put a living terminal offline. Safe for all threads.
 */
public final class PresenceBook {
    /** A terminal says its presence every 20 s. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    private final InstantSource clock;
    private final Instant opened;
    private final ConcurrentHashMap<TerminalId, Entry> entries = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<TerminalId>> listeners =
            new CopyOnWriteArrayList<>();

    private record Entry(
            long boot,
            long connection,
            boolean online,
            Instant since,
            Instant heard,
            String version) {
        boolean newerThan(Presence presence) {
            return boot != presence.boot()
                    ? boot > presence.boot()
                    : connection > presence.connection();
        }

        boolean same(Presence presence) {
            return boot == presence.boot() && connection == presence.connection();
        }
    }

    /**
     * @param online whether it is
     * @param since when it came or went; for a terminal not heard of yet, when the server started
     * @param version of its program; empty when it was not heard of yet
     */
    public record Seen(boolean online, Instant since, String version) {}

    public PresenceBook(InstantSource clock) {
        this.clock = clock;
        this.opened = clock.instant();
    }

    /** What is known of a terminal. */
    public Seen seen(TerminalId terminal) {
        Entry entry = entries.get(terminal);
        return entry == null
                ? new Seen(false, opened, "")
                : new Seen(entry.online, entry.since, entry.version);
    }

    /** Called with each terminal that came or went, on the thread that noticed. */
    public void onChange(Consumer<TerminalId> listener) {
        listeners.add(listener);
    }

    /**
     * Notes a presence or a will.
     *
     * @return false when it is of an old connection and says nothing of now
     */
    boolean hear(Presence presence) {
        Instant now = clock.instant();
        boolean[] counts = {true};
        boolean[] changed = {false};
        entries.compute(
                presence.terminal(),
                (terminal, known) -> {
                    if (known != null && !counts(known, presence, now)) {
                        counts[0] = false;
                        return known;
                    }
                    changed[0] =
                            known == null ? presence.online() : known.online != presence.online();
                    Instant since = known == null || changed[0] ? now : known.since;
                    return new Entry(
                            presence.boot(),
                            presence.connection(),
                            presence.online(),
                            since,
                            now,
                            presence.version());
                });
        if (changed[0]) {
            tell(presence.terminal());
        }
        return counts[0];
    }

    private static boolean counts(Entry known, Presence presence, Instant now) {
        if (!presence.online()) {
            return !known.newerThan(presence);
        }
        if (known.newerThan(presence)) {
            // A terminal that lost its disk counts its boots from 1 again; once the old one is
            // silent, the new one is believed.
            return !known.online && silent(known, now);
        }
        // A connection that said goodbye stays gone; what comes after is late.
        return known.online || silent(known, now) || !known.same(presence);
    }

    private static boolean silent(Entry entry, Instant now) {
        return Duration.between(entry.heard, now).abs().compareTo(SILENCE) > 0;
    }

    /** Puts offline who has been silent for 45 s, and names them. */
    List<TerminalId> expire() {
        Instant now = clock.instant();
        List<TerminalId> gone = new ArrayList<>();
        entries.replaceAll(
                (terminal, entry) -> {
                    if (!entry.online || !silent(entry, now)) {
                        return entry;
                    }
                    gone.add(terminal);
                    return new Entry(
                            entry.boot, entry.connection, false, now, entry.heard, entry.version);
                });
        gone.forEach(this::tell);
        return gone;
    }

    private void tell(TerminalId terminal) {
        listeners.forEach(listener -> listener.accept(terminal));
    }
}
