package chevet.model.place;

/** A bed of a ward, by the name that stands on its door: {@code 214-F}. */
public record BedId(String value) implements Id, Comparable<BedId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public BedId {
        Id.checked("bed", value);
    }

    @Override
    public int compareTo(BedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
