package chevet.terminal.tv;

import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.shell.AudioFocus;
import java.util.Optional;

/**
 * Plays one stream while it may be heard: whoever interrupts silences it, and afterwards the same
 * goes on. On the JavaFX thread.
 */
final class Tuner implements AudioFocus.Player {
    private final MediaEngine engine;
    private final AudioFocus focus;
    private final Runnable changed;
    private Optional<MediaSource.Live> wanted = Optional.empty();
    private Optional<AudioFocus.Held> held = Optional.empty();
    private boolean silenced;
    private boolean open;

    /**
     * @param changed called when {@link #state} or {@link #silenced} may have changed
     */
    Tuner(MediaEngine engine, AudioFocus focus, Runnable changed) {
        this.engine = engine;
        this.focus = focus;
        this.changed = changed;
        engine.stateProperty().addListener((_, _, _) -> changed.run());
    }

    /** Plays it; changes nothing where it already does. */
    void tune(MediaSource.Live source) {
        if (wanted.filter(source::equals).isPresent()) {
            return;
        }
        wanted = Optional.of(source);
        begin();
    }

    /** Opens it anew, and asks to be heard where another was. */
    void again() {
        if (wanted.isPresent()) {
            begin();
        }
    }

    private void begin() {
        open = false;
        silenced = false;
        held = Optional.of(focus.take(this));
        if (!silenced) {
            open();
        } else {
            engine.stop();
        }
        changed.run();
    }

    private void open() {
        open = true;
        engine.open(wanted.orElseThrow());
    }

    /** Plays nothing and keeps nobody else from being heard. */
    void off() {
        wanted = Optional.empty();
        open = false;
        silenced = false;
        engine.stop();
        held.ifPresent(AudioFocus.Held::close);
        held = Optional.empty();
    }

    boolean on() {
        return wanted.isPresent();
    }

    /** Another is heard now. */
    boolean silenced() {
        return silenced;
    }

    PlayState state() {
        return engine.stateProperty().get();
    }

    @Override
    public void pause() {
        silenced = true;
        engine.pause();
        if (!(state() instanceof PlayState.Paused)) {
            // It was just being opened: it must not begin to be heard meanwhile.
            engine.stop();
            open = false;
        }
        changed.run();
    }

    @Override
    public void resume() {
        if (!silenced || wanted.isEmpty()) {
            return;
        }
        silenced = false;
        if (open) {
            engine.play();
        } else {
            open();
        }
        changed.run();
    }
}
