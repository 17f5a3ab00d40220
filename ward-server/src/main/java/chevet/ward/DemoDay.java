package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.model.request.Trade;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.ward.request.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A day in the demo ward: who is there, what patients have asked for and how far it is, who is
 * expected where. Made once a day, at the first start.
 */
final class DemoDay {
    /** By whom it was entered. */
    private static final String BY = "demo";

    private static final List<Carer> TEAM =
            List.of(
                    new Carer("Adeline", Trade.DOCTOR),
                    new Carer("Nathalie", Trade.HEAD_NURSE),
                    new Carer("Sophie", Trade.NURSE),
                    new Carer("Karim", Trade.AIDE),
                    new Carer("Claire", Trade.DIETITIAN),
                    new Carer("Maria", Trade.HOSPITAL_AGENT));

    /**
     * What was asked for in a bed.
     *
     * @param ago how many minutes ago
     * @param said the ward's own words, or none
     */
    private record Wish(
            String bed,
            RequestKind kind,
            Optional<String> text,
            int ago,
            State state,
            Optional<Why> why,
            Optional<String> said) {
        Wish(String bed, RequestKind kind, int ago, State state) {
            this(bed, kind, Optional.empty(), ago, state, Optional.empty(), Optional.empty());
        }
    }

    private static final List<Wish> WISHES =
            List.of(
                    new Wish("211-F", RequestKind.WATER, 12, State.SENT),
                    new Wish("213-P", RequestKind.BLANKET, 25, State.SEEN),
                    new Wish("214-F", RequestKind.SHOW_ME, 38, State.COMING),
                    new Wish(
                            "218-P",
                            RequestKind.QUESTION,
                            Optional.of("À quelle heure pourrai-je sortir demain ?"),
                            47,
                            State.SEEN,
                            Optional.empty(),
                            Optional.of("Adeline passe vous le dire cet après-midi.")),
                    new Wish(
                            "220-F",
                            RequestKind.BLIND,
                            Optional.empty(),
                            55,
                            State.DECLINED,
                            Optional.of(Why.LATER),
                            Optional.empty()),
                    new Wish("217-F", RequestKind.PILLOW, 80, State.DONE));

    private final Wiring wiring;
    private final Requests requests;
    private final ZoneId zone;
    private final WardId ward;
    private final Instant now = Instant.now();
    private final LocalDate today;

    DemoDay(Wiring wiring, ZoneId zone, WardId ward) {
        this.wiring = wiring;
        this.requests = wiring.features().requests();
        this.zone = zone;
        this.ward = ward;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** Enters it, unless it was entered today or somebody has entered something else. */
    void begin() {
        if (!requests.teams().team(ward, today).carers().isEmpty()) {
            return;
        }
        if (requests.desk().open(ward).isEmpty() && requests.desk().over(ward).isEmpty()) {
            WISHES.forEach(wish -> in(wish.bed()).ifPresent(stay -> asked(stay, wish)));
        }
        expected("210-P", "10:30", "Fond d’œil", "Explorations, 1er étage");
        expected("210-P", "16:00", "Visite de l’anesthésiste", "Dans votre chambre");
        expected("211-P", "14:15", "Consultation de contrôle", "Consultations, rez-de-chaussée");
        requests.teams().put(ward, today, TEAM, BY);
    }

    private Optional<StayId> in(String bed) {
        return Optional.ofNullable(wiring.features().stays().occupied().get(new BedId(bed)));
    }

    private void expected(String bed, String at, String what, String where) {
        Appointment appointment =
                new Appointment(
                        today.atTime(LocalTime.parse(at)).atZone(zone).toInstant(),
                        what,
                        Optional.of(where));
        in(bed).ifPresent(stay -> requests.days().add(stay, appointment));
    }

    /** As if a terminal had sent it then, and the ward had answered since. */
    private void asked(StayId stay, Wish wish) {
        String id = UUID.randomUUID().toString();
        MakeRequest body = new MakeRequest(wish.kind(), wish.text(), Language.FR);
        Command command =
                new Command(
                        id,
                        new TerminalId("demo"),
                        "demo",
                        1,
                        1,
                        Optional.of(stay),
                        now.minus(Duration.ofMinutes(wish.ago())),
                        MakeRequest.TYPE,
                        new Body("{}"));
        wiring.database().write(tx -> requests.taker().handle(command, body, tx)).join();
        if (wish.state() != State.SENT) {
            requests.desk()
                    .answer(
                            new RequestId(id),
                            Optional.of(stay),
                            wish.state(),
                            wish.why(),
                            wish.said(),
                            BY);
        }
    }
}
