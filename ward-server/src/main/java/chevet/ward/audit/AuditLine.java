package chevet.ward.audit;

import chevet.model.wire.Reason;
import chevet.ward.sync.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry as a reader sees it.
 *
 * @param who the name, or the id where nobody knows one
 * @param where the bed, or the terminal where it is fixed to none; empty for the console
 * @param hash the first of its hash, in hex
 */
public record AuditLine(
        long number, Instant at, AuditEntry what, String who, String where, String hash) {
    /** Why it was refused, where it was. */
    public Optional<Reason> refusal() {
        return what.allowed() ? Optional.empty() : Optional.of(Reason.of(what.reason()));
    }

    /** {@code care-team} of {@code care-team:read}; empty where the subject is none of these. */
    public String resource() {
        int colon = what.subject().indexOf(':');
        return colon < 0 ? "" : what.subject().substring(0, colon);
    }

    /** {@code read} of {@code care-team:read}. */
    public String action() {
        return what.subject().substring(what.subject().indexOf(':') + 1);
    }

    /** The profile, or the roles of an account. */
    public List<String> roles() {
        return List.of(what.role().split(","));
    }

    /** Whether the subject tells a reader something that the event does not. */
    public boolean subjectShown() {
        return !what.subject().isEmpty()
                && !what.subject().startsWith("glass/")
                && !what.subject().equals("console");
    }

    @Override
    public String toString() {
        return "AuditLine[" + number + "]";
    }
}
