package chevet.ward.account;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.WardId;
import chevet.ward.console.Account;
import chevet.ward.console.Fault;
import chevet.ward.console.Role;
import chevet.ward.console.Session;
import chevet.ward.console.Sessions;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class AccountDeskTest {
    private static final String PASSWORD = "une phrase bien longue";

    /** A desk over one database, and what it has told open pages. */
    private record Desk(AccountDesk desk, Sessions sessions, List<String> told) {
        static Desk over(Databases databases) {
            List<String> told = new ArrayList<>();
            Sessions sessions = new Sessions(databases.database(), databases.clock);
            return new Desk(
                    Desks.quick(databases.database(), sessions, databases.clock, told::add),
                    sessions,
                    told);
        }

        Account nurse() {
            return added("anne", Role.WARD);
        }

        Account added(String login, Role role) {
            AccountRequest request =
                    new AccountRequest(
                            login, "Anne", Set.of(role), true, Set.of(), Optional.empty());
            return ((AccountResult.Done) desk.add(request, Optional.of(PASSWORD), false)).account();
        }

        void fail(int times) {
            for (int i = 0; i < times; i++) {
                assertThat(desk.login("anne", "not it, certainly")).isEmpty();
            }
        }
    }

    @BothDatabases
    void rightPasswordOpensWhateverTheCaseOfTheLogin(Databases databases) {
        Desk desk = Desk.over(databases);
        Account nurse = desk.nurse();
        assertThat(desk.desk().login(" Anne ", PASSWORD)).contains(nurse);
        assertThat(desk.desk().login("anne", PASSWORD + "!")).isEmpty();
        assertThat(desk.desk().login("nobody", PASSWORD)).isEmpty();
    }

    @BothDatabases
    void fifthWrongPasswordLocksForAMinuteAndTheNextForTwo(Databases databases) {
        Desk desk = Desk.over(databases);
        desk.nurse();
        desk.fail(4);
        assertThat(desk.desk().all().getFirst().lockedUntil()).isEmpty();
        desk.fail(1);
        assertThat(desk.desk().login("anne", PASSWORD)).isEmpty();
        databases.clock.advance(Duration.ofSeconds(61));
        desk.fail(1);
        databases.clock.advance(Duration.ofSeconds(61));
        assertThat(desk.desk().login("anne", PASSWORD)).isEmpty();
        databases.clock.advance(Duration.ofSeconds(60));
        assertThat(desk.desk().login("anne", PASSWORD)).isPresent();
    }

    @BothDatabases
    void lockOutlivesTheProgram(Databases databases) {
        Desk desk = Desk.over(databases);
        desk.nurse();
        desk.fail(5);
        Desk again = Desk.over(databases);
        assertThat(again.desk().login("anne", PASSWORD)).isEmpty();
        assertThat(again.desk().all().getFirst().lockedUntil())
                .contains(databases.clock.instant().plus(Duration.ofMinutes(1)));
    }

    @BothDatabases
    void rightPasswordForgetsEarlierWrongOnes(Databases databases) {
        Desk desk = Desk.over(databases);
        desk.nurse();
        desk.fail(4);
        assertThat(desk.desk().login("anne", PASSWORD)).isPresent();
        desk.fail(4);
        assertThat(desk.desk().login("anne", PASSWORD)).isPresent();
    }

    @BothDatabases
    void unlockingLetsInAtOnceAndTellsThePages(Databases databases) {
        Desk desk = Desk.over(databases);
        Account nurse = desk.nurse();
        desk.fail(5);
        desk.told().clear();
        desk.desk().unlock(nurse.id());
        assertThat(desk.desk().login("anne", PASSWORD)).isPresent();
        assertThat(desk.told()).contains("accounts");
    }

    @BothDatabases
    void everyFaultOfAnAccountIsToldAtOnce(Databases databases) {
        AccountResult result =
                Desk.over(databases)
                        .desk()
                        .add(
                                new AccountRequest(
                                        "É!", " ", Set.of(), false, Set.of(), Optional.empty()),
                                Optional.of("short"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        AccountResult.Faulty.class,
                        faulty ->
                                assertThat(faulty.faults())
                                        .extracting(Fault::field)
                                        .containsExactlyInAnyOrder(
                                                "login", "name", "roles", "password"));
    }

    @BothDatabases
    void aLoginIsTakenOnce(Databases databases) {
        Desk desk = Desk.over(databases);
        desk.nurse();
        AccountRequest same =
                new AccountRequest(
                        "ANNE",
                        "Another",
                        Set.of(Role.KITCHEN),
                        false,
                        Set.of(new WardId("ophta")),
                        Optional.empty());
        assertThat(desk.desk().add(same, Optional.empty()))
                .isEqualTo(
                        new AccountResult.Faulty(
                                List.of(Fault.of("login", "account.fault.taken"))));
    }

    @BothDatabases
    void closingEndsSessionsAndLogins(Databases databases) {
        Desk desk = Desk.over(databases);
        desk.added("it", Role.IT);
        Account nurse = desk.nurse();
        String token = desk.sessions().open(nurse.id());
        desk.desk().close(nurse.id(), true);
        assertThat(desk.sessions().find(token)).isEmpty();
        assertThat(desk.desk().login("anne", PASSWORD)).isEmpty();
        desk.desk().close(nurse.id(), false);
        assertThat(desk.desk().login("anne", PASSWORD)).isPresent();
    }

    @BothDatabases
    void theLastAccountOfItStays(Databases databases) {
        Desk desk = Desk.over(databases);
        Account it = desk.added("it", Role.IT);
        assertThat(desk.desk().close(it.id(), true)).isInstanceOf(AccountResult.Faulty.class);
        desk.added("it2", Role.IT);
        assertThat(desk.desk().close(it.id(), true)).isInstanceOf(AccountResult.Done.class);
    }

    @BothDatabases
    void resetPasswordIsSaidOnceAndHasToBeChanged(Databases databases) {
        Desk desk = Desk.over(databases);
        Account nurse = desk.nurse();
        String given =
                ((AccountResult.Done) desk.desk().reset(nurse.id())).password().orElseThrow();
        assertThat(desk.desk().login("anne", PASSWORD)).isEmpty();
        Account back = desk.desk().login("anne", given).orElseThrow();
        assertThat(back.mustChange()).isTrue();
        desk.desk().changePassword(back, given, "une autre phrase");
        assertThat(desk.desk().login("anne", "une autre phrase"))
                .hasValueSatisfying(a -> assertThat(a.mustChange()).isFalse());
    }

    @BothDatabases
    void sessionsEndWhenIdleAndAfterAShift(Databases databases) {
        Desk desk = Desk.over(databases);
        Sessions sessions = desk.sessions();
        String token = sessions.open(desk.nurse().id());
        for (int i = 0; i < 25; i++) {
            databases.clock.advance(Duration.ofMinutes(28));
            Session session = sessions.find(token).orElseThrow();
            sessions.seen(session);
        }
        databases.clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.find(token)).as("twelve hours after login").isEmpty();

        String idle = sessions.open(desk.desk().all().getFirst().account().id());
        databases.clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(idle)).isPresent();
        databases.clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.find(idle)).as("half an hour without an act").isEmpty();
    }

    @BothDatabases
    void neitherTokenNorPasswordIsInTheDatabase(Databases databases) {
        Sessions sessions = new Sessions(databases.database(), databases.clock);
        AccountDesk real =
                new AccountDesk(databases.database(), sessions, databases.clock, _ -> {});
        String token = sessions.open(new Desk(real, sessions, List.of()).nurse().id());
        List<String> ids =
                databases.read(
                        handle ->
                                handle.createQuery("select id from console_session")
                                        .mapTo(String.class)
                                        .list());
        String password =
                databases.read(
                        handle ->
                                handle.createQuery("select password from account")
                                        .mapTo(String.class)
                                        .one());
        assertThat(ids).hasSize(1).doesNotContain(token);
        assertThat(password).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
