package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Favourites;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvRules;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.HandClock;
import chevet.terminal.HandLink;
import chevet.terminal.device.Sound;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Track;
import chevet.terminal.player.Track.Purpose;
import chevet.terminal.player.Tracks;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.OneAudioFocus;
import chevet.terminal.shell.Quiets;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.tv.TvModel.Range;
import chevet.terminal.ui.PictureSource;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The television without a toolkit: everything on the test's own thread. */
class TvInteractorTest {
    private final HandClock clock = new HandClock(Sets.at("11:42"));
    private final HandLink link = new HandLink();
    private final HandGuides guides = new HandGuides();
    private final HandEngine engine = new HandEngine();
    private final OneAudioFocus focus = new OneAudioFocus();
    private final HandLater later = new HandLater(clock);
    private final WardTime time = new WardTime(clock, Sets.PARIS);
    private final Work work = new Work(Runnable::run, Runnable::run);
    private Optional<Boolean> plugged = Optional.empty();
    private final Quiets quiets = new Quiets(work, new Jack());
    private final TvModel model = new TvModel();
    private final TvPorts ports =
            new TvPorts(
                    link, link, link, guides, PictureSource.NONE, engine, focus, quiets.quiet());
    private final TvInteractor tv = new TvInteractor(model, ports, Runnable::run, time, later);
    private final TvFeed feed = new TvFeed(ports, tv, time, work);

    private final class Jack implements Sound {
        @Override
        public Optional<Integer> volume() {
            return Optional.of(40);
        }

        @Override
        public void setVolume(int percent) {
            throw new AssertionError("the television sets no volume");
        }

        @Override
        public Optional<Boolean> headphones() {
            return plugged;
        }
    }

    @BeforeEach
    void somebodyLiesHere() {
        Sets.fill(link::put, guides);
        link.admit("s1");
        feed.start();
        tv.enter();
        engine.become(new PlayState.Playing());
    }

    private void clockIs(String local) {
        clock.forward(Duration.between(clock.instant(), Sets.at(local)));
        time.tick();
        tv.tick();
    }

    private String on() {
        return model.tuned().get().map(Card::name).orElse("");
    }

    private String opened() {
        String path = engine.opened().getLast().address().getPath();
        return path.substring(1, path.indexOf('.'));
    }

    private Card card(String id) {
        return model.televisions().get().stream()
                .filter(card -> card.id().equals(Sets.id(id)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> listed() {
        return model.televisions().get().stream().map(card -> card.id().value()).toList();
    }

    private boolean says(Class<? extends Notice> notice) {
        return model.notices().get().stream().anyMatch(notice::isInstance);
    }

    private void types(int... digits) {
        for (int digit : digits) {
            tv.type(digit);
        }
    }

    @Test
    void oneTapFromHomeTheFirstChannelPlays() {
        assertThat(on()).isEqualTo("Une");
        assertThat(opened()).isEqualTo("une");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
    }

    @Test
    void channelsSayWhatIsOnAndHowMuchOfItHasBeen() {
        assertThat(card("deux").now().orElseThrow().title())
                .isEqualTo(Texts.french("Documentaire : la mer du Nord"));
        assertThat(card("deux").share()).isCloseTo(0.65, org.assertj.core.data.Offset.offset(0.01));
        assertThat(card("cinq").now()).isEmpty();
    }

    @Test
    void theCardIsThereBeforeThePicture() {
        tv.zap(Sets.id("deux"));
        assertThat(on()).isEqualTo("Deux");
        assertThat(model.named().get()).isTrue();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
        later.pass(Duration.ofSeconds(4));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(4));
        engine.become(new PlayState.Playing());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        later.pass(TvInteractor.NAMED);
        assertThat(model.named().get()).isFalse();
    }

    @Test
    void whatTheNextTapMayAskForIsKeptWarm() {
        tv.zap(Sets.id("deux"));
        assertThat(engine.warm())
                .extracting(warm -> warm.address().getPath())
                .containsExactly("/trois.m3u8", "/une.m3u8", "/cinq.m3u8");
    }

    @Test
    void upAndDownGoRoundWhatTheStayHas() {
        tv.down();
        assertThat(on()).isEqualTo("Chaîne de l’hôpital");
        tv.up();
        assertThat(on()).isEqualTo("Une");
        tv.up();
        assertThat(on()).isEqualTo("Deux");
    }

    @Test
    void previousGoesToAndFro() {
        assertThat(model.back().get()).isFalse();
        tv.zap(Sets.id("cinq"));
        tv.back();
        assertThat(on()).isEqualTo("Une");
        tv.back();
        assertThat(on()).isEqualTo("Cinq");
    }

    @Test
    void aNumberThatCanBecomeNoLongerOneCountsAtOnce() {
        types(5);
        assertThat(on()).isEqualTo("Cinq");
        assertThat(model.typed().get()).isEmpty();
    }

    @Test
    void aNumberThatCanBecomeALongerOneWaits() {
        types(1);
        assertThat(on()).isEqualTo("Une");
        assertThat(model.typed().get()).isEqualTo("1");
        types(0, 2);
        assertThat(on()).isEqualTo("Radio Musique");
        assertThat(engine.opened().getLast())
                .isEqualTo(
                        new MediaSource.Live(
                                java.net.URI.create("http://headend.example/musique.m3u8")));
    }

    @Test
    void whatATypedNumberMayBecomeIsKeptWarmMeanwhile() {
        tv.zap(Sets.id("deux"));
        List<MediaSource.Live> neighbours = engine.warm();
        types(1);
        assertThat(engine.warm())
                .extracting(warm -> warm.address().getPath())
                .contains("/une.m3u8", "/musique.m3u8")
                .doesNotContain("/trois.m3u8");
        tv.erase();
        assertThat(engine.warm()).isEqualTo(neighbours);
    }

    @Test
    void aShortNumberCountsAfterAWhile() {
        tv.zap(Sets.id("cinq"));
        types(1);
        later.pass(Digits.WAIT);
        assertThat(on()).isEqualTo("Une");
    }

    @Test
    void anErasedDigitIsNotTyped() {
        tv.open(Panel.NUMBER);
        types(9);
        tv.erase();
        types(2);
        assertThat(on()).isEqualTo("Deux");
        assertThat(model.panel().get()).isEqualTo(Panel.NOW);
    }

    @Test
    void anUnknownNumberIsSaidAndChangesNothing() {
        types(8);
        assertThat(model.notices().get()).contains(new Notice.NoSuchNumber("8"));
        assertThat(on()).isEqualTo("Une");
        tv.up();
        assertThat(says(Notice.NoSuchNumber.class)).isFalse();
    }

    @Test
    void aFavouriteIsSeenAtOnceAndSentWhole() {
        tv.zap(Sets.id("cinq"));
        tv.favourite();
        assertThat(listed()).startsWith("cinq", "une", "deux");
        tv.zap(Sets.id("deux"));
        tv.favourite();
        assertThat(listed()).startsWith("cinq", "deux", "une");
        assertThat(link.sent()).hasSize(2);
        assertThat(WireCodec.lenient(link.sent().get(1).command().body(), Favourites.class))
                .isEqualTo(new Favourites(List.of(Sets.id("cinq"), Sets.id("deux"))));
        assertThat(link.sent().get(1).command().stay()).contains(new StayId("s1"));
    }

    @Test
    void favouritesOfAnotherBedAreThere() {
        link.put(Kind.STAY, Favourites.KEY, new Favourites(List.of(Sets.id("sept"))));
        assertThat(listed()).startsWith("sept", "une");
    }

    @Test
    void refusedFavouritesAreTakenBackAndSaid() {
        tv.favourite();
        assertThat(card("une").favourite()).isTrue();
        var command = link.sent().getFirst().command();
        link.decide(
                0,
                new Outcome(
                        command.id(),
                        command.series(),
                        command.number(),
                        Outcome.Status.FAILED,
                        Optional.empty(),
                        clock.instant()));
        assertThat(card("une").favourite()).isFalse();
        assertThat(says(Notice.FavouritesNotKept.class)).isTrue();
    }

    @Test
    void aChannelOfAPackStandsLastAndSaysWhy() {
        assertThat(listed()).last().isEqualTo("cine");
        tv.zap(Sets.id("cine"));
        assertThat(model.onAir().get())
                .isEqualTo(
                        new OnAir.NotFor(
                                new Access.Pack(List.of(Texts.of("Cinéma", "Cinema", "السينما")))));
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
    }

    @Test
    void whoHoldsThePackHasTheChannel() {
        tv.zap(Sets.id("cine"));
        link.put(Kind.STAY, TvAccess.KEY, new TvAccess(Set.of(Sets.CINEMA), Optional.empty()));
        assertThat(opened()).isEqualTo("cine");
        assertThat(listed()).containsSubsequence("sept", "cine", "hopital");
    }

    @Test
    void aChannelForOlderPeopleIsNotListedAndItsNumberSaysWhy() {
        assertThat(listed()).doesNotContain("adultes");
        types(6, 9);
        assertThat(model.onAir().get())
                .isEqualTo(new OnAir.NotFor(new Access.Older(18, Optional.empty())));
    }

    @Test
    void aProgrammeForOlderPeopleStopsThePictureAndTheNextBringsItBack() {
        tv.zap(Sets.id("deux"));
        engine.become(new PlayState.Playing());
        clockIs("12:10");
        assertThat(model.onAir().get())
                .isEqualTo(new OnAir.NotFor(new Access.Older(16, Optional.of(Sets.at("13:00")))));
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        clockIs("13:00");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
        assertThat(opened()).isEqualTo("deux");
    }

    @Test
    void theParentsWordRulesInPlaceOfTheWards() {
        clockIs("12:15");
        link.put(Kind.STAY, TvAccess.KEY, new TvAccess(Set.of(), Optional.of(16)));
        assertThat(card("deux").access()).isEqualTo(new Access.Free());
        link.put(Kind.STAY, TvAccess.KEY, new TvAccess(Set.of(), Optional.of(10)));
        assertThat(card("deux").access()).isInstanceOf(Access.Older.class);
    }

    @Test
    void anInterruptionPausesAndGivesBackExactlyWhatWasOn() {
        tv.zap(Sets.id("trois"));
        engine.become(new PlayState.Playing());
        tv.whole(true);
        int opened = engine.opened().size();
        AudioFocus.Held call = focus.interrupt();
        AudioFocus.Held notice = focus.interrupt();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Paused());
        call.close();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        notice.close();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        assertThat(on()).isEqualTo("Trois");
        assertThat(model.whole().get()).isTrue();
        assertThat(engine.opened()).hasSize(opened);
    }

    @Test
    void whatWasJustBeingOpenedIsNotHeardDuringAnInterruption() {
        tv.zap(Sets.id("trois"));
        engine.become(new PlayState.Stalled(Trouble.NO_SIGNAL, 1));
        engine.refuseToPause();
        AudioFocus.Held call = focus.interrupt();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        call.close();
        assertThat(opened()).isEqualTo("trois");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @Test
    void aZapDuringAnInterruptionIsHeardAfterIt() {
        AudioFocus.Held call = focus.interrupt();
        int opened = engine.opened().size();
        tv.zap(Sets.id("cinq"));
        assertThat(on()).isEqualTo("Cinq");
        assertThat(engine.opened()).hasSize(opened);
        call.close();
        assertThat(opened()).isEqualTo("cinq");
    }

    @Test
    void staffWhoShowAnotherScreenGiveBackWhatWasOn() {
        tv.zap(Sets.id("trois"));
        tv.whole(true);
        AudioFocus.Held staff = focus.interrupt();
        tv.leave();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        staff.close();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        tv.enter();
        assertThat(opened()).isEqualTo("trois");
        assertThat(model.whole().get()).isTrue();
    }

    @Test
    void whoeverTakesTheSoundForGoodCanBeSilencedAgain() {
        focus.take(
                new AudioFocus.Player() {
                    @Override
                    public void pause() {
                        plugged = Optional.of(true);
                    }

                    @Override
                    public void resume() {
                        throw new AssertionError("nobody interrupts");
                    }
                });
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        tv.again();
        assertThat(plugged).as("the other was paused").contains(true);
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    NO_SIGNAL,     false
                    NOT_FOUND,     false
                    STOPPED,       false
                    DAMAGED,       false
                    FORMAT,        true
                    NOT_INSTALLED, true
                    """)
    void eachFailureSaysWhoIsAtFaultAndCanBeTriedAgain(Trouble why, boolean wanting) {
        engine.become(new PlayState.Failed(why));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Broken(wanting));
        int opened = engine.opened().size();
        tv.again();
        assertThat(engine.opened()).hasSize(opened + 1);
    }

    @Test
    void aPictureThatStopsSaysSo() {
        engine.become(new PlayState.Stalled(Trouble.STOPPED, 2));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Stopped(2));
        assertThat(tv.watched()).isTrue();
    }

    @Test
    void aStreamThatNothingHereOpensIsNoDeadScreen() {
        Channel odd =
                new Channel(
                        Sets.id("odd"),
                        8,
                        "Odd",
                        Channel.Kind.TELEVISION,
                        java.net.URI.create("rtsp://headend.example/odd"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        0);
        link.put(Kind.HOUSE, Channel.key(odd.id()), odd);
        tv.zap(odd.id());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Broken(true));
    }

    @Test
    void aChannelThatLeavesTheListSaysSo() {
        link.remove(Kind.HOUSE, Channel.key(Sets.id("une")));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Gone());
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
    }

    @Test
    void aChannelThatMovesIsOpenedWhereItIsNow() {
        Channel moved =
                new Channel(
                        Sets.id("une"),
                        1,
                        "Une",
                        Channel.Kind.TELEVISION,
                        java.net.URI.create("udp://@239.1.1.1:5000"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        0);
        link.put(Kind.HOUSE, Channel.key(moved.id()), moved);
        assertThat(engine.opened().getLast().address()).isEqualTo(moved.stream());
    }

    @Test
    void theSleepTimerWarnsSwitchesOffAndGoesDark() {
        tv.sleepIn(Optional.of(Duration.ofMinutes(30)));
        assertThat(model.sleep().get()).contains(Sets.at("12:12"));
        clockIs("12:11");
        assertThat(says(Notice.SleepsSoon.class)).isTrue();
        clockIs("12:12");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(model.dark().get()).isTrue();
        assertThat(tv.watched()).as("home would light the room").isTrue();
        tv.dark(false);
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Off());
        tv.zap(Sets.id("une"));
        assertThat(opened()).isEqualTo("une");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @Test
    void whoIsStillAwakeKeepsItOn() {
        tv.sleepIn(Optional.of(Duration.ofMinutes(15)));
        clockIs("11:56");
        tv.sleepIn(Optional.empty());
        assertThat(says(Notice.SleepsSoon.class)).isFalse();
        clockIs("12:30");
        assertThat(model.dark().get()).isFalse();
    }

    @Test
    void itSleepsAfterTheProgramme() {
        tv.sleepAfterProgramme();
        assertThat(model.sleep().get()).contains(Sets.at("12:00"));
    }

    @Test
    void theWardsCapGoesByTheHour() {
        assertThat(quiets.quiet().greatestProperty().get()).isEqualTo(60);
        clockIs("21:00");
        assertThat(quiets.quiet().greatestProperty().get()).isEqualTo(30);
    }

    @Test
    void atNightThereIsNoSoundWithoutHeadphones() {
        plugged = Optional.of(false);
        clockIs("21:00");
        assertThat(engine.loudness().heard()).isZero();
        assertThat(model.notices().get()).contains(new Notice.Headphones(true));
        plugged = Optional.of(true);
        quiets.look();
        assertThat(engine.loudness().heard()).isEqualTo(100);
        assertThat(says(Notice.Headphones.class)).isFalse();
    }

    @Test
    void whereTheDeviceCannotTellThePatientSaysSo() {
        clockIs("21:30");
        assertThat(engine.loudness().heard()).isZero();
        assertThat(model.notices().get()).contains(new Notice.Headphones(false));
        tv.headphones();
        assertThat(engine.loudness().heard()).isEqualTo(100);
        clockIs("23:00");
        assertThat(engine.loudness().heard()).isEqualTo(100);
    }

    @Test
    void aDeviceWithoutSoundIsSaid() {
        engine.hearNothing(true);
        assertThat(says(Notice.NoSound.class)).isTrue();
    }

    @Test
    void tracksAreOfferedAndAWishHoldsForTheNextChannel() {
        Track french = new Track("a1", Optional.of("fr"), Purpose.PLAIN);
        Track told = new Track("a2", Optional.of("fr"), Purpose.AUDIO_DESCRIPTION);
        Track text = new Track("t1", Optional.of("fr"), Purpose.HARD_OF_HEARING);
        engine.offer(
                new Tracks(
                        List.of(french, told),
                        Optional.of(french),
                        List.of(text),
                        Optional.empty()));
        tv.choices().description(true);
        assertThat(model.tracks().get().sound()).contains(told);
        tv.choices().text(Optional.of(text));
        assertThat(model.tracks().get().text()).contains(text);
        assertThat(engine.wish().description()).isTrue();
        assertThat(engine.wish().text()).isTrue();
        tv.choices().sound(french);
        assertThat(engine.wish().description()).isFalse();
        assertThat(engine.wish().languages()).startsWith("fr");
    }

    @Test
    void theGuideOfTheEveningBeginsAtEight() {
        tv.open(Panel.GUIDE);
        tv.range(Range.EVENING);
        assertThat(model.guide().get())
                .extracting(card -> card.id().value() + " " + card.programmes().size())
                .containsExactly("une 2", "deux 1", "hopital 1");
        clockIs("20:45");
        assertThat(model.guide().get().getFirst().programmes()).hasSize(1);
    }

    @Test
    void whatComesNextAndTheTunedChannelsDay() {
        tv.open(Panel.GUIDE);
        tv.range(Range.NEXT);
        assertThat(model.guide().get().getFirst().programmes().getFirst().title())
                .isEqualTo(Texts.french("Le journal"));
        tv.range(Range.CHANNEL);
        assertThat(model.guide().get()).hasSize(4);
    }

    @Test
    void aGuideThatComesLaterIsShownThen() {
        HandGuides empty = new HandGuides();
        FactsReader reader = new FactsReader(link, link, empty);
        TvFacts before = reader.read(Set.of(Kind.HOUSE, Kind.WARD), Sets.SATURDAY);
        assertThat(before.programmes()).isEmpty();
        assertThat(empty.asked()).contains(Sets.day(Sets.id("une")));
        empty.come(Sets.day(Sets.id("une")), Sets.guide().getFirst());
        assertThat(reader.read(Set.of(), Sets.SATURDAY).schedule(Sets.id("une")).list()).hasSize(4);
    }

    @Test
    void aGuideThatHasEndedSaysHowOldItIs() {
        clock.forward(Duration.ofDays(2));
        tv.tick();
        assertThat(model.notices().get()).contains(new Notice.GuideOld(LocalDate.of(2026, 11, 21)));
    }

    @Test
    void radioPlaysInTheDark() {
        tv.zap(Sets.id("inter"));
        engine.become(new PlayState.Playing());
        tv.dark(true);
        assertThat(tv.watched()).isTrue();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        tv.up();
        assertThat(on()).isEqualTo("Radio Musique");
        tv.up();
        assertThat(on()).isEqualTo("Radio Inter");
    }

    @Test
    void nothingIsHeardWhereItIsNotSeen() {
        tv.leave();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(engine.warm()).isEmpty();
        assertThat(tv.watched()).isFalse();
    }

    @Test
    void theNextPatientFindsNothingOfTheLast() {
        tv.zap(Sets.id("cinq"));
        tv.favourite();
        tv.sleepIn(Optional.of(Duration.ofMinutes(15)));
        tv.choices().description(true);
        tv.leave();
        link.discharge();
        feed.forget();
        tv.forget();
        link.admit("s2");
        assertThat(model.tuned().get()).isEmpty();
        assertThat(model.back().get()).isFalse();
        assertThat(model.sleep().get()).isEmpty();
        assertThat(engine.wish().description()).isFalse();
        assertThat(listed()).startsWith("une", "deux");
        assertThat(card("cinq").favourite()).isFalse();
    }

    @Test
    void withoutChannelsThereIsNoDoor() {
        assertThat(model.doorway().get().open()).isTrue();
        for (Channel channel : Sets.channels()) {
            link.remove(Kind.HOUSE, Channel.key(channel.id()));
        }
        assertThat(model.doorway().get().open()).isFalse();
    }

    @Test
    void untilTheWardsRulesHaveComeItIsCautious() {
        link.remove(Kind.WARD, TvRules.KEY);
        assertThat(quiets.quiet().greatestProperty().get()).isEqualTo(TvRules.CAUTIOUS.volume());
    }

    @Test
    void anUnknownChannelChangesNothing() {
        Optional<ChannelId> tuned = model.tuned().get().map(Card::id);
        assertThat(tuned).contains(Sets.id("une"));
        tv.zap(Sets.id("nowhere"));
        assertThat(model.tuned().get().map(Card::id)).isEqualTo(tuned);
    }
}
