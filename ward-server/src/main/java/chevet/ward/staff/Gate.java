package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffRefusal;
import chevet.ward.sync.AuditEntry;
import chevet.ward.sync.StaffGate;
import java.util.Optional;

/** Decides by the session as it is now, the bed as it is now, and the profile. */
final class Gate implements StaffGate {
    private final StaffDoors doors;
    private final Bedside bedside;
    private final OpenSessions sessions;
    private final Openings openings;

    Gate(StaffDoors doors, Bedside bedside, OpenSessions sessions, Openings openings) {
        this.doors = doors;
        this.bedside = bedside;
        this.sessions = sessions;
        this.openings = openings;
    }

    @Override
    public Decision may(TerminalId terminal, String token, Resource resource, Action action) {
        Permission wanted = new Permission(resource, action);
        Optional<Bedside.At> at = bedside.at(terminal);
        Optional<Open> found = sessions.find(terminal, token);
        if (found.isEmpty() || at.isEmpty()) {
            doors.audit()
                    .note(
                            Notes.refused(
                                    AuditEntry.Event.ACCESS,
                                    "card/unknown",
                                    terminal,
                                    at,
                                    wanted.word(),
                                    StaffRefusal.NO_SESSION));
            return new Decision.Refused(StaffRefusal.NO_SESSION.reason());
        }
        Open open = found.get();
        if (!open.stay().equals(at.get().stay())) {
            sessions.end(each -> each.id().equals(open.id()), SessionEnd.Why.MOVED);
            return refused(open, wanted, StaffRefusal.MOVED);
        }
        if (resource.aboutPatient() && open.stay().isEmpty()) {
            return refused(open, wanted, StaffRefusal.NOBODY);
        }
        if (!open.permissions().contains(wanted)) {
            return refused(open, wanted, StaffRefusal.NOT_PERMITTED);
        }
        return allowed(open, wanted);
    }

    private Decision allowed(Open open, Permission wanted) {
        boolean glass = open.byGlass(wanted);
        doors.database()
                .change(
                        tx -> {
                            doors.audit()
                                    .note(
                                            tx,
                                            Notes.of(
                                                    open,
                                                    AuditEntry.Event.ACCESS,
                                                    wanted.word(),
                                                    true,
                                                    glass ? "break-glass" : ""));
                            if (wanted.resource().record()) {
                                openings.opened(tx, open, glass);
                            }
                        });
        return new Decision.Allowed(open.person().id(), open.id(), open.ward(), open.stay(), glass);
    }

    private Decision refused(Open open, Permission wanted, StaffRefusal why) {
        doors.audit()
                .note(Notes.of(open, AuditEntry.Event.ACCESS, wanted.word(), false, why.code()));
        return new Decision.Refused(why.reason());
    }
}
