package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Lineup;
import chevet.model.tv.Programme;
import chevet.model.tv.TvRule;
import chevet.terminal.link.Watch;
import chevet.terminal.player.Loudness;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.shell.Quiet;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.tv.TvModel.Range;
import chevet.terminal.ui.WardTime;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What the patient does with the television, and what comes of it. On the JavaFX thread. */
final class TvInteractor {
    /** How long a channel's name stands over its picture. */
    static final Duration NAMED = Duration.ofSeconds(5);

    private static final Loudness AUDIBLE = new Loudness(Quiet.LOUDEST, Quiet.LOUDEST, false);

    private final TvModel model;
    private final MediaEngine engine;
    private final Tuner tuner;
    private final Warmth warmth;
    private final FavouriteKeeper favourites;
    private final Digits digits;
    private final TrackChoices choices;
    private final SleepTimer sleep;
    private final Showing showing;
    private final Quiet quiet;
    private final WardTime time;
    private final Later later;

    private TvFacts facts = TvFacts.NONE;
    private Optional<Channel> tuned = Optional.empty();
    private Optional<ChannelId> before = Optional.empty();
    private Optional<Notice> said = Optional.empty();
    private Optional<Watch> unnaming = Optional.empty();
    private boolean active;
    private boolean asleep;

    TvInteractor(TvModel model, TvPorts ports, Executor screen, WardTime time, Later later) {
        this.model = model;
        this.engine = ports.engine();
        this.quiet = ports.quiet();
        this.time = time;
        this.later = later;
        this.tuner = new Tuner(engine, ports.focus(), this::played);
        this.warmth = new Warmth(engine);
        this.favourites =
                new FavouriteKeeper(
                        ports.commands(), screen, () -> say(new Notice.FavouritesNotKept()));
        this.digits = new Digits(model, later, this::number);
        this.sleep = new SleepTimer(model.sleep(), time);
        this.choices = new TrackChoices(model, engine);
        this.showing = new Showing(model, engine, tuner, quiet, sleep, time, later, this::moment);
        engine.tracksProperty().addListener((_, _, now) -> model.tracks().set(now));
        engine.silentProperty().addListener((_, _, _) -> showing.notices());
        quiet.hushedProperty().addListener((_, _, _) -> loudness());
        quiet.pluggedProperty().addListener((_, _, _) -> showing.notices());
        loudness();
    }

    /** What is known now. */
    void facts(TvFacts known) {
        if (!known.stay().equals(facts.stay())) {
            forget();
        }
        facts = known;
        favourites.known(known.favourites());
        follow();
    }

    /** Once a minute. */
    void tick() {
        if (sleep.over()) {
            sleep.set(Optional.empty());
            if (active) {
                switchOff();
            }
        }
        follow();
    }

    /** What was sent as favourites counts, or does not. */
    void outcome(String command, boolean accepted) {
        favourites.outcome(command, accepted);
        show();
    }

    /** The screen is seen: what was on goes on, or the first channel begins. */
    void enter() {
        active = true;
        asleep = false;
        if (tuned.isEmpty()) {
            Stream.of(Channel.Kind.values())
                    .flatMap(kind -> listing().cards(kind, Optional.empty()).stream())
                    .filter(card -> card.access() instanceof Access.Free)
                    .findFirst()
                    .ifPresentOrElse(card -> zap(card.id()), this::follow);
        } else {
            name();
            follow();
        }
    }

    /** The screen is no longer seen: nothing is heard any more, and it comes back as it was. */
    void leave() {
        active = false;
        digits.forget();
        said = Optional.empty();
        model.dark().set(false);
        follow();
    }

    /** True while something is watched or heard, so that nobody need touch the screen. */
    boolean watched() {
        return active && (model.dark().get() || running());
    }

    private boolean running() {
        return tuner.on() && !(tuner.state() instanceof PlayState.Failed);
    }

    /** Goes to a channel; its name is there at once, and its picture when it comes. */
    void zap(ChannelId id) {
        Optional<Channel> next = facts.channel(id);
        if (next.isEmpty()) {
            return;
        }
        said = Optional.empty();
        asleep = false;
        digits.forget();
        warmth.touched(Optional.empty());
        if (tuned.filter(now -> now.id().equals(id)).isEmpty()) {
            before = tuned.map(Channel::id);
            tuned = next;
            showing.fromNow();
        } else if (!(model.onAir().get() instanceof OnAir.Playing)) {
            tuner.again();
        }
        name();
        follow();
    }

    /** A finger lies on its tile. */
    void touch(ChannelId id) {
        warmth.touched(Optional.of(id));
        warm();
    }

    /** These tiles are seen. */
    void inSight(List<ChannelId> tiles) {
        warmth.inSight(tiles);
        warm();
    }

    /** What the next tap may ask for is on its way already. */
    private void warm() {
        tuned.filter(_ -> tuner.on())
                .ifPresentOrElse(
                        on ->
                                warmth.keep(
                                        new Neighbours(listing(), on, before), model.typed().get()),
                        warmth::drop);
    }

    void up() {
        walk(Lineup::above);
    }

    void down() {
        walk(Lineup::below);
    }

    private void walk(Step step) {
        Channel.Kind kind = tuned.map(Channel::kind).orElse(Channel.Kind.TELEVISION);
        Lineup lineup = listing().lineup(kind);
        tuned.flatMap(now -> step.from(lineup, now))
                .or(() -> lineup.channels().stream().findFirst())
                .ifPresent(channel -> zap(channel.id()));
    }

    @FunctionalInterface
    private interface Step {
        Optional<Channel> from(Lineup lineup, Channel channel);
    }

    /** To the channel that was on before this one. */
    void back() {
        before.ifPresent(this::zap);
    }

    /** Opens the same once more, or takes the sound again. */
    void again() {
        asleep = false;
        showing.fromNow();
        tuner.again();
        follow();
    }

    void open(Panel panel) {
        digits.forget();
        said = Optional.empty();
        model.panel().set(panel);
        show();
    }

    void range(Range range) {
        model.range().set(range);
        show();
    }

    void type(int digit) {
        said = Optional.empty();
        digits.type(digit, new Lineup(facts.channels()));
        warm();
        showing.notices();
    }

    void erase() {
        digits.erase();
        warm();
    }

    void dial() {
        digits.dial();
    }

    private void number(String typed) {
        Optional<Channel> channel = new Lineup(facts.channels()).byNumber(Integer.parseInt(typed));
        channel.ifPresentOrElse(
                found -> {
                    zap(found.id());
                    if (model.panel().get() == Panel.NUMBER) {
                        open(Panel.NOW);
                    }
                },
                () -> say(new Notice.NoSuchNumber(typed)));
    }

    /** Makes the tuned channel a favourite, or no longer one. */
    void favourite() {
        tuned.ifPresent(
                channel -> {
                    said = Optional.empty();
                    favourites.toggle(facts.stay(), facts.favourites(), channel.id());
                    show();
                });
    }

    /** Switches itself off after so long; empty: not at all. */
    void sleepIn(Optional<Duration> wait) {
        sleep.set(wait.map(each -> time.now().plus(each)));
        showing.notices();
    }

    /** Switches itself off when what is on ends. */
    void sleepAfterProgramme() {
        programme().ifPresent(on -> sleep.set(Optional.of(on.stop())));
        showing.notices();
    }

    private void switchOff() {
        asleep = true;
        model.whole().set(false);
        model.dark().set(true);
    }

    void whole(boolean whole) {
        model.whole().set(whole);
        if (whole) {
            name();
        }
    }

    /** Makes the screen black while the sound goes on, or wakes it. */
    void dark(boolean dark) {
        model.dark().set(dark);
    }

    /** Subtitles, sounds and audio description. */
    TrackChoices choices() {
        return choices;
    }

    /** The patient says that headphones are plugged in. */
    void headphones() {
        quiet.saidToBePlugged();
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        tuned = Optional.empty();
        before = Optional.empty();
        said = Optional.empty();
        asleep = false;
        favourites.forget();
        digits.forget();
        sleep.set(Optional.empty());
        choices.forget();
        model.panel().set(Panel.NOW);
        model.range().set(Range.EVENING);
        model.whole().set(false);
        model.dark().set(false);
        facts = TvFacts.NONE;
        follow();
    }

    private Listing listing() {
        return moment().listing(time.at(time.now()));
    }

    private Showing.Moment moment() {
        return new Showing.Moment(seen(), tuned, before, said, active && !asleep);
    }

    /** The facts with what the patient has just done. */
    private TvFacts seen() {
        return new TvFacts(
                facts.stay(),
                facts.channels(),
                facts.packs(),
                facts.rules(),
                facts.access(),
                favourites.shown(facts.favourites()),
                facts.programmes(),
                facts.guideUntil());
    }

    private Optional<Programme> programme() {
        return tuned.flatMap(channel -> facts.schedule(channel.id()).at(time.now()));
    }

    /** Plays what is to be played now, by the rules of now, and shows it. */
    private void follow() {
        if (!facts.channels().isEmpty()) {
            ZonedDateTime now = time.at(time.now());
            quiet.rule(
                    TvRule.greatestVolume(facts.rules(), now),
                    TvRule.headphonesOnly(facts.rules(), now));
        }
        tuned = tuned.map(channel -> facts.channel(channel.id()).orElse(channel));
        Optional<Channel> on = tuned.filter(_ -> active && !asleep).filter(this::allowed);
        on.flatMap(Streams::of).ifPresentOrElse(tuner::tune, this::silence);
        warm();
        show();
    }

    private void silence() {
        if (tuner.on()) {
            tuner.off();
        }
    }

    private boolean allowed(Channel channel) {
        return facts.channel(channel.id()).isPresent()
                && listing().card(channel, Optional.empty()).access() instanceof Access.Free;
    }

    /** The engine has something to say. */
    private void played() {
        if (tuner.state() instanceof PlayState.Playing && model.named().get()) {
            unnameSoon();
        }
        showing.air();
    }

    private void name() {
        unnaming.ifPresent(Watch::close);
        model.named().set(true);
        if (tuner.state() instanceof PlayState.Playing) {
            unnameSoon();
        }
    }

    private void unnameSoon() {
        unnaming.ifPresent(Watch::close);
        unnaming = Optional.of(later.in(NAMED, () -> model.named().set(false)));
    }

    private void say(Notice notice) {
        said = Optional.of(notice);
        show();
    }

    private void loudness() {
        engine.setLoudness(AUDIBLE.withMuted(quiet.hushedProperty().get()));
        showing.notices();
    }

    private void show() {
        showing.all();
    }
}
