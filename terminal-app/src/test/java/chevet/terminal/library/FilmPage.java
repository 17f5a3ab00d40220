package chevet.terminal.library;

import chevet.terminal.Bedside;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Node;

/** Brings the library's screens at a bedside to each of their states. */
public final class FilmPage {
    private static final long LIMIT = 20_000_000_000L;

    private final Bedside bedside;

    public FilmPage(Bedside bedside) {
        this.bedside = bedside;
    }

    public void show(String screen) {
        Bedside.onScreen(() -> bedside.wiring().shell().show(screen));
        bedside.settle();
    }

    /** The prescribed film, opened as from the home screen. */
    public HandEngine open() {
        show(FilmScreen.NAME);
        await(
                "the film is opened",
                () ->
                        bedside.opened()
                                && bedside.engine() instanceof HandEngine made
                                && !made.opened().isEmpty());
        return (HandEngine) bedside.engine();
    }

    public void become(PlayState state) {
        Bedside.onScreen(() -> ((HandEngine) bedside.engine()).become(state));
        bedside.settle();
    }

    /** To its end, second by second. */
    public void seeItAll() {
        HandEngine engine = open();
        Bedside.onScreen(
                () -> {
                    engine.become(new PlayState.Playing());
                    for (long at = 0; at <= Cinema.CATARACT_LENGTH.toSeconds(); at++) {
                        engine.stand(
                                java.time.Duration.ofSeconds(at),
                                Optional.of(Cinema.CATARACT_LENGTH));
                    }
                    engine.become(new PlayState.Ended());
                });
        bedside.settle();
    }

    /** Presses what has that id. */
    public void press(String id) {
        Node node = shown(each -> id.equals(each.getId())).getFirst();
        Bedside.onScreen(
                () -> {
                    if (node instanceof chevet.terminal.ui.Pressable pressable) {
                        pressable.fire();
                    } else {
                        node.fireEvent(new ActionEvent());
                    }
                });
        bedside.settle();
    }

    public String text() {
        return bedside.text();
    }

    public List<Node> shown(Predicate<Node> wanted) {
        return bedside.seen(wanted);
    }

    /** Waits for what other threads do. */
    public void await(String what, java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + LIMIT;
        while (!Bedside.onScreen(done::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came: " + what + "\n" + text());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        bedside.settle();
    }
}
