package chevet.model.tv;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A patient's own channels in the patient's own order: body of the command {@code tv.favourites},
 * which sets them all at once, and of the event {@code tv-favourites} of the stay. A channel that
 * has left the list stays in it and is not shown.
 */
public record Favourites(List<ChannelId> channels) {
    /** The command's type and the event's. */
    public static final String TYPE = "tv.favourites";

    /** The event's key. */
    public static final String KEY = "tv-favourites";

    /** More are refused. */
    public static final int MOST = 100;

    public static final Favourites NONE = new Favourites(List.of());

    /**
     * @throws IllegalArgumentException when there are more than {@link #MOST}, or one twice
     */
    public Favourites {
        channels = List.copyOf(channels);
        if (channels.size() > MOST) {
            throw new IllegalArgumentException("channels: more than " + MOST);
        }
        if (new LinkedHashSet<>(channels).size() < channels.size()) {
            throw new IllegalArgumentException("channels: one is there twice");
        }
    }

    public boolean holds(ChannelId channel) {
        return channels.contains(channel);
    }

    /** With that channel at the end, or without it where it was there. */
    public Favourites toggled(ChannelId channel) {
        return holds(channel)
                ? new Favourites(channels.stream().filter(one -> !one.equals(channel)).toList())
                : new Favourites(Stream.concat(channels.stream(), Stream.of(channel)).toList());
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Favourites[]";
    }
}
