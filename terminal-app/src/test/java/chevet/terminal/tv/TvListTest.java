package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.tv.Channel;
import chevet.model.tv.Favourites;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvRules;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.player.PlayState;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.tv.TvModel.Range;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is listed, for whom, and the guide. */
class TvListTest extends HandTelevision {
    @Test
    void channelsSayWhatIsOnAndHowMuchOfItHasBeen() {
        assertThat(card("deux").now().orElseThrow().title())
                .isEqualTo(Texts.french("Documentaire : la mer du Nord"));
        assertThat(card("deux").share()).isCloseTo(0.65, org.assertj.core.data.Offset.offset(0.01));
        assertThat(card("cinq").now()).isEmpty();
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
}
