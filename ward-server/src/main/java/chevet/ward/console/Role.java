package chevet.ward.console;

/** What an account may do; an account may have several. */
public enum Role {
    /** The ward's team: beds, admissions, profiles, choosing for a patient. */
    WARD,
    /** The kitchen: counts, held trays, documents; beds and diets, no names. */
    KITCHEN,
    /** Profiles and the trays that no longer fit. */
    DIETITIAN,
    /** Accounts, staff and cards. */
    IT,
    /** Who opened which record: the audit, and the review of broken glasses. */
    AUDIT
}
