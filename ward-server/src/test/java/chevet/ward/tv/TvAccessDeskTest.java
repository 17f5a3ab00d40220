package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Favourites;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPackId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.sync.CommandHandler.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class TvAccessDeskTest {
    private static final TvAccess BOUGHT =
            new TvAccess(Set.of(new TvPackId("cinema")), Optional.of(12));
    private static final Favourites TWO =
            new Favourites(List.of(new ChannelId("deux"), new ChannelId("une")));

    @BothDatabases
    void whatTheWardSetsReachesTheStay(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvAccessDesk desk = house.television().access();
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(TvAccess.NONE);
        assertThat(desk.set(TvHouse.STAY, BOUGHT, "anne")).isTrue();
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(BOUGHT);
        assertThat(desk.of(TvHouse.OTHER)).isEqualTo(TvAccess.NONE);
        assertThat(house.told.get(StreamId.stay(TvHouse.STAY)))
                .isEqualTo(Map.of(TvAccess.KEY, BOUGHT));
        assertThat(desk.in(TvHouse.WARD).values()).containsExactly(BOUGHT);
        assertThat(desk.in(TvHouse.CHILDREN).values()).containsExactly(TvAccess.NONE);
        assertThat(desk.in(TvHouse.WARD, new BedId("210-P")).orElseThrow().stay())
                .isEqualTo(TvHouse.STAY);
        assertThat(desk.in(TvHouse.WARD, new BedId("310-P"))).isEmpty();
        assertThat(house.said).contains("tv", "beds");
    }

    @BothDatabases
    void itFollowsThePatientAndGoesWithTheStay(Databases databases) {
        TvHouse house = new TvHouse(databases);
        Television television = house.television();
        TvAccessDesk desk = television.access();
        desk.set(TvHouse.STAY, BOUGHT, "anne");
        favourites(databases, desk, TvHouse.STAY, TWO);
        house.lie(TvHouse.STAY, TvHouse.CHILDREN, "311-P");
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(BOUGHT);
        house.leave(TvHouse.STAY);
        assertThat(desk.set(TvHouse.STAY, TvAccess.NONE, "anne")).isFalse();
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(BOUGHT);
        databases.written(
                tx -> {
                    television.erased(tx, TvHouse.STAY);
                    return true;
                });
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(TvAccess.NONE);
        assertThat(desk.favourites(TvHouse.STAY)).isEqualTo(Favourites.NONE);
    }

    @BothDatabases
    void favouritesAreThePatientsOwn(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvAccessDesk desk = house.television().access();
        assertThat(favourites(databases, desk, TvHouse.STAY, TWO))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(desk.favourites(TvHouse.STAY)).isEqualTo(TWO);
        assertThat(desk.favourites(TvHouse.OTHER)).isEqualTo(Favourites.NONE);
        assertThat(house.told.get(StreamId.stay(TvHouse.STAY)))
                .isEqualTo(Map.of(Favourites.KEY, TWO));
    }

    @BothDatabases
    void whoLiesNowhereHasNoFavourites(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvAccessDesk desk = house.television().access();
        house.leave(TvHouse.STAY);
        assertThat(favourites(databases, desk, TvHouse.STAY, TWO))
                .isEqualTo(new Decision.Refused(Reason.of("stay.not-here")));
        assertThat(house.told).isEmpty();
    }

    @BothDatabases
    void withoutTheStaysKeyNothingCanBeReadOrSet(Databases databases) {
        TvHouse house = new TvHouse(databases);
        TvAccessDesk desk = house.television().access();
        desk.set(TvHouse.STAY, BOUGHT, "anne");
        favourites(databases, desk, TvHouse.STAY, TWO);
        byte[] kept =
                databases.read(
                        handle ->
                                handle.select("select body from tv_access")
                                        .mapTo(byte[].class)
                                        .one());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("cinema");
        house.keys.destroy(TvHouse.STAY);
        assertThat(desk.of(TvHouse.STAY)).isEqualTo(TvAccess.NONE);
        assertThat(desk.favourites(TvHouse.STAY)).isEqualTo(Favourites.NONE);
        assertThat(desk.set(TvHouse.STAY, BOUGHT, "anne")).isFalse();
        assertThat(favourites(databases, desk, TvHouse.STAY, TWO))
                .isInstanceOf(Decision.Refused.class);
    }

    private static Decision favourites(
            Databases databases, TvAccessDesk desk, StayId stay, Favourites favourites) {
        return databases.written(
                tx ->
                        desk.handle(
                                new Command(
                                        "c-1",
                                        new TerminalId("t-1"),
                                        "series",
                                        1,
                                        1,
                                        Optional.of(stay),
                                        tx.now(),
                                        Favourites.TYPE,
                                        WireCodec.body(favourites)),
                                favourites,
                                tx));
    }
}
