package chevet.terminal.tv;

import chevet.model.tv.ChannelId;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.MediaSource;
import java.util.List;
import java.util.Optional;

/** Tells the engine what to keep warm while something is on. On the JavaFX thread. */
final class Warmth {
    private final MediaEngine engine;
    private List<MediaSource.Live> kept = List.of();
    private List<ChannelId> inSight = List.of();
    private Optional<ChannelId> touched = Optional.empty();

    Warmth(MediaEngine engine) {
        this.engine = engine;
    }

    /** These tiles are seen from now on. */
    void inSight(List<ChannelId> tiles) {
        inSight = List.copyOf(tiles);
    }

    /** A finger lies on a tile: most that do mean it. Empty once it has chosen. */
    void touched(Optional<ChannelId> tile) {
        touched = tile;
    }

    /**
     * After what is opened was opened: what it was kept warm for must not be lost before.
     *
     * @param typed digits of a number that may go on
     */
    void keep(Neighbours around, String typed) {
        tell(around.likeliest(typed, touched, inSight));
    }

    /** Nothing is on, so nothing is received. */
    void drop() {
        tell(List.of());
    }

    private void tell(List<MediaSource.Live> next) {
        if (!next.equals(kept)) {
            kept = next;
            engine.keepWarm(next);
        }
    }
}
