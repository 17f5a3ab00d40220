package chevet.model.tv;

import chevet.model.place.Id;

/** A pack of channels that is given or sold as one. */
public record TvPackId(String value) implements Id, Comparable<TvPackId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public TvPackId {
        Id.checked("pack", value);
    }

    @Override
    public int compareTo(TvPackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
