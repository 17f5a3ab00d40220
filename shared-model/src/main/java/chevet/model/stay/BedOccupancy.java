package chevet.model.stay;

import chevet.model.place.BedId;
import java.util.Optional;

/** Which stay lies at a terminal's bed: body of the event {@code stay} of the terminal's stream. */
public record BedOccupancy(BedId bed, Optional<StayId> stay) {}
