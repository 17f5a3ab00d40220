package chevet.model.place;

/** A site of the establishment: one hospital of the group. */
public record SiteId(String value) implements Id, Comparable<SiteId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public SiteId {
        Id.checked("site", value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
