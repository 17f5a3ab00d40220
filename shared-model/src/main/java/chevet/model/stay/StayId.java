package chevet.model.stay;

import chevet.model.place.Id;

/** One patient's time in the hospital. A pseudonym: nothing of the patient can be read from it. */
public record StayId(String value) implements Id, Comparable<StayId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public StayId {
        Id.checked("stay", value);
    }

    @Override
    public int compareTo(StayId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
