package chevet.model.meal;

import chevet.model.place.Id;

/** A dish of the kitchen's catalogue. */
public record DishId(String value) implements Id, Comparable<DishId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public DishId {
        Id.checked("dish", value);
    }

    @Override
    public int compareTo(DishId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
