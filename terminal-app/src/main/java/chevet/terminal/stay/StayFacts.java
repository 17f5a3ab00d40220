package chevet.terminal.stay;

import chevet.model.request.Appointment;
import chevet.model.request.CareTeam;
import chevet.model.request.Consent;
import chevet.model.request.PatientRequest;
import chevet.model.staff.RecordAccess;
import chevet.model.stay.StayId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the replica and the outbox held at one moment, as far as this feature is concerned.
 *
 * @param stay who lies here; empty where nobody does
 * @param requests by id, as the ward knows them
 * @param waiting what has no outcome yet, the oldest first
 */
record StayFacts(
        Optional<StayId> stay,
        Map<String, PatientRequest> requests,
        Optional<Consent> consent,
        List<Appointment> appointments,
        List<RecordAccess.Opening> openings,
        Map<LocalDate, CareTeam> teams,
        List<Waiting> waiting) {
    /** Nothing is known and nobody lies here. */
    static final StayFacts NONE =
            new StayFacts(
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of());

    StayFacts {
        requests = Map.copyOf(requests);
        appointments = List.copyOf(appointments);
        openings = List.copyOf(openings);
        teams = Map.copyOf(teams);
        waiting = List.copyOf(waiting);
    }

    @Override
    public String toString() {
        return "StayFacts[]";
    }
}
