package chevet.terminal.stay;

import chevet.model.request.Appointment;
import chevet.model.request.Appointments;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.request.Consent;
import chevet.model.request.PatientRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.model.request.Trade;
import chevet.model.staff.RecordAccess;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A Saturday of Madame M.: what she asked for, who cares for her, where she has to go. */
public final class MyStay {
    static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    static final Instant MORNING = Instant.parse("2026-11-21T08:05:00Z");

    private MyStay() {}

    /** Puts what the ward server would send. */
    public interface Put {
        void put(Kind kind, String key, Object body);
    }

    /** Requests in each state, the team, two appointments that she wants to see, two readings. */
    public static void fill(Put link) {
        request(link, "r1", RequestKind.PILLOW, State.COMING, Optional.empty(), "");
        request(
                link,
                "r2",
                RequestKind.WATER,
                State.DECLINED,
                Optional.of(Why.NOT_ALLOWED),
                "À jeun jusqu’à midi");
        request(link, "r3", RequestKind.QUESTION, State.SEEN, Optional.empty(), "Vers 11 h");
        request(link, "r4", RequestKind.BLIND, State.DONE, Optional.empty(), "");
        link.put(
                Kind.WARD,
                CareTeam.key(SATURDAY),
                new CareTeam(
                        SATURDAY,
                        List.of(
                                new Carer("Sara", Trade.NURSE),
                                new Carer("Malik", Trade.AIDE),
                                new Carer("Claire", Trade.DOCTOR),
                                new Carer("Paul", Trade.STUDENT))));
        // As the hospital's record says it of this patient; one of the two is the ward's too.
        link.put(
                Kind.STAY,
                CareTeam.key(SATURDAY),
                new CareTeam(
                        SATURDAY,
                        List.of(
                                new Carer("Adeline", Trade.DIETITIAN),
                                new Carer("Sara", Trade.NURSE))));
        agree(link, true);
        link.put(
                Kind.STAY,
                RecordAccess.KEY,
                new RecordAccess(
                        List.of(
                                new RecordAccess.Opening(
                                        Texts.of("Infirmière", "Nurse", "ممرضة"), MORNING, false),
                                new RecordAccess.Opening(
                                        Texts.of("Médecin", "Doctor", "طبيب"),
                                        MORNING.minusSeconds(86_400),
                                        true))));
    }

    static void agree(Put link, boolean wanted) {
        link.put(Kind.STAY, Consent.KEY, new Consent(wanted, Consent.By.PATIENT, MORNING));
        if (wanted) {
            link.put(
                    Kind.STAY,
                    Appointments.KEY,
                    new Appointments(
                            List.of(
                                    new Appointment(
                                            Instant.parse("2026-11-21T14:30:00Z"),
                                            "Scanner",
                                            Optional.of("Imagerie, rez-de-chaussée")),
                                    new Appointment(
                                            Instant.parse("2026-11-22T09:00:00Z"),
                                            "Kinésithérapie",
                                            Optional.empty()))));
        }
    }

    static PatientRequest request(
            Put link, String id, RequestKind kind, State state, Optional<Why> why, String said) {
        PatientRequest request =
                new PatientRequest(
                        new RequestId(id),
                        kind,
                        kind.needsText()
                                ? Optional.of("À quelle heure passe le médecin ?")
                                : Optional.empty(),
                        false,
                        state,
                        MORNING,
                        MORNING.plusSeconds(60),
                        why,
                        Optional.of(said).filter(text -> !text.isEmpty()));
        link.put(Kind.STAY, PatientRequest.key(request.id()), request);
        return request;
    }
}
