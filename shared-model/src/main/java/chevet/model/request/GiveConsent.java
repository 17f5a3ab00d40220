package chevet.model.request;

/**
 * Body of the command {@code care.consent-given}: the patient wants appointments on the screen or
 * not.
 */
public record GiveConsent(boolean appointments) {
    public static final String TYPE = "care.consent-given";
}
