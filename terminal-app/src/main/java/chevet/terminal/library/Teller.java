package chevet.terminal.library;

import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.wire.Outcome;
import chevet.terminal.link.Commands;
import chevet.terminal.ui.WardTime;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells the ward what the patient has seen and answered. On the JavaFX thread. */
final class Teller {
    private final Commands commands;
    private final LibraryInteractor library;
    private final Executor screen;
    private final WardTime time;

    /**
     * @param screen runs what it is given on the JavaFX thread
     */
    Teller(Commands commands, LibraryInteractor library, Executor screen, WardTime time) {
        this.commands = commands;
        this.library = library;
        this.screen = screen;
        this.time = time;
    }

    /**
     * Nothing is told where nobody lies.
     *
     * @param how told at each step of its way
     */
    void progress(ReportProgress report, Consumer<Sent> how) {
        if (library.stay().isPresent()) {
            Commands.Sending sending = commands.send(library.stay(), ReportProgress.TYPE, report);
            follow(sending, how);
            library.told(new Told.Seen(sending.id(), report, time.now()));
        }
    }

    /** As {@link #progress}. */
    void answers(SendAnswers answers, Consumer<Sent> how) {
        if (library.stay().isPresent()) {
            Commands.Sending sending = commands.send(library.stay(), SendAnswers.TYPE, answers);
            follow(sending, how);
            library.told(new Told.Answered(sending.id(), answers, time.now()));
        }
    }

    private void follow(Commands.Sending sending, Consumer<Sent> how) {
        how.accept(Sent.KEEPING);
        sending.kept()
                .thenRun(
                        () ->
                                screen.execute(
                                        () -> {
                                            if (!sending.outcome().isDone()) {
                                                how.accept(Sent.WAITING);
                                            }
                                        }));
        sending.outcome()
                .handle((outcome, fault) -> fault == null ? sent(outcome) : Sent.NOT_KEPT)
                .thenAccept(
                        sent ->
                                screen.execute(
                                        () -> {
                                            if (sent != Sent.RECEIVED) {
                                                library.untold(sending.id());
                                            }
                                            how.accept(sent);
                                        }));
        sending.kept()
                .exceptionally(
                        _ -> {
                            screen.execute(
                                    () -> {
                                        library.untold(sending.id());
                                        how.accept(Sent.NOT_KEPT);
                                    });
                            return null;
                        });
    }

    private static Sent sent(Outcome outcome) {
        return outcome.status() == Outcome.Status.ACCEPTED ? Sent.RECEIVED : Sent.REFUSED;
    }
}
