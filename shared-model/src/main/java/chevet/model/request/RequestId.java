package chevet.model.request;

import chevet.model.place.Id;

/** One request of one patient: the id of the command that made it. */
public record RequestId(String value) implements Id, Comparable<RequestId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public RequestId {
        Id.checked("request", value);
    }

    @Override
    public int compareTo(RequestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
