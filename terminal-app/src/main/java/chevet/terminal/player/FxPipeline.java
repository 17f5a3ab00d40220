package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.media.AudioTrack;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.scene.media.VideoTrack;

/** Plays HLS and MP4 with JavaFX Media, which was measured to zap fastest and to cost least. */
final class FxPipeline implements Pipeline {
    private final URI address;
    private final boolean live;
    private final Duration from;
    private final Ear ear;
    private final MediaView view = new MediaView();
    private final long openedAt = System.nanoTime();
    private Loudness loudness;
    private double rate = 1;
    private boolean wanted = true;
    private boolean closed;
    private final Optional<MediaPlayer> ahead;
    private Optional<MediaPlayer> running = Optional.empty();

    /**
     * @param address for a live channel that of a master playlist: a bare one would be taken for a
     *     film that ends with its window
     * @param ahead has opened that address already; nobody else's from now on
     */
    FxPipeline(
            URI address,
            boolean live,
            Duration from,
            Loudness loudness,
            Optional<MediaPlayer> ahead,
            Ear ear) {
        this.address = address;
        this.live = live;
        this.from = from;
        this.loudness = loudness;
        this.ahead = ahead;
        this.ear = ear;
    }

    @Override
    public void start() {
        try {
            MediaPlayer player =
                    ahead.orElseGet(() -> new MediaPlayer(new Media(address.toString())));
            Media media = player.getMedia();
            media.setOnError(() -> failed(Optional.ofNullable(media.getError())));
            running = Optional.of(player);
            player.setOnError(() -> failed(Optional.ofNullable(player.getError())));
            player.setOnReady(() -> ready(media, player));
            if (player.getStatus() == MediaPlayer.Status.READY) {
                tell(() -> ready(media, player));
            }
            player.setOnEndOfMedia(this::ended);
            player.setOnHalted(() -> failed(Optional.ofNullable(player.getError())));
            player.currentTimeProperty().addListener((_, _, _) -> heard());
            player.setVolume(Heard.linear(loudness));
            view.setMediaPlayer(player);
            player.setAutoPlay(wanted && from.isZero());
        } catch (MediaException e) {
            failed(Optional.of(e));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            tell(() -> ear.failed(Trouble.FORMAT, e.toString()));
        }
    }

    private void ready(Media media, MediaPlayer player) {
        if (closed) {
            return;
        }
        if (!live && media.getTracks().stream().noneMatch(VideoTrack.class::isInstance)) {
            // It leaves out what it cannot decode, and would play the sound to a black picture.
            tell(() -> ear.failed(Trouble.FORMAT, "it shows nothing of its picture"));
            return;
        }
        javafx.util.Duration whole = media.getDuration();
        if (!live && !whole.isUnknown() && !whole.isIndefinite()) {
            ear.length(duration(whole));
        }
        List<Track> sounds = new ArrayList<>();
        for (javafx.scene.media.Track each : media.getTracks()) {
            if (each instanceof AudioTrack sound) {
                sounds.add(track(sounds.size(), sound));
            }
        }
        ear.tracks(sounds, sounds.stream().findFirst(), List.of(), Optional.empty());
        player.setRate(rate);
        if (!from.isZero()) {
            player.seek(javafx.util.Duration.seconds(from.toMillis() / 1000.0));
            if (wanted) {
                player.play();
            }
        }
    }

    private static Track track(int number, AudioTrack sound) {
        Optional<String> language =
                Optional.ofNullable(sound.getLocale())
                        .map(Locale::getLanguage)
                        .filter(said -> !said.isEmpty() && !said.equals("und"));
        return new Track("sound-" + number, language, Track.Purpose.PLAIN);
    }

    private void ended() {
        if (closed) {
            return;
        }
        if (live) {
            ear.failed(Trouble.STOPPED, "the live playlist has ended");
        } else {
            ear.ended();
        }
    }

    private void heard() {
        if (!closed) {
            ear.progress();
        }
    }

    private void failed(Optional<MediaException> fault) {
        Trouble why =
                fault.map(MediaException::getType).map(FxPipeline::trouble).orElse(Trouble.STOPPED);
        String what =
                fault.map(each -> each.getType() + " " + each.getMessage()).orElse("it was halted");
        tell(() -> ear.failed(why, what));
    }

    private static Trouble trouble(MediaException.Type type) {
        return switch (type) {
            case MEDIA_UNAVAILABLE -> Trouble.NOT_FOUND;
            case MEDIA_INACCESSIBLE -> Trouble.NO_SIGNAL;
            case MEDIA_CORRUPTED -> Trouble.DAMAGED;
            case MEDIA_UNSUPPORTED, MEDIA_UNSPECIFIED, OPERATION_UNSUPPORTED -> Trouble.FORMAT;
            case PLAYBACK_HALTED, PLAYBACK_ERROR, UNKNOWN -> Trouble.STOPPED;
        };
    }

    /** Not within the call that found out: who listens may close this. */
    private void tell(Runnable what) {
        javafx.application.Platform.runLater(
                () -> {
                    if (!closed) {
                        what.run();
                    }
                });
    }

    private static Duration duration(javafx.util.Duration time) {
        return Duration.ofMillis(Math.round(time.toMillis()));
    }

    @Override
    public void play() {
        wanted = true;
        running.ifPresent(MediaPlayer::play);
    }

    @Override
    public void pause() {
        wanted = false;
        running.ifPresent(MediaPlayer::pause);
    }

    @Override
    public void seek(Duration to) {
        if (!live) {
            running.ifPresent(
                    each -> each.seek(javafx.util.Duration.seconds(to.toMillis() / 1000.0)));
        }
    }

    @Override
    public void setRate(double asked) {
        if (!live) {
            rate = asked;
            running.ifPresent(each -> each.setRate(asked));
        }
    }

    @Override
    public void setLoudness(Loudness next) {
        loudness = next;
        running.ifPresent(each -> each.setVolume(Heard.linear(next)));
    }

    @Override
    public void chooseText(Optional<Track> text) {
        // JavaFX Media draws no text, and tells of none.
    }

    /** JavaFX Media plays the first one and no other. */
    @Override
    public boolean chooseSound(Track sound) {
        return sound.id().equals("sound-0");
    }

    @Override
    public Duration position() {
        return live ? Duration.ofNanos(System.nanoTime() - openedAt) : played();
    }

    @Override
    public Duration played() {
        return running.map(each -> duration(each.getCurrentTime())).orElse(from);
    }

    @Override
    public Node picture() {
        return view;
    }

    @Override
    public void close() {
        closed = true;
        view.setMediaPlayer(null);
        running.ifPresent(FxPipeline::end);
        running = Optional.empty();
    }

    /** It waits for whatever the player is waiting for: a server that does not answer, for one. */
    static void end(MediaPlayer player) {
        Thread.ofPlatform().daemon().name("fx-end").start(player::dispose);
    }
}
