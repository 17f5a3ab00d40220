package chevet.terminal.tv;

import chevet.model.stay.StayId;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Favourites;
import chevet.terminal.link.Commands;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Sends a patient's favourites and shows them at once, until the server's own say the same or the
 * server has refused. On the JavaFX thread.
 */
final class FavouriteKeeper {
    private record Sent(String command, Favourites favourites) {}

    private final Commands commands;
    private final Executor screen;
    private final Runnable notKept;
    private Optional<Sent> sent = Optional.empty();

    /**
     * @param notKept called when what was shown does not count
     */
    FavouriteKeeper(Commands commands, Executor screen, Runnable notKept) {
        this.commands = commands;
        this.screen = screen;
        this.notKept = notKept;
    }

    /** What the patient sees, given what is known. */
    Favourites shown(Favourites known) {
        return sent.map(Sent::favourites).orElse(known);
    }

    void toggle(Optional<StayId> stay, Favourites known, ChannelId channel) {
        Favourites now = shown(known);
        if (!now.holds(channel) && now.channels().size() >= Favourites.MOST) {
            notKept.run();
            return;
        }
        Favourites next = now.toggled(channel);
        Commands.Sending sending = commands.send(stay, Favourites.TYPE, next);
        sent = Optional.of(new Sent(sending.id(), next));
        sending.kept()
                .whenComplete(
                        (_, fault) -> {
                            if (fault != null) {
                                screen.execute(() -> outcome(sending.id(), false));
                            }
                        });
    }

    /** What is known has come: it may say what was sent. */
    void known(Favourites known) {
        sent = sent.filter(each -> !each.favourites().equals(known));
    }

    void outcome(String command, boolean accepted) {
        if (!accepted && sent.filter(each -> each.command().equals(command)).isPresent()) {
            sent = Optional.empty();
            notKept.run();
        }
    }

    void forget() {
        sent = Optional.empty();
    }
}
