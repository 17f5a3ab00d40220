package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.StaffRefusal;
import chevet.ward.sync.AuditEntry;
import java.util.Locale;
import java.util.Optional;

/** Lines of the audit about staff at a bed. */
final class Notes {
    private Notes() {}

    static AuditEntry of(
            Open open, AuditEntry.Event event, String subject, boolean allowed, String reason) {
        return new AuditEntry(
                event,
                "staff/" + open.person().id(),
                open.profile().id(),
                open.id(),
                Optional.of(open.terminal()),
                Optional.of(open.ward()),
                open.stay(),
                subject,
                allowed,
                word(reason));
    }

    /** Somebody whom no session names. */
    static AuditEntry refused(
            AuditEntry.Event event,
            String actor,
            TerminalId terminal,
            Optional<Bedside.At> at,
            String subject,
            StaffRefusal why) {
        return new AuditEntry(
                event,
                actor,
                "",
                "",
                Optional.of(terminal),
                at.map(Bedside.At::ward),
                at.flatMap(Bedside.At::stay),
                subject,
                false,
                why.code());
    }

    private static String word(String reason) {
        return reason.contains(".") ? reason : reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
