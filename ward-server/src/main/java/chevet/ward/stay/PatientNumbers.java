package chevet.ward.stay;

import chevet.model.stay.StayId;

/** Whether the hospital's number of a patient is known; of whoever asks or hears by it. */
public interface PatientNumbers {
    boolean known(StayId stay);
}
