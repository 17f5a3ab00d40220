package chevet.model.request;

import java.time.LocalDate;
import java.util.List;

/** Who cares for a ward on one day: body of the event {@code team/<day>} of the ward's stream. */
public record CareTeam(LocalDate day, List<Carer> carers) {
    public static final String TYPE = "care.team";

    /** The prefix of its keys. */
    public static final String KEYS = "team/";

    public CareTeam {
        carers = List.copyOf(carers);
    }

    /** The key of its event in the ward's stream. */
    public static String key(LocalDate day) {
        return KEYS + day;
    }
}
