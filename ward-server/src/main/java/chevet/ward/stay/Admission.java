package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.stay.Patient;

/** Somebody to put into a bed. */
public record Admission(Patient patient, BedId bed) {}
