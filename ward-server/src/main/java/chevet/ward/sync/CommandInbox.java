package chevet.ward.sync;

import chevet.model.place.Id;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Envelope;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each terminal's commands in their order, once: the outcome is stored in the transaction
 * that holds the handler's changes, and a repeated command is answered with its first outcome.
 * Reading is done on the caller's thread, deciding on the writer's.
 */
final class CommandInbox {
    /** An outcome is known for a repeat so long. */
    static final Duration KEPT = Duration.ofDays(30);

    /** A terminal's clock may be wrong by so much. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(CommandInbox.class);

    private final Database database;
    private final Whereabouts whereabouts;
    private final SyncMeter meter;
    private final Replies replies;
    private final CommandTable table;
    private final Map<String, CommandHandler<?>> handlers = new HashMap<>();

    CommandInbox(SyncCore.Setup setup, Replies replies) {
        this.database = setup.database();
        this.whereabouts = setup.whereabouts();
        this.meter = setup.meter();
        this.replies = replies;
        this.table = new CommandTable(setup.keys());
        for (CommandHandler<?> handler : setup.commands()) {
            if (handlers.put(handler.type(), handler) != null) {
                throw new IllegalArgumentException("two handlers for " + handler.type());
            }
        }
        database.afterEachGroup(replies::flush);
    }

    /** What is to be done with a command that has been read. */
    private interface Decider {
        Decided decide(Tx tx);
    }

    private record Decided(Outcome.Status status, Optional<Reason> reason) {
        static Decided refused(Reason reason) {
            return new Decided(Outcome.Status.REFUSED, Optional.of(reason));
        }

        static Decided failed(String code) {
            return new Decided(Outcome.Status.FAILED, Optional.of(Reason.of(code)));
        }
    }

    /**
     * A message has come on the terminal's own topic.
     *
     * @param done runs after the commit, or when the message could not be kept
     */
    void received(WardId ward, TerminalId terminal, byte[] payload, Runnable done) {
        try {
            Command command = WireCodec.command(payload);
            String fault = fault(command, terminal);
            if (fault.isEmpty()) {
                queue(ward, terminal, envelope(command), command.stay(), read(command), done);
            } else {
                malformed(ward, terminal, payload, fault, done);
            }
        } catch (WireException e) {
            malformed(ward, terminal, payload, e.field(), done);
        }
    }

    private static String fault(Command command, TerminalId terminal) {
        if (!command.terminal().equals(terminal)) {
            return "terminal";
        }
        if (!Id.is(command.id())) {
            return "id";
        }
        if (!Id.is(command.series())) {
            return "series";
        }
        if (command.number() < 1) {
            return "number";
        }
        return command.oldest() < 1 || command.oldest() > command.number() ? "oldest" : "";
    }

    private static Envelope envelope(Command command) {
        return new Envelope(command.id(), command.series(), command.number(), command.oldest());
    }

    private void malformed(
            WardId ward, TerminalId terminal, byte[] payload, String field, Runnable done) {
        meter.count(SyncMeter.What.MESSAGE_REFUSED);
        log.warn("command from {} refused: field {}", terminal, shown(field));
        Optional<Envelope> envelope = WireCodec.envelope(payload);
        if (envelope.isPresent()) {
            Decided failed = Decided.failed("command.malformed");
            queue(ward, terminal, envelope.get(), Optional.empty(), tx -> failed, done);
        } else {
            done.run();
        }
    }

    /** An unknown field's name was chosen by the sender: only what looks like a name is shown. */
    private static String shown(String field) {
        return field.length() <= 60 && field.matches("[A-Za-z0-9.\\[\\]]*") ? field : "(unknown)";
    }

    private Decider read(Command command) {
        CommandHandler<?> handler = handlers.get(command.type());
        if (handler == null) {
            meter.count(SyncMeter.What.MESSAGE_REFUSED);
            log.warn("command {} is of a type that nobody handles", command.id());
            return tx -> Decided.failed("command.malformed");
        }
        return read(command, handler);
    }

    private <B> Decider read(Command command, CommandHandler<B> handler) {
        try {
            B body = WireCodec.strict(command.body(), handler.bodyType());
            return tx -> decide(tx, command, body, handler);
        } catch (WireException e) {
            meter.count(SyncMeter.What.MESSAGE_REFUSED);
            log.warn("body of command {} refused: field {}", command.id(), shown(e.field()));
            return tx -> Decided.failed("command.malformed");
        }
    }

    private <B> Decided decide(Tx tx, Command command, B body, CommandHandler<B> handler) {
        boolean forSomebody = command.stay().isPresent() || handler.needsStay();
        if (forSomebody && command.stay().filter(stay -> lay(tx, stay, command)).isEmpty()) {
            return Decided.refused(Reason.of("stay.not-here"));
        }
        try {
            return switch (tx.part(() -> handler.handle(command, body, tx))) {
                case CommandHandler.Decision.Accepted() ->
                        new Decided(Outcome.Status.ACCEPTED, Optional.empty());
                case CommandHandler.Decision.Refused(Reason reason) -> Decided.refused(reason);
            };
        } catch (RuntimeException | StackOverflowError e) {
            log.error(
                    "command {} of type {} failed: {}",
                    command.id(),
                    command.type(),
                    Fault.told(e));
            return Decided.failed("command.failed");
        }
    }

    private boolean lay(Tx tx, StayId stay, Command command) {
        Instant tapped = command.tappedAt();
        TerminalId terminal = command.terminal();
        return whereabouts.lay(tx, stay, terminal, tapped.minus(SKEW), tapped.plus(SKEW))
                || whereabouts.lay(tx, stay, terminal, tx.now(), tx.now());
    }

    private void queue(
            WardId ward,
            TerminalId terminal,
            Envelope command,
            Optional<StayId> stay,
            Decider decider,
            Runnable done) {
        database.write(
                        tx -> {
                            take(tx, terminal, command, stay, decider)
                                    .ifPresent(
                                            outcome ->
                                                    tx.afterCommit(
                                                            () ->
                                                                    replies.add(
                                                                            ward, terminal,
                                                                            outcome)));
                            return true;
                        })
                .whenComplete(
                        (kept, fault) -> {
                            if (fault != null) {
                                meter.count(SyncMeter.What.COMMAND_NOT_KEPT);
                                log.error(
                                        "command {} not kept: {}", command.id(), Fault.told(fault));
                            }
                            done.run();
                        });
    }

    /** The outcome to send; empty when the command must come again later. */
    private Optional<Outcome> take(
            Tx tx, TerminalId terminal, Envelope command, Optional<StayId> stay, Decider decider) {
        Optional<Outcome> first = table.first(tx.handle(), terminal, command.id());
        long last = table.last(tx.handle(), terminal, command.series());
        long expected = Math.max(last + 1, command.oldest());
        if (first.isPresent()) {
            count(tx, SyncMeter.What.COMMAND_REPEATED);
            if (command.number() == expected) {
                // The same id under a new number: it is not done again, and blocks nobody.
                table.advance(tx.handle(), terminal, command, tx.now());
            }
            return first;
        }
        if (command.number() <= last) {
            count(tx, SyncMeter.What.COMMAND_FAILED);
            return Optional.of(outcome(tx, command, Decided.failed("command.unknown-repeat")));
        }
        if (command.number() > expected) {
            count(tx, SyncMeter.What.COMMAND_AHEAD);
            return Optional.empty();
        }
        Outcome outcome = outcome(tx, command, decider.decide(tx));
        table.keep(tx.handle(), terminal, stay, outcome);
        table.advance(tx.handle(), terminal, command, tx.now());
        count(
                tx,
                switch (outcome.status()) {
                    case ACCEPTED -> SyncMeter.What.COMMAND_ACCEPTED;
                    case REFUSED -> SyncMeter.What.COMMAND_REFUSED;
                    case FAILED -> SyncMeter.What.COMMAND_FAILED;
                });
        return Optional.of(outcome);
    }

    private static Outcome outcome(Tx tx, Envelope command, Decided decided) {
        return new Outcome(
                command.id(),
                command.series(),
                command.number(),
                decided.status(),
                decided.reason(),
                tx.now());
    }

    private void count(Tx tx, SyncMeter.What what) {
        tx.afterCommit(() -> meter.count(what));
    }

    /** Forgets outcomes, and series not heard of, that are older than 30 days. */
    CompletableFuture<Integer> purge(Instant now) {
        return database.write(tx -> table.purge(tx.handle(), now.minus(KEPT)));
    }

    /** The types that have a handler. */
    List<String> types() {
        return List.copyOf(handlers.keySet());
    }
}
