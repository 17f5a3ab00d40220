package chevet.model.staff;

/** One action with one resource: {@code films:sign-off}. */
public record Permission(Resource resource, Action action) {
    /** As it stands in a file and in the audit. */
    public String word() {
        return resource.word() + ":" + action.word();
    }

    @Override
    public String toString() {
        return word();
    }
}
