package chevet.model.record;

/** A part of the record, in the order in which it is shown; each is asked for by itself. */
public enum RecordSection {
    /** Who it is. */
    BANNER,
    /** What must be known before anybody touches the patient: isolation, risk of falling. */
    FLAGS,
    ALLERGIES,
    DIET,
    MEDICATION,
    /** The latest of each, with those before it. */
    OBSERVATIONS,
    APPOINTMENTS,
    CARE_TEAM,
    CONSENTS
}
