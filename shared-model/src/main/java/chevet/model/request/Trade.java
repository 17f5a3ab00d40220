package chevet.model.request;

/** What somebody of the care team does. */
public enum Trade {
    DOCTOR,
    NURSE,
    /** Nursing assistant: {@code aide-soignant}. */
    AIDE,
    /** Head nurse: {@code cadre de santé}. */
    HEAD_NURSE,
    MIDWIFE,
    PHYSIOTHERAPIST,
    DIETITIAN,
    PSYCHOLOGIST,
    SOCIAL_WORKER,
    /** Keeps the ward clean and serves the meals. */
    HOSPITAL_AGENT,
    STUDENT,
    VOLUNTEER
}
