package chevet.ward.record;

import chevet.model.stay.StayId;

/** Where what the patient may see of the record goes. */
public interface DaySink {
    /** What the record says now; whoever does not lie here any more is passed over. */
    void take(StayId stay, RecordDay day);
}
