package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.terminal.link.Watch;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.Quiet;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Doorway;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.ui.WardTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts what is known and what the engine does into the model. On the JavaFX thread. */
final class Showing {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TvModel model;
    private final MediaEngine engine;
    private final Tuner tuner;
    private final Quiet quiet;
    private final SleepTimer sleep;
    private final WardTime time;
    private final Later later;
    private final Supplier<Moment> moments;

    private Optional<Watch> counting = Optional.empty();
    private int seconds;

    /** What is tuned has been seen or heard. */
    private boolean played;

    /**
     * What the patient has come to.
     *
     * @param facts with what the patient has just done
     * @param said in answer to that
     * @param awake the screen is seen and has not switched itself off
     */
    record Moment(
            TvFacts facts,
            Optional<Channel> tuned,
            Optional<ChannelId> before,
            Optional<Notice> said,
            boolean awake) {
        Listing listing(ZonedDateTime now) {
            return new Listing(facts, now);
        }
    }

    Showing(
            TvModel model,
            MediaEngine engine,
            Tuner tuner,
            Quiet quiet,
            SleepTimer sleep,
            WardTime time,
            Later later,
            Supplier<Moment> moments) {
        this.model = model;
        this.engine = engine;
        this.tuner = tuner;
        this.quiet = quiet;
        this.sleep = sleep;
        this.time = time;
        this.later = later;
        this.moments = moments;
    }

    /** A picture is waited for from now on. */
    void fromNow() {
        seconds = 0;
        played = false;
    }

    /** All of it. */
    void all() {
        Moment moment = moments.get();
        Listing listing = moment.listing(time.at(time.now()));
        Optional<ChannelId> on = moment.tuned.map(Channel::id);
        model.tuned().set(moment.tuned.map(channel -> listing.card(channel, on)));
        List<Card> televisions = listing.cards(Channel.Kind.TELEVISION, on);
        List<Card> radios = listing.cards(Channel.Kind.RADIO, on);
        model.televisions().set(televisions);
        model.radios().set(radios);
        model.doorway().set(new Doorway(televisions.size(), radios.size()));
        model.back().set(moment.before.flatMap(moment.facts::channel).isPresent());
        model.guide()
                .set(
                        model.panel().get() == Panel.GUIDE
                                ? listing.guide(model.range().get(), on)
                                : List.of());
        air();
        notices();
    }

    /** What stands in the picture. */
    void air() {
        OnAir now = onAir(moments.get());
        played |= now instanceof OnAir.Playing;
        if (!(now instanceof OnAir.Coming)) {
            seconds = 0;
            counting.ifPresent(Watch::close);
            counting = Optional.empty();
        } else if (counting.isEmpty()) {
            counting = Optional.of(later.in(SECOND, this::counted));
        }
        model.onAir().set(now);
    }

    private void counted() {
        counting = Optional.empty();
        seconds++;
        air();
    }

    private OnAir onAir(Moment moment) {
        if (moment.tuned.isEmpty() || !moment.awake) {
            return new OnAir.Off();
        }
        Channel channel = moment.tuned.get();
        if (moment.facts.channel(channel.id()).isEmpty()) {
            return new OnAir.Gone();
        }
        Access access =
                moment.listing(time.at(time.now())).card(channel, Optional.empty()).access();
        if (!(access instanceof Access.Free)) {
            return new OnAir.NotFor(access);
        }
        if (Streams.of(channel).isEmpty()) {
            return new OnAir.Broken(true);
        }
        if (tuner.silenced()) {
            return new OnAir.Paused();
        }
        return switch (tuner.state()) {
            case PlayState.Idle _, PlayState.Buffering _ -> new OnAir.Coming(seconds);
            case PlayState.Playing _ -> new OnAir.Playing();
            case PlayState.Paused _ -> new OnAir.Paused();
            case PlayState.Stalled stalled -> new OnAir.Stopped(stalled.tries(), played);
            case PlayState.Ended _ -> new OnAir.Broken(false);
            case PlayState.Failed failed ->
                    new OnAir.Broken(
                            failed.why() == Trouble.NOT_INSTALLED
                                    || failed.why() == Trouble.FORMAT);
        };
    }

    /** What the patient must know. */
    void notices() {
        Moment moment = moments.get();
        List<Notice> notices = new ArrayList<>(moment.said.stream().toList());
        model.sleep()
                .get()
                .filter(_ -> sleep.soon())
                .map(Notice.SleepsSoon::new)
                .ifPresent(notices::add);
        if (quiet.hushedProperty().get()) {
            notices.add(new Notice.Headphones(quiet.pluggedProperty().get().isPresent()));
        } else if (engine.silentProperty().get()) {
            notices.add(new Notice.NoSound());
        }
        LocalDate today = time.at(time.now()).toLocalDate();
        moment.facts
                .guideUntil()
                .filter(until -> until.isBefore(today))
                .map(Notice.GuideOld::new)
                .ifPresent(notices::add);
        model.notices().set(List.copyOf(notices));
    }
}
