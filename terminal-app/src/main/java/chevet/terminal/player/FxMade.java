package chevet.terminal.player;

import java.util.Optional;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;

/**
 * A live channel that JavaFX Media has opened and that stands at its first picture, neither seen
 * nor heard. On the JavaFX thread.
 */
final class FxMade {
    private final Master master;
    private final Playlists.Opened opened;
    private final long since;
    private Optional<MediaPlayer> player = Optional.empty();
    private boolean failed;

    /**
     * @param since of {@link System#nanoTime}
     */
    FxMade(Master master, Playlists.Opened opened, long since) {
        this.master = master;
        this.opened = opened;
        this.since = since;
    }

    /**
     * Its playlists were answered: a refusal would end what plays, so nothing is begun with one.
     */
    void listed(boolean all) {
        if (failed) {
            return;
        }
        if (!all) {
            failed = true;
            return;
        }
        try {
            MediaPlayer made = new MediaPlayer(new Media(opened.address().toString()));
            made.setVolume(0);
            player = Optional.of(made);
        } catch (MediaException | IllegalArgumentException | UnsupportedOperationException _) {
            failed = true;
        }
    }

    Master master() {
        return master;
    }

    Playlists.Opened opened() {
        return opened;
    }

    /** Empty until its playlists are there. */
    Optional<MediaPlayer> player() {
        return player;
    }

    long age(long now) {
        return now - since;
    }

    boolean ready() {
        return player.filter(each -> each.getStatus() == MediaPlayer.Status.READY).isPresent();
    }

    boolean failed() {
        return failed
                || player.filter(
                                each ->
                                        each.getError() != null
                                                || each.getMedia().getError() != null
                                                || each.getStatus() == MediaPlayer.Status.HALTED)
                        .isPresent();
    }

    /** It is not wanted any more. */
    void close() {
        failed = true;
        opened.reading().leave();
        player.ifPresent(FxPipeline::end);
        player = Optional.empty();
    }
}
