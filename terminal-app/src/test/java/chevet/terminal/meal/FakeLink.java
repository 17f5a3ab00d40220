package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A link without a network: tests put events and outcomes, and look at what was sent. Safe for one
 * thread at a time.
 */
final class FakeLink implements Replica, Outbox, Commands {
    private final Map<StreamId.Kind, Map<String, Object>> values =
            new EnumMap<>(StreamId.Kind.class);
    private final Map<StreamId.Kind, List<Consumer<Change>>> watchers =
            new EnumMap<>(StreamId.Kind.class);
    private final List<Runnable> outboxWatchers = new ArrayList<>();
    private final List<BiConsumer<Command, Outcome>> listeners = new ArrayList<>();
    private final List<Command> waiting = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private final Map<String, Sending> sendings = new TreeMap<>();
    private Optional<StayId> stay = Optional.of(new StayId("st-1"));
    private boolean disk = true;

    /** From now on nothing can be written. */
    void breakDisk() {
        disk = false;
    }

    /** Writing takes until {@link #keep}. */
    private boolean slow;

    void slowDisk() {
        slow = true;
    }

    /** What was being written is written. */
    void keep() {
        sendings.values().forEach(s -> s.kept().complete(null));
    }

    void put(StreamId.Kind kind, String key, Object value) {
        values.computeIfAbsent(kind, _ -> new TreeMap<>()).put(key, value);
        changed(kind);
    }

    /** Several at once, told as one change. */
    void putAll(StreamId.Kind kind, Map<String, ?> all) {
        values.computeIfAbsent(kind, _ -> new TreeMap<>()).putAll(all);
        changed(kind);
    }

    void stay(Optional<StayId> now) {
        stay = now;
        values.remove(StreamId.Kind.STAY);
        waiting.clear();
        changed(StreamId.Kind.TERMINAL);
        changed(StreamId.Kind.STAY);
    }

    private void changed(StreamId.Kind kind) {
        watchers.getOrDefault(kind, List.of()).forEach(w -> w.accept(new Change(kind)));
    }

    /** What was sent so far. */
    List<ChooseTray> choices() {
        return sent.stream().map(c -> WireCodec.strict(c.body(), ChooseTray.class)).toList();
    }

    Command last() {
        return sent.getLast();
    }

    /** A choice that an earlier run of the program left in the outbox. */
    Command leftFromBefore(ChooseTray choice) {
        Command command = command("before-1", stay, ChooseTray.TYPE, choice);
        waiting.add(command);
        return command;
    }

    void accept(Command command, Instant at) {
        answer(command, Outcome.Status.ACCEPTED, Optional.empty(), at);
    }

    void refuse(Command command, Reason reason, Instant at) {
        answer(command, Outcome.Status.REFUSED, Optional.of(reason), at);
    }

    void fail(Command command, Instant at) {
        answer(command, Outcome.Status.FAILED, Optional.of(Reason.of("command.failed")), at);
    }

    private void answer(
            Command command, Outcome.Status status, Optional<Reason> reason, Instant at) {
        waiting.remove(command);
        Outcome outcome =
                new Outcome(command.id(), command.series(), command.number(), status, reason, at);
        outboxWatchers.forEach(Runnable::run);
        listeners.forEach(l -> l.accept(command, outcome));
        Optional.ofNullable(sendings.get(command.id()))
                .ifPresent(s -> s.outcome().complete(outcome));
    }

    @Override
    public Sending send(Optional<StayId> of, String type, Object body) {
        Command command = command("c-" + (sent.size() + 1), of, type, body);
        Sending sending =
                new Sending(command.id(), new CompletableFuture<>(), new CompletableFuture<>());
        if (!disk) {
            sending.kept().completeExceptionally(new IllegalStateException("disk"));
            return sending;
        }
        sent.add(command);
        waiting.add(command);
        sendings.put(command.id(), sending);
        if (!slow) {
            sending.kept().complete(null);
        }
        outboxWatchers.forEach(Runnable::run);
        return sending;
    }

    private Command command(String id, Optional<StayId> of, String type, Object body) {
        return new Command(
                id,
                new TerminalId("t-1"),
                "s-1",
                sent.size() + 1L,
                1,
                of,
                Kitchen.NOW,
                type,
                WireCodec.body(body));
    }

    @Override
    public List<Command> waiting(String type) {
        return waiting.stream().filter(c -> c.type().equals(type)).toList();
    }

    @Override
    public Watch onOutcome(BiConsumer<Command, Outcome> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Watch watch(Runnable watcher) {
        outboxWatchers.add(watcher);
        watcher.run();
        return () -> outboxWatchers.remove(watcher);
    }

    @Override
    public Watch watch(StreamId.Kind kind, Consumer<Change> watcher) {
        watchers.computeIfAbsent(kind, _ -> new ArrayList<>()).add(watcher);
        watcher.accept(new Change(kind));
        return () -> watchers.getOrDefault(kind, new ArrayList<>()).remove(watcher);
    }

    @Override
    public Watch watchLink(Consumer<LinkState> watcher) {
        watcher.accept(new LinkState(true, Optional.of(Kitchen.NOW), waiting.size()));
        return () -> {};
    }

    @Override
    public Snapshot snapshot() {
        Optional<StayId> lying = stay;
        return new Snapshot() {
            @Override
            public Optional<StayId> stay() {
                return lying;
            }

            @Override
            public <T> Map<String, T> all(StreamId.Kind kind, String keyPrefix, Class<T> type) {
                Map<String, T> found = new TreeMap<>();
                values.getOrDefault(kind, Map.of())
                        .forEach(
                                (key, value) -> {
                                    if (key.startsWith(keyPrefix)) {
                                        found.put(key, type.cast(value));
                                    }
                                });
                return found;
            }

            @Override
            public <T> Optional<T> one(StreamId.Kind kind, String key, Class<T> type) {
                return Optional.ofNullable(values.getOrDefault(kind, Map.of()).get(key))
                        .map(type::cast);
            }
        };
    }
}
