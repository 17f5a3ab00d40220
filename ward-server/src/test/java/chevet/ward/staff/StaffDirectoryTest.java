package chevet.ward.staff;

import static chevet.ward.staff.StaffHouse.BY;
import static chevet.ward.staff.StaffHouse.T214;
import static chevet.ward.staff.StaffHouse.refusal;
import static chevet.ward.staff.StaffHouse.row;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.Problem;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.Slot;
import chevet.model.staff.StaffSession;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.console.Fault;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Files and forms of people, on both databases. */
final class StaffDirectoryTest {
    @TempDir private Path directory;

    private static List<String> faults(StaffImport result) {
        return result instanceof StaffImport.Faulty(List<Problem> problems)
                ? problems.stream().map(p -> p.line() + " " + p.field() + ": " + p.what()).toList()
                : List.of();
    }

    @BothDatabases
    void aFileWithFaultsTellsThemAllAndChangesNothing(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        String key = new TestCard(house.hospital, "C-9").key(Slot.PIN_9A);
        String csv =
                """
                person;name;profile;wards;card;key_9a;key_9e;valid_from;valid_until
                ;N.;nurse;;;;;;
                p 1;N.;nurze;ophtalmologi;C-9;AAAA;;2026-13-01;
                p-2;;nurse;*;C-9;%1$s;%1$s;2026-12-01;2026-01-01
                p-3;N.;nurse;*;C-1;%1$s;;;
                p-4;N.;nurse;*;;%1$s;;;
                """
                        .formatted(key);
        StaffImport result =
                house.staff
                        .directory()
                        .importFile(
                                "staff.csv", csv.getBytes(StandardCharsets.UTF_8), BY, Language.EN);
        assertThat(faults(result))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly(
                        "2 person",
                        "3 person",
                        "3 profile",
                        "3 wards",
                        "3 key_9a",
                        "3 valid_from",
                        "4 name",
                        "4 key_9e",
                        "4 valid_until",
                        "5 card",
                        "6 card");
        assertThat(house.staff.directory().all()).hasSize(3);
    }

    @BothDatabases
    void aKeyBelongsToOneCardOnly(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        assertThat(faults(house.bring(row("p-9", "nurse", "*", "C-9", house.nurse))))
                .containsExactly("2 key_9a: this card or this key is somebody else's already");
    }

    @BothDatabases
    void aCertificateWillDoForAKey(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        TestCard card = new TestCard(house.hospital, "C-9");
        String pem =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        Base64.getDecoder().decode(card.certificate(Slot.PIN_9A)))
                        + "\n-----END CERTIFICATE-----\n";
        Map<String, String> form =
                Map.of(
                        "person",
                        "p-9",
                        "name",
                        "N.",
                        "profile",
                        "nurse",
                        "wards",
                        House.WARD.value(),
                        "card",
                        "C-9",
                        "key_9a",
                        pem);
        assertThat(house.staff.directory().save(f -> form.getOrDefault(f, ""), true, BY)).isEmpty();
        assertThat(refusal(house.tryLogin(T214, card))).isEqualTo("good");
        assertThat(house.staff.directory().save(f -> form.getOrDefault(f, ""), true, BY))
                .containsExactly(Fault.of("person", "staff.fault.taken"));
    }

    @BothDatabases
    void aNewCardReplacesTheOldOne(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        StaffSession session = house.login(T214, house.nurse);
        TestCard fresh = new TestCard(house.hospital, "C-9");
        house.bring(row("p-nurse", "nurse", House.WARD.value(), "C-9", fresh));
        assertThat(refusal(house.logins.touch(T214, session.token())))
                .isEqualTo("staff.no-session");
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.withdrawn");
        assertThat(refusal(house.tryLogin(T214, fresh))).isEqualTo("good");
    }

    @BothDatabases
    void aLostCardStaysWithdrawnWhateverTheNextFileSays(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        house.staff.directory().withdraw("C-1", BY);
        house.bring(row("p-nurse", "nurse", House.WARD.value(), "C-1", house.nurse));
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.withdrawn");
        house.staff.directory().giveBack("C-1", BY);
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("good");
    }

    @BothDatabases
    void whoChangesWardIsAskedToLogInAgain(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        house.house.admit("214-F");
        StaffSession session = house.login(T214, house.nurse);
        assertThat(session.may(Resource.DIET, Action.READ)).isTrue();
        house.bring(row("p-nurse", "nurse", House.OTHER.value(), "C-1", house.nurse));
        assertThat(house.told(StreamId.terminal(T214)).get(SessionEnd.KEY))
                .isInstanceOfSatisfying(
                        SessionEnd.class,
                        ended -> assertThat(ended.why()).isEqualTo(SessionEnd.Why.CHANGED));
        assertThat(house.login(T214, house.nurse).may(Resource.DIET, Action.READ)).isFalse();
    }

    @BothDatabases
    void aFileThatSaysNothingNewDisturbsNobody(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        StaffSession session = house.login(T214, house.nurse);
        house.bring(row("p-nurse", "nurse", House.WARD.value(), "C-1", house.nurse));
        assertThat(refusal(house.logins.touch(T214, session.token()))).isEqualTo("good");
    }

    @BothDatabases
    void nobodyOpensAnythingBeforeTheFirstAndAfterTheLastDay(Databases databases) {
        StaffHouse house = new StaffHouse(databases, directory);
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "person",
                                "p-nurse",
                                "name",
                                "N.",
                                "profile",
                                "nurse",
                                "wards",
                                "*",
                                "valid_until",
                                "2026-11-20"));
        house.staff.directory().save(f -> form.getOrDefault(f, ""), false, BY);
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.not-employed");
        form.put("valid_until", "2026-11-21");
        house.staff.directory().save(f -> form.getOrDefault(f, ""), false, BY);
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("good");
        form.put("valid_from", "2026-11-22");
        form.put("valid_until", "");
        house.staff.directory().save(f -> form.getOrDefault(f, ""), false, BY);
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.not-employed");
    }
}
