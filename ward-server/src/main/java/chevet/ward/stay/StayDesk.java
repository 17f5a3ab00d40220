package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import java.util.List;
import java.util.Optional;

/**
 * Admits, moves and discharges, and knows who lies where. Blocks until on disk; for virtual
 * threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class StayDesk {
    StayDesk() {}

    /** Begins a stay in a free bed. */
    public StayResult admit(Admission admission, String by) {
        throw new UnsupportedOperationException();
    }

    /** Moves a stay to a free bed; everything of it follows. */
    public StayResult transfer(StayId stay, BedId to, String by) {
        throw new UnsupportedOperationException();
    }

    /** Ends a stay; its key is put away and destroyed after the time that the site has set. */
    public StayResult discharge(StayId stay, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Admits everybody of a CSV file ({@code bed,title,name,language}), or nobody.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     */
    public ImportResult importAdmissions(String file, byte[] content, String by, Language told) {
        throw new UnsupportedOperationException();
    }

    /** Every bed of the ward in order, free ones too. */
    public List<BedView> board(WardId ward) {
        throw new UnsupportedOperationException();
    }

    /** Who it is by name; empty after the discharge. */
    public Optional<Patient> patient(StayId stay) {
        throw new UnsupportedOperationException();
    }
}
