package chevet.terminal;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A link whose replica and outcomes are given by hand; what is in it goes through the real codec.
 * Safe for all threads.
 */
public final class HandLink implements Commands, Outbox, Replica {
    private record Key(Kind kind, String key) {}

    private record Watcher(Kind kind, Consumer<Change> told) {}

    /** A command that was sent, and the promise of its outcome. */
    public record Sent(Command command, CompletableFuture<Outcome> outcome) {}

    private final Map<Key, Body> values = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<LinkState>> linkWatchers = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<Command, Outcome>> outcomes = new CopyOnWriteArrayList<>();
    private final List<Runnable> waitingWatchers = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Optional<StayId> stay = Optional.empty();
    private volatile LinkState state = new LinkState(false, Optional.empty(), 0);

    /** A stay lies here now. */
    public void admit(String id) {
        stay = Optional.of(new StayId(id));
        changed(Kind.TERMINAL);
        changed(Kind.STAY);
    }

    /** Nobody lies here now. */
    public void discharge() {
        stay = Optional.empty();
        values.keySet().removeIf(key -> key.kind() == Kind.STAY);
        changed(Kind.TERMINAL);
        changed(Kind.STAY);
    }

    public void put(Kind kind, String key, Object body) {
        values.put(new Key(kind, key), WireCodec.body(body));
        changed(kind);
    }

    public void remove(Kind kind, String key) {
        values.remove(new Key(kind, key));
        changed(kind);
    }

    public void linked(boolean connected, Optional<Instant> current, int waiting) {
        state = new LinkState(connected, current, waiting);
        linkWatchers.forEach(told -> told.accept(state));
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Says what became of the n-th command, as the server would. */
    public void decide(int index, Outcome outcome) {
        Sent of = sent.get(index);
        of.outcome().complete(outcome);
        outcomes.forEach(told -> told.accept(of.command(), outcome));
        waitingWatchers.forEach(Runnable::run);
    }

    private void changed(Kind kind) {
        for (Watcher watcher : watchers) {
            if (watcher.kind() == kind) {
                watcher.told().accept(new Change(kind));
            }
        }
    }

    @Override
    public Sending send(Optional<StayId> of, String type, Object body) {
        Command command =
                new Command(
                        "hand-" + sent.size(),
                        new TerminalId("hand"),
                        "hand",
                        sent.size() + 1L,
                        1,
                        of,
                        Instant.EPOCH,
                        type,
                        WireCodec.body(body));
        Sent entry = new Sent(command, new CompletableFuture<>());
        sent.add(entry);
        waitingWatchers.forEach(Runnable::run);
        return new Sending(command.id(), CompletableFuture.completedFuture(null), entry.outcome());
    }

    @Override
    public List<Command> waiting(String type) {
        return sent.stream()
                .filter(each -> !each.outcome().isDone())
                .map(Sent::command)
                .filter(command -> command.type().equals(type))
                .toList();
    }

    @Override
    public Watch onOutcome(BiConsumer<Command, Outcome> listener) {
        outcomes.add(listener);
        return () -> outcomes.remove(listener);
    }

    @Override
    public Watch watch(Runnable watcher) {
        waitingWatchers.add(watcher);
        watcher.run();
        return () -> waitingWatchers.remove(watcher);
    }

    @Override
    public Snapshot snapshot() {
        Map<Key, Body> now = Map.copyOf(values);
        Optional<StayId> lying = stay;
        return new Snapshot() {
            @Override
            public Optional<StayId> stay() {
                return lying;
            }

            @Override
            public <T> Map<String, T> all(Kind kind, String keyPrefix, Class<T> type) {
                Map<String, T> all = new TreeMap<>();
                now.forEach(
                        (key, body) -> {
                            if (key.kind() == kind && key.key().startsWith(keyPrefix)) {
                                all.put(key.key(), WireCodec.lenient(body, type));
                            }
                        });
                return all;
            }

            @Override
            public <T> Optional<T> one(Kind kind, String key, Class<T> type) {
                return Optional.ofNullable(now.get(new Key(kind, key)))
                        .map(body -> WireCodec.lenient(body, type));
            }
        };
    }

    @Override
    public Watch watch(Kind kind, Consumer<Change> watcher) {
        Watcher entry = new Watcher(kind, watcher);
        watchers.add(entry);
        watcher.accept(new Change(kind));
        return () -> watchers.remove(entry);
    }

    @Override
    public Watch watchLink(Consumer<LinkState> watcher) {
        linkWatchers.add(watcher);
        watcher.accept(state);
        return () -> linkWatchers.remove(watcher);
    }

    /** Keys that it holds of a kind, for a test's own checks. */
    public List<String> keys(Kind kind) {
        List<String> keys = new ArrayList<>();
        values.keySet().stream().filter(key -> key.kind() == kind).forEach(k -> keys.add(k.key()));
        return keys;
    }
}
