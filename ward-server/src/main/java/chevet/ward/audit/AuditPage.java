package chevet.ward.audit;

import chevet.ward.sync.AuditEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of the audit, the newest first.
 *
 * @param older the number before which the next page begins; empty on the last
 * @param query the filters as they stand in an address, without {@code before}
 */
public record AuditPage(
        List<AuditLine> lines, String event, boolean refused, Optional<Long> older, String query) {
    public AuditPage {
        lines = List.copyOf(lines);
    }

    /** Names of what can be asked for. */
    public List<String> events() {
        return Arrays.stream(AuditEntry.Event.values()).map(Enum::name).toList();
    }
}
