package chevet.model.tv;

import chevet.model.place.Id;

/** A television or radio channel of the hospital's list. */
public record ChannelId(String value) implements Id, Comparable<ChannelId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public ChannelId {
        Id.checked("channel", value);
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
