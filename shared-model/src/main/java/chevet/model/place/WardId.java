package chevet.model.place;

/** A ward of a site: the beds that one team cares for. */
public record WardId(String value) implements Id, Comparable<WardId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public WardId {
        Id.checked("ward", value);
    }

    @Override
    public int compareTo(WardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
