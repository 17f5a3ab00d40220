package chevet.model.tv;

import chevet.model.pack.ObjectRef;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A channel of the hospital's list: body of the event {@code channel/<id>} of the house.
 *
 * @param number what is typed for it, 1 to 9999, no two alike
 * @param name as the list has it
 * @param stream where its picture or sound comes from: http, https, udp, rtp or rtsp
 * @param group the heading it stands under in the list, where it has one
 * @param logo its picture among the objects, where it has one
 * @param packs a stay must hold one of these to have it; empty where everybody has it
 * @param age the youngest it is made for, in years; it counts for programmes that say nothing
 */
public record Channel(
        ChannelId id,
        int number,
        String name,
        Kind kind,
        URI stream,
        Optional<String> group,
        Optional<ObjectRef> logo,
        Set<TvPackId> packs,
        int age) {
    /** The event's type. */
    public static final String TYPE = "tv.channel";

    /** The greatest number; a number pad has four places. */
    public static final int LAST = 9999;

    /** In the order of their numbers. */
    public static final Comparator<Channel> BY_NUMBER =
            Comparator.comparingInt(Channel::number).thenComparing(Channel::id);

    public enum Kind {
        TELEVISION,
        /** Sound only: the screen may be off. */
        RADIO
    }

    /**
     * @throws IllegalArgumentException when number or age are out of range
     */
    public Channel {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("number: not 1 to " + LAST + ": " + number);
        }
        Ages.checked("age", age);
        packs = Collections.unmodifiableSet(new TreeSet<>(packs));
    }

    /** The key of its event. */
    public static String key(ChannelId id) {
        return "channel/" + id;
    }
}
