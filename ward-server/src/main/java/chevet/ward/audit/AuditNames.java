package chevet.ward.audit;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import java.util.Optional;

/** Who and where an entry's ids are, for a reader. */
public interface AuditNames {
    /**
     * @param actor as in an entry: {@code staff/<id>}, {@code account/<id>}
     */
    Optional<String> name(String actor);

    Optional<BedId> bed(TerminalId terminal);
}
