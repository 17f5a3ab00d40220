package chevet.ward.tv;

import static chevet.ward.tv.Guides.programme;
import static chevet.ward.tv.TvHouse.entry;
import static chevet.ward.tv.TvHouse.guide;
import static chevet.ward.tv.TvHouse.list;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.WardId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class TvDeskTest {
    private static final String TOMORROW =
            "<programme channel=\"une\" start=\"20261122080000 +0100\" stop=\"20261122090000 +0100\"><title>Demain</title></programme>\n";

    @BothDatabases
    void aChannelListBecomesEventsOfTheHouse(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        assertThat(
                        desk.importChannels(
                                "l.m3u", list(entry("une", ""), entry("deux", "radio=\"1\""))))
                .isEqualTo(new FeedResult.Taken(2, 2, Report.NONE));
        assertThat(house.keysSaid()).containsExactly("+channel/une", "+channel/deux");
        assertThat(house.house().get("channel/deux"))
                .isInstanceOfSatisfying(
                        Channel.class, c -> assertThat(c.kind()).isEqualTo(Channel.Kind.RADIO));
        assertThat(desk.channels()).extracting(Channel::number).containsExactly(1, 2);
    }

    @BothDatabases
    void onlyWhatChangedIsToldAgain(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", ""), entry("deux", "")));
        house.keysSaid();
        assertThat(desk.importChannels("l.m3u", list(entry("une", ""), entry("deux", ""))))
                .isEqualTo(new FeedResult.Taken(2, 0, Report.NONE));
        assertThat(house.keysSaid()).isEmpty();
        desk.importChannels("l.m3u", list(entry("une", "chevet-age=\"12\""), entry("trois", "")));
        assertThat(house.keysSaid())
                .containsExactlyInAnyOrder("+channel/une", "+channel/trois", "-channel/deux");
    }

    @BothDatabases
    void aGuideBecomesOneObjectForEachChannelAndDay(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", ""), entry("deux", "")));
        house.keysSaid();
        FeedResult result =
                desk.importGuide("g.xml", guide(programme("1200", "1300", "Midi"), TOMORROW));
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Taken.class,
                        taken -> {
                            assertThat(taken.found()).isEqualTo(2);
                            assertThat(taken.changed()).isEqualTo(2);
                            assertThat(taken.report().counts())
                                    .isEqualTo(Map.of(Finding.Kind.NO_GUIDE, 1));
                        });
        assertThat(house.keysSaid())
                .containsExactly("+guide/une/2026-11-21", "+guide/une/2026-11-22");
        assertThat(house.day("une", "2026-11-21").list())
                .extracting(Guides::words)
                .containsExactly("12:00-13:00 Midi");
        assertThat(desk.now().get(new ChannelId("une")))
                .isNotNull()
                .satisfies(on -> assertThat(on.title().fr()).isEqualTo("Midi"));
        assertThat(desk.guided()).isEqualTo(Map.of(new ChannelId("une"), 2));
    }

    @BothDatabases
    void daysThatDidNotChangeCauseNoEvents(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", "")));
        desk.importGuide("g.xml", guide(programme("1200", "1300", "Midi"), TOMORROW));
        house.keysSaid();
        desk.importGuide("g.xml", guide(TOMORROW, programme("1200", "1300", "Midi")));
        assertThat(house.keysSaid()).isEmpty();
        String before = house.object("une", "2026-11-21");
        desk.importGuide("g.xml", guide(TOMORROW, programme("1200", "1300", "Autre")));
        assertThat(house.keysSaid()).containsExactly("+guide/une/2026-11-21");
        assertThat(house.store.find(before)).isEmpty();
    }

    @BothDatabases
    void aBrokenFeedKeepsThePreviousOne(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", "")));
        desk.importGuide("g.xml", guide(programme("1200", "1300", "Midi")));
        house.keysSaid();
        byte[] cut = java.util.Arrays.copyOf(guide(programme("1200", "1300", "Autre")), 60);
        assertThat(desk.importGuide("cut.xml", cut)).isInstanceOf(FeedResult.Refused.class);
        assertThat(desk.importGuide("empty.xml", guide())).isInstanceOf(FeedResult.Refused.class);
        assertThat(desk.importChannels("empty.m3u", list())).isInstanceOf(FeedResult.Refused.class);
        assertThat(house.keysSaid()).isEmpty();
        assertThat(desk.feed(Feed.Kind.GUIDE))
                .hasValueSatisfying(
                        feed -> {
                            assertThat(feed.state()).isEqualTo(Feed.State.REFUSED);
                            assertThat(feed.takenFrom()).contains("g.xml");
                            assertThat(feed.triedFrom()).isEqualTo("empty.xml");
                            assertThat(feed.report().counts())
                                    .containsKey(Finding.Kind.GUIDE_EMPTY);
                        });
        // The next day comes out of what was kept.
        desk.importChannels("l.m3u", list(entry("une", "tvg-chno=\"5\"")));
        assertThat(house.house()).containsKey("guide/une/2026-11-21");
    }

    @BothDatabases
    void anOldDayIsLetGoAndANewOneComes(Databases databases) {
        TvHouse house = new TvHouse(databases);
        Television television = house.television();
        television.start();
        television.desk().importChannels("l.m3u", list(entry("une", "")));
        String ninth = TOMORROW.replace("20261122", "20261129");
        television
                .desk()
                .importGuide("g.xml", guide(programme("1200", "1300", "Midi"), TOMORROW, ninth));
        house.keysSaid();
        house.clock.advance(Duration.ofHours(12));
        television.tick();
        assertThat(house.keysSaid())
                .containsExactlyInAnyOrder("-guide/une/2026-11-21", "+guide/une/2026-11-29");
        house.clock.advance(Duration.ofHours(1));
        television.tick();
        assertThat(house.keysSaid()).isEmpty();
    }

    @BothDatabases
    void aChannelThatGoesTakesItsGuideAlong(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", ""), entry("deux", "")));
        desk.importGuide("g.xml", guide(programme("1200", "1300", "Midi")));
        house.keysSaid();
        desk.importChannels("l.m3u", list(entry("deux", "tvg-chno=\"2\"")));
        assertThat(house.keysSaid())
                .containsExactlyInAnyOrder("-channel/une", "-guide/une/2026-11-21");
        desk.importChannels("l.m3u", list(entry("une", "")));
        assertThat(house.keysSaid())
                .containsExactlyInAnyOrder(
                        "-channel/deux", "+channel/une", "+guide/une/2026-11-21");
    }

    @BothDatabases
    void afterARestartNothingIsToldAgainAndLostObjectsAreThere(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvDesk desk = house.television().desk();
        desk.importChannels("l.m3u", list(entry("une", "")));
        desk.importGuide("g.xml", guide(programme("1200", "1300", "Midi")));
        Television again = house.television();
        again.start();
        house.keysSaid();
        house.store.pin("tv", java.util.List.of());
        String sha256 = house.object("une", "2026-11-21");
        house.store.forget(sha256);
        assertThat(house.store.find(sha256)).isEmpty();
        Television restored = house.television();
        restored.start();
        assertThat(house.keysSaid()).isEmpty();
        assertThat(house.store.find(sha256)).isPresent();
        assertThat(restored.desk().now()).containsKey(new ChannelId("une"));
    }

    @BothDatabases
    void packsAndRulesOfTheConfigurationAreToldOnce(Databases databases) {
        TvHouse house = new TvHouse(databases);
        Television television =
                house.television(
                        TvHouse.config(
                                Optional.empty(),
                                Optional.empty(),
                                TvHouse.pack("cinema", TvPack.Kind.PAID, "Films")));
        television.start();
        assertThat(house.told.get(StreamId.ward(TvHouse.CHILDREN)))
                .isEqualTo(Map.of(TvRules.KEY, TvHouse.CHILDRENS_RULES));
        assertThat(house.told).containsKey(StreamId.ward(TvHouse.WARD));
        television.desk().importChannels("l", list(entry("une", "group-title=\"films\"")));
        assertThat(packs(television)).isEqualTo("[cinema]");
        house.keysSaid();
        house.television(
                        TvHouse.config(
                                Optional.empty(),
                                Optional.empty(),
                                TvHouse.pack("cinema", TvPack.Kind.PAID, "Films")))
                .start();
        assertThat(house.keysSaid()).isEmpty();
        // Another pack has the channel now.
        Television other =
                house.television(
                        TvHouse.config(
                                Optional.empty(),
                                Optional.empty(),
                                TvHouse.pack("films", TvPack.Kind.PAID, "Films")));
        other.start();
        assertThat(house.keysSaid())
                .containsExactlyInAnyOrder("+tv-pack/films", "-tv-pack/cinema", "+channel/une");
        assertThat(packs(other)).isEqualTo("[films]");
        assertThat(other.desk().rules(new WardId("autre"))).isEqualTo(chevet.config.TvConfig.RULES);
    }

    private static String packs(Television television) {
        return television.desk().channels().getFirst().packs().stream()
                .map(TvPackId::value)
                .toList()
                .toString();
    }

    @BothDatabases
    void feedsAreReadWhenTheyAreDue(Databases databases) {
        TvHouse house = new TvHouse(databases);
        house.feeds.put(TvHouse.LIST, list(entry("une", "")));
        house.feeds.put(TvHouse.GUIDE, guide(programme("1200", "1300", "Midi")));
        Television television =
                house.television(
                        TvHouse.config(Optional.of(TvHouse.LIST), Optional.of(TvHouse.GUIDE)));
        television.start();
        television.tick();
        assertThat(house.house()).containsKeys("channel/une", "guide/une/2026-11-21");
        assertThat(television.desk().feed(Feed.Kind.CHANNELS).orElseThrow().triedFrom())
                .isEqualTo("https://feeds.example/list.m3u");
        house.feeds.put(TvHouse.GUIDE, guide(programme("1200", "1300", "Autre")));
        house.keysSaid();
        house.clock.advance(Duration.ofHours(5));
        television.tick();
        assertThat(house.keysSaid()).isEmpty();
        house.clock.advance(Duration.ofHours(1));
        television.tick();
        assertThat(house.keysSaid()).containsExactly("+guide/une/2026-11-21");
    }

    @BothDatabases
    void aFeedThatCannotBeHadIsTriedAgainSoonAndAllStays(Databases databases) {
        TvHouse house = new TvHouse(databases);
        house.feeds.put(TvHouse.LIST, list(entry("une", "")));
        house.feeds.put(TvHouse.GUIDE, guide(programme("1200", "1300", "Midi")));
        Television television =
                house.television(
                        TvHouse.config(Optional.of(TvHouse.LIST), Optional.of(TvHouse.GUIDE)));
        television.start();
        television.tick();
        house.keysSaid();
        byte[] known = java.util.Objects.requireNonNull(house.feeds.remove(TvHouse.GUIDE));
        house.clock.advance(Duration.ofHours(6));
        television.tick();
        assertThat(television.desk().feed(Feed.Kind.GUIDE).orElseThrow().state())
                .isEqualTo(Feed.State.UNREACHABLE);
        assertThat(television.desk().feed(Feed.Kind.GUIDE).orElseThrow().report().findings())
                .as("IT is told why")
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.NOT_READ);
        assertThat(house.house()).containsKey("guide/une/2026-11-21");
        house.feeds.put(TvHouse.GUIDE, known);
        house.clock.advance(FeedClock.SOON.multipliedBy(2));
        television.tick();
        assertThat(television.desk().feed(Feed.Kind.GUIDE).orElseThrow().state())
                .isEqualTo(Feed.State.TAKEN);
        assertThat(house.keysSaid()).isEmpty();
    }

    @BothDatabases
    void theListMayNameItsGuideAndSomebodyMayReadItNow(Databases databases) {
        TvHouse house = new TvHouse(databases);
        java.net.URI named = java.net.URI.create("https://guide.example/8.xml");
        house.feeds.put(
                TvHouse.LIST,
                new String(list(entry("une", "")), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("#EXTM3U", "#EXTM3U x-tvg-url=\"" + named + "\"")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Television television =
                house.television(TvHouse.config(Optional.of(TvHouse.LIST), Optional.empty()));
        television.tick();
        assertThat(television.source(Feed.Kind.GUIDE)).contains("https://guide.example/8.xml");
        assertThat(house.house()).containsOnlyKeys("channel/une");
        house.feeds.put(named, guide(programme("1200", "1300", "Midi")));
        television.readNow();
        television.tick();
        assertThat(house.house()).containsKey("guide/une/2026-11-21");
    }
}
