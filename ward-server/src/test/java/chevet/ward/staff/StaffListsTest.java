package chevet.ward.staff;

import static chevet.ward.staff.StaffHouse.T214;
import static chevet.ward.staff.StaffHouse.T215;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.staff.Action;
import chevet.model.staff.Nonce;
import chevet.model.staff.OfflineLogin;
import chevet.model.staff.Permission;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffCopy;
import chevet.model.staff.StaffList;
import chevet.model.staff.StaffRefusal;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Signed;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import chevet.ward.sync.CommandHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** What terminals are given for the time without the server, and what they tell of it after. */
class StaffListsTest {
    @TempDir Path folder;

    private static Optional<StaffCopy> copy(StaffHouse house) {
        return Optional.ofNullable(
                (StaffCopy) house.told(StreamId.ward(House.WARD)).get(StaffCopy.KEY));
    }

    private static StaffList list(StaffHouse house) {
        return WireCodec.lenient(new Body(copy(house).orElseThrow().list()), StaffList.class);
    }

    private static StaffList.Entry entry(StaffHouse house, String card) {
        return list(house).people().stream()
                .filter(each -> each.card().equals(card))
                .findFirst()
                .orElseThrow();
    }

    @BothDatabases
    void withoutTheSitesWordNothingIsToldAndWhatWasToldIsTakenBack(Databases on) {
        StaffHouse allowed = new StaffHouse(on, folder, true);
        allowed.staff.tick();
        assertThat(copy(allowed)).isPresent();

        StaffHouse house = new StaffHouse(on, folder.resolve("off"), false);
        house.house.told.putAll(allowed.house.told);
        house.staff.tick();
        assertThat(copy(house)).isEmpty();
    }

    @BothDatabases
    void whoWorksInTheWardIsToldSignedAndOnlyWhatTheTerminalKeepsMayBeRead(Databases on) {
        StaffHouse house = new StaffHouse(on, folder, true);
        house.staff.tick();

        StaffCopy copy = copy(house).orElseThrow();
        assertThat(
                        Signed.by(
                                house.ward.certificate().getPublicKey(),
                                copy.signed(),
                                Base64.getDecoder().decode(copy.signature())))
                .isTrue();
        assertThat(list(house).people())
                .extracting(StaffList.Entry::card)
                .containsExactlyInAnyOrder("C-1", "C-2");
        assertThat(entry(house, "C-1").permissions())
                .contains(new Permission(Resource.REQUESTS, Action.READ))
                .allMatch(each -> each.action() == Action.READ && each.resource().kept());
    }

    @BothDatabases
    void lostCardIsToldAtTheNextSecondAndAnOldListIsWrittenAnew(Databases on) {
        StaffHouse house = new StaffHouse(on, folder, true);
        house.staff.tick();
        assertThat(entry(house, "C-1").closed()).isEmpty();
        Instant first = list(house).at();

        house.house.clock.advance(Duration.ofSeconds(1));
        house.staff.tick();
        assertThat(list(house).at()).isEqualTo(first);
        house.staff.directory().withdraw("C-1", StaffHouse.BY);
        house.staff.tick();
        assertThat(entry(house, "C-1").closed()).contains(StaffRefusal.WITHDRAWN);

        Instant second = list(house).at();
        house.house.clock.advance(StaffLists.EVERY);
        house.staff.tick();
        assertThat(list(house).at()).isEqualTo(second.plus(StaffLists.EVERY));
    }

    @BothDatabases
    void whatWasOpenedIsInTheAuditByItsOwnProof(Databases on) {
        StaffHouse house = new StaffHouse(on, folder, true);
        StayId stay = house.house.admit("214-F");
        Nonce own =
                new Nonce(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]),
                        Instant.MAX);
        Proof proof = house.nurse.sign(T214, own, Purpose.OFFLINE);

        tell(house, 1, proof, stay);
        assertThat(noted(house))
                .containsExactly("OFFLINE staff/p-nurse nurse true offline " + stay);

        // The same proof from another terminal, and one for another purpose.
        tell(house, 2, house.nurse.sign(T215, own, Purpose.OFFLINE), stay);
        tell(house, 3, house.nurse.sign(T214, own, Purpose.LOGIN), stay);
        assertThat(noted(house))
                .filteredOn(line -> line.endsWith("false staff.bad-signature " + stay))
                .hasSize(2);
        assertThat(house.sound()).isTrue();
    }

    @BothDatabases
    void proofForATerminalAloneNeverOpensASessionOfTheServer(Databases on) {
        StaffHouse house = new StaffHouse(on, folder, true);

        assertThat(StaffHouse.refusal(house.tryWith(T214, house.nurse, Purpose.OFFLINE)))
                .isEqualTo("staff.stale");
    }

    private static void tell(StaffHouse house, long number, Proof proof, StayId stay) {
        OfflineLogin login =
                new OfflineLogin("session", house.house.clock.instant(), Optional.of(stay), proof);
        Command command =
                new Command(
                        "c" + number,
                        T214,
                        "s",
                        number,
                        1,
                        Optional.empty(),
                        house.house.clock.instant(),
                        OfflineLogin.TYPE,
                        WireCodec.body(login));
        assertThat(
                        house.house
                                .database
                                .write(tx -> house.staff.offline().handle(command, login, tx))
                                .join())
                .isEqualTo(new CommandHandler.Decision.Accepted());
    }

    private static List<String> noted(StaffHouse house) {
        return house.house.database.read(
                handle ->
                        handle.select(
                                        "select event, actor, role, allowed, reason, stay from"
                                                + " audit_entry where event = 'OFFLINE' order by 1, 2")
                                .map(
                                        (row, _) ->
                                                String.join(
                                                        " ",
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        String.valueOf(row.getInt(4) != 0),
                                                        row.getString(5),
                                                        row.getString(6)))
                                .list());
    }
}
