package chevet.ward.staff;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.Optional;

/** Where a terminal is and who lies there now. Answers from memory; safe for all threads. */
@FunctionalInterface
public interface Bedside {
    /** Empty where there is no such terminal. */
    Optional<At> at(TerminalId terminal);

    /** A bed and who lies in it. */
    record At(WardId ward, BedId bed, Optional<StayId> stay) {}
}
