package chevet.model.staff;

/** A permission and where it holds. */
public record Grant(Permission permission, Reach reach) {
    /** Where a grant holds. */
    public enum Reach {
        /** In the wards that the person works in. */
        OWN,
        /** In every ward. */
        ANY
    }
}
