package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.Optional;

/**
 * One line of the audit. It holds ids and words of ours; no name, and nothing of what was read.
 *
 * @param actor who: {@code staff/<id>}, {@code account/<id>}, {@code card/<serial>}, {@code system}
 * @param role profile or roles under which it was done; empty where there is none
 * @param session id of the session; empty where there is none
 * @param terminal at which terminal; empty for the console
 * @param stay whose record or data, where it is about a patient
 * @param subject what: {@code diet:read}, {@code person/<id>}; empty where the event says all
 * @param allowed whether it was done
 * @param reason the code of the refusal, or of the cause; empty where there is none
 */
public record AuditEntry(
        Event event,
        String actor,
        String role,
        String session,
        Optional<TerminalId> terminal,
        Optional<WardId> ward,
        Optional<StayId> stay,
        String subject,
        boolean allowed,
        String reason) {
    /** What happened. Names are kept for good: the audit holds them. */
    public enum Event {
        /** A card opened a session with its PIN, or was refused. */
        LOGIN,
        /** A card opened a session by a tap within the grace, or was refused. */
        GRACE,
        /** A card opened a session while the server could not be asked; told afterwards. */
        OFFLINE,
        /** A card refused a PIN. */
        WRONG_PIN,
        /** A session ended. */
        END,
        /** Something was read or changed, or was refused. */
        ACCESS,
        /** The glass was broken, or was refused. */
        BREAK_GLASS,
        /** Somebody looked into a broken glass. */
        REVIEW,
        /** The staff directory was changed. */
        DIRECTORY,
        /** The audit itself was looked at or exported. */
        AUDIT_READ,
        /** The audit goes on after entries that are gone: a backup was put back. */
        GAP
    }

    /** What the server does by itself. */
    public static AuditEntry system(Event event, String subject, String reason) {
        return new AuditEntry(
                event,
                "system",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                subject,
                true,
                reason);
    }

    /** What somebody does at the console. */
    public static AuditEntry console(Event event, String account, String role, String subject) {
        return new AuditEntry(
                event,
                "account/" + account,
                role,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                subject,
                true,
                "");
    }
}
