package chevet.ward.meal;

import java.time.Instant;

/** How many patients had chosen by an instant. */
public record ProgressPoint(Instant at, int chosen) {}
