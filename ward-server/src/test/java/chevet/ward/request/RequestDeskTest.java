package chevet.ward.request;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.request.Appointment;
import chevet.model.request.Appointments;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.request.Consent;
import chevet.model.request.GiveConsent;
import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.model.request.RequestRule;
import chevet.model.request.Trade;
import chevet.model.request.WithdrawRequest;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.ward.Joints;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.CommandHandler.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real databases, real keys, real stays. */
final class RequestDeskTest {
    private static final Decision ACCEPTED = new Decision.Accepted();
    private static final Optional<StayId> ANY = Optional.empty();

    /** A ward whose patients ask for things. */
    private static final class Ward {
        final House house;
        final Requests requests;
        final List<String> shown = new ArrayList<>();

        Ward(Databases databases) {
            house = new House(databases);
            requests =
                    new Requests(
                            new RequestDoors(
                                    house.database,
                                    house.keys,
                                    house.events,
                                    shown::add,
                                    house.clock,
                                    House.PARIS),
                            house.stays.bedsides());
            house.stays.follow(Joints.follower(requests));
        }

        <B> Decision tap(String id, CommandHandler<B> handler, StayId stay, B body) {
            Command command =
                    new Command(
                            id,
                            new TerminalId("t-214-F"),
                            "s",
                            1,
                            1,
                            Optional.of(stay),
                            house.clock.instant(),
                            handler.type(),
                            new Body("{}"));
            return house.database.write(tx -> handler.handle(command, body, tx)).join();
        }

        Decision ask(String id, StayId stay, RequestKind kind, String text) {
            return tap(
                    id,
                    requests.taker(),
                    stay,
                    new MakeRequest(
                            kind, Optional.of(text).filter(t -> !t.isEmpty()), Language.FR));
        }

        RequestDesk.Result answer(String id, State to) {
            return requests.desk()
                    .answer(new RequestId(id), ANY, to, Optional.empty(), Optional.empty(), "anne")
                    .result();
        }

        Optional<PatientRequest> told(StayId stay, String id) {
            return Optional.ofNullable(
                    (PatientRequest) stream(stay).get(PatientRequest.key(new RequestId(id))));
        }

        Map<String, Object> stream(StayId stay) {
            return house.told.getOrDefault(StreamId.stay(stay), Map.of());
        }

        List<String> waiting() {
            return requests.desk().open(House.WARD).stream()
                    .map(line -> line.request().id().value())
                    .toList();
        }
    }

    private static String code(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Reason reason = ((Decision.Refused) decision).reason();
        return reason.code() + reason.about();
    }

    @BothDatabases
    void aRequestIsShownAnsweredAndDone(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        assertThat(ward.ask("r1", stay, RequestKind.PILLOW, "")).isEqualTo(ACCEPTED);
        assertThat(ward.shown).contains("requests", "beds");
        assertThat(ward.waiting()).containsExactly("r1");
        assertThat(ward.told(stay, "r1"))
                .get()
                .extracting(PatientRequest::state)
                .isEqualTo(State.SENT);
        for (State to : List.of(State.SEEN, State.COMING, State.DONE)) {
            assertThat(ward.answer("r1", to)).isEqualTo(RequestDesk.Result.DONE);
            assertThat(ward.told(stay, "r1")).get().extracting(PatientRequest::state).isEqualTo(to);
        }
        assertThat(ward.answer("r1", State.DONE)).isEqualTo(RequestDesk.Result.DONE);
        assertThat(ward.answer("r1", State.SEEN)).isEqualTo(RequestDesk.Result.OVER);
        assertThat(ward.waiting()).isEmpty();
        assertThat(ward.requests.desk().over(House.WARD)).hasSize(1);
        assertThat(ward.requests.desk().answeredBy(new RequestId("r1"))).contains("anne");
    }

    @BothDatabases
    void oldestStandsFirstButWhatSoundsLikeASymptomStandsBeforeAll(Databases databases) {
        Ward ward = new Ward(databases);
        StayId one = ward.house.admit("214-F");
        StayId other = ward.house.admit("210-P");
        ward.ask("r1", one, RequestKind.WATER, "");
        ward.house.clock.advance(Duration.ofMinutes(1));
        ward.ask("r2", other, RequestKind.QUESTION, "Quand passe le médecin ?");
        ward.house.clock.advance(Duration.ofMinutes(1));
        ward.ask("r3", other, RequestKind.QUESTION, "J'ai mal a la poitrine");
        assertThat(ward.waiting()).containsExactly("r3", "r1", "r2");
        assertThat(ward.told(other, "r3")).get().extracting(PatientRequest::urgent).isEqualTo(true);
    }

    @BothDatabases
    void sameThingTwiceTooMuchOrNonsenseIsRefusedWithAReason(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.ask("r1", stay, RequestKind.WATER, "");
        assertThat(code(ward.ask("r2", stay, RequestKind.WATER, ""))).isEqualTo("request.asked{}");
        assertThat(code(ward.ask("r2", stay, RequestKind.QUESTION, "")))
                .isEqualTo("request.wrong{field=text}");
        for (int i = 1; i < RequestRule.MOST_OPEN; i++) {
            assertThat(ward.ask("q" + i, stay, RequestKind.QUESTION, "Question " + i))
                    .isEqualTo(ACCEPTED);
        }
        assertThat(code(ward.ask("r3", stay, RequestKind.PILLOW, "")))
                .isEqualTo("request.too-many{}");
        ward.answer("r1", State.DONE);
        assertThat(ward.ask("r4", stay, RequestKind.WATER, "")).isEqualTo(ACCEPTED);
    }

    @BothDatabases
    void requestIsDeclinedWithAWordThatThePatientReads(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.ask("r1", stay, RequestKind.WATER, "");
        assertThat(ward.answer("r1", State.DECLINED)).isEqualTo(RequestDesk.Result.OVER);
        assertThat(
                        ward.requests
                                .desk()
                                .answer(
                                        new RequestId("r1"),
                                        Optional.of(stay),
                                        State.DECLINED,
                                        Optional.of(Why.NOT_ALLOWED),
                                        Optional.of("À jeun jusqu’à midi"),
                                        "anne")
                                .result())
                .isEqualTo(RequestDesk.Result.DONE);
        assertThat(ward.told(stay, "r1"))
                .get()
                .satisfies(
                        told -> {
                            assertThat(told.why()).contains(Why.NOT_ALLOWED);
                            assertThat(told.said()).contains("À jeun jusqu’à midi");
                        });
    }

    @BothDatabases
    void patientTakesBackOnlyTheirOwn(Databases databases) {
        Ward ward = new Ward(databases);
        StayId mine = ward.house.admit("214-F");
        StayId other = ward.house.admit("210-P");
        ward.ask("r1", mine, RequestKind.BLIND, "");
        WithdrawRequest back = new WithdrawRequest(new RequestId("r1"));
        assertThat(code(ward.tap("c", ward.requests.withdraws(), other, back)))
                .isEqualTo("request.unknown{}");
        assertThat(ward.tap("c", ward.requests.withdraws(), mine, back)).isEqualTo(ACCEPTED);
        assertThat(ward.told(mine, "r1"))
                .get()
                .extracting(PatientRequest::state)
                .isEqualTo(State.WITHDRAWN);
        assertThat(ward.answer("r1", State.DONE)).isEqualTo(RequestDesk.Result.OVER);
    }

    @BothDatabases
    void requestsAreOffTheListWithoutABedAndLiveAgainWithOne(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.ask("r1", stay, RequestKind.WATER, "");

        ward.shown.clear();
        ward.house.stays.setAside(stay);
        assertThat(ward.shown).contains("requests");
        assertThat(ward.waiting()).isEmpty();
        assertThat(ward.answer("r1", State.SEEN)).isEqualTo(RequestDesk.Result.UNKNOWN);

        ward.shown.clear();
        ward.house.stays.putBack(stay, new BedId("215-F"), "anne");
        assertThat(ward.shown).contains("requests");
        assertThat(ward.waiting()).containsExactly("r1");

        ward.house.stays.discharge(stay, "anne");
        ward.house.clock.advance(Duration.ofHours(1));
        ward.requests.tick();
        assertThat(ward.waiting()).isEmpty();

        ward.shown.clear();
        boolean taken =
                ward.house
                        .database
                        .write(
                                tx -> {
                                    boolean goesOn = ward.house.stays.book().resume(tx, stay);
                                    ward.house
                                            .stays
                                            .book()
                                            .place(tx, stay, new BedId("214-F"), "anne");
                                    return goesOn;
                                })
                        .join();
        assertThat(taken).isTrue();
        assertThat(ward.shown).contains("requests");
        assertThat(ward.waiting()).containsExactly("r1");
        assertThat(ward.answer("r1", State.DONE)).isEqualTo(RequestDesk.Result.DONE);
        assertThat(ward.told(stay, "r1"))
                .get()
                .extracting(PatientRequest::state)
                .isEqualTo(State.DONE);
    }

    @BothDatabases
    void staffAtABedAnswersNobodyElsesRequest(Databases databases) {
        Ward ward = new Ward(databases);
        StayId mine = ward.house.admit("214-F");
        StayId other = ward.house.admit("210-P");
        ward.ask("r1", mine, RequestKind.BLIND, "");
        assertThat(
                        ward.requests
                                .desk()
                                .answer(
                                        new RequestId("r1"),
                                        Optional.of(other),
                                        State.DONE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "anne")
                                .result())
                .isEqualTo(RequestDesk.Result.UNKNOWN);
    }

    @BothDatabases
    void wordsLieSealedAndGoWithTheStay(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.ask("r1", stay, RequestKind.QUESTION, "Canarisson demande");
        List<byte[]> kept =
                ward.house.database.read(
                        handle ->
                                handle.select("select body from request")
                                        .mapTo(byte[].class)
                                        .list());
        assertThat(kept)
                .singleElement()
                .satisfies(
                        body ->
                                assertThat(new String(body, StandardCharsets.ISO_8859_1))
                                        .doesNotContain("Canarisson"));
        ward.house
                .database
                .write(
                        tx -> {
                            ward.requests.erased(tx, stay);
                            return true;
                        })
                .join();
        assertThat(ward.waiting()).isEmpty();
    }

    @BothDatabases
    void whatIsOverGoesFromTheScreenADayLater(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.ask("r1", stay, RequestKind.WATER, "");
        ward.ask("r2", stay, RequestKind.PILLOW, "");
        ward.answer("r1", State.DONE);
        ward.house.clock.advance(Duration.ofHours(23));
        ward.requests.tick();
        assertThat(ward.told(stay, "r1")).isPresent();
        ward.house.clock.advance(Duration.ofHours(2));
        ward.requests.tick();
        assertThat(ward.told(stay, "r1")).isEmpty();
        assertThat(ward.told(stay, "r2")).isPresent();
        assertThat(ward.requests.desk().over(House.WARD)).isEmpty();
    }

    @BothDatabases
    void appointmentsReachTheBedOnlyWhileThePatientConsents(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        Instant now = ward.house.clock.instant();
        Appointment scan = new Appointment(now.plusSeconds(7200), "Scanner", Optional.of("RDC"));
        Appointment visit = new Appointment(now.plusSeconds(3600), "Kiné", Optional.empty());
        assertThat(ward.requests.days().add(stay, scan)).isTrue();
        assertThat(ward.requests.days().put(stay, "record", List.of(visit))).isTrue();
        assertThat(ward.stream(stay)).doesNotContainKey(Appointments.KEY);
        ward.house.clock.advance(Duration.ofMinutes(1));
        assertThat(ward.tap("c1", ward.requests.consents(), stay, new GiveConsent(true)))
                .isEqualTo(ACCEPTED);
        assertThat(ward.stream(stay).get(Appointments.KEY))
                .isEqualTo(new Appointments(List.of(visit, scan)));
        assertThat(ward.requests.days().remove(stay, scan)).isTrue();
        assertThat(ward.stream(stay).get(Appointments.KEY))
                .isEqualTo(new Appointments(List.of(visit)));
        ward.house.clock.advance(Duration.ofMinutes(1));
        assertThat(ward.requests.days().consent(stay, false)).isTrue();
        assertThat(ward.stream(stay)).doesNotContainKey(Appointments.KEY);
        assertThat(ward.stream(stay).get(Consent.KEY))
                .isEqualTo(new Consent(false, Consent.By.WARD, ward.house.clock.instant()));
        assertThat(ward.requests.days().appointments(stay)).containsExactly(visit);
    }

    @BothDatabases
    void teamOfTheDayIsToldToTheWardAndOldOnesGo(Databases databases) {
        Ward ward = new Ward(databases);
        TeamDesk teams = ward.requests.teams();
        Carer sara = new Carer("Sara", Trade.NURSE);
        assertThat(teams.add(House.WARD, House.TODAY, sara, "anne")).isTrue();
        assertThat(teams.add(House.WARD, House.TODAY, sara, "anne")).isTrue();
        assertThat(teams.team(House.WARD, House.TODAY).carers()).containsExactly(sara);
        Map<String, Object> told =
                ward.house.told.getOrDefault(StreamId.ward(House.WARD), Map.of());
        assertThat(told.get(CareTeam.key(House.TODAY)))
                .isEqualTo(new CareTeam(House.TODAY, List.of(sara)));
        assertThat(teams.before(House.WARD, House.TODAY.plusDays(1)))
                .contains(new CareTeam(House.TODAY, List.of(sara)));
        teams.put(House.WARD, House.TODAY.plusDays(9), List.of(sara), "anne");
        assertThat(told).doesNotContainKey(CareTeam.key(House.TODAY));
        assertThat(teams.team(House.WARD, House.TODAY).carers()).isEmpty();
    }
}
