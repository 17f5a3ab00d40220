package chevet.terminal.stay;

import chevet.model.request.Appointment;
import chevet.model.request.Appointments;
import chevet.model.request.CareTeam;
import chevet.model.request.Consent;
import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest;
import chevet.model.staff.RecordAccess;
import chevet.model.wire.Command;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads facts from replica and outbox. On a worker. */
final class FactsReader {
    private final Replica replica;
    private final Outbox outbox;

    FactsReader(Replica replica, Outbox outbox) {
        this.replica = replica;
        this.outbox = outbox;
    }

    StayFacts read() {
        Replica.Snapshot now = replica.snapshot();
        Map<String, PatientRequest> requests = new HashMap<>();
        now.all(Kind.STAY, "request/", PatientRequest.class)
                .values()
                .forEach(each -> requests.put(each.id().value(), each));
        Map<LocalDate, CareTeam> teams = new HashMap<>();
        // Who the record says cares for this patient, then who cares for the ward.
        for (Kind kind : List.of(Kind.STAY, Kind.WARD)) {
            now.all(kind, CareTeam.KEYS, CareTeam.class)
                    .values()
                    .forEach(each -> teams.merge(each.day(), each, FactsReader::together));
        }
        List<Appointment> appointments =
                now.one(Kind.STAY, Appointments.KEY, Appointments.class)
                        .map(Appointments::all)
                        .orElse(List.of());
        return new StayFacts(
                now.stay(),
                requests,
                now.one(Kind.STAY, Consent.KEY, Consent.class),
                appointments,
                now.one(Kind.STAY, RecordAccess.KEY, RecordAccess.class)
                        .map(RecordAccess::openings)
                        .orElse(List.of()),
                teams,
                waiting(now));
    }

    private static CareTeam together(CareTeam own, CareTeam ward) {
        return new CareTeam(
                own.day(),
                Stream.concat(own.carers().stream(), ward.carers().stream()).distinct().toList());
    }

    /** The outbox may know of a newer stay than the snapshot: what is not this stay's is left. */
    private List<Waiting> waiting(Replica.Snapshot now) {
        List<Waiting> waiting = new ArrayList<>();
        for (Command command : outbox.waiting(MakeRequest.TYPE)) {
            if (command.stay().equals(now.stay())) {
                made(command)
                        .ifPresent(
                                made ->
                                        waiting.add(
                                                new Waiting(
                                                        command.id(), made, command.tappedAt())));
            }
        }
        return waiting;
    }

    /** One that cannot be read any more was written by another version; the server will say so. */
    private static Optional<MakeRequest> made(Command command) {
        try {
            return Optional.of(WireCodec.lenient(command.body(), MakeRequest.class));
        } catch (WireException _) {
            return Optional.empty();
        }
    }
}
