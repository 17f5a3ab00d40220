package chevet.model.tv;

import chevet.model.text.Texts;

/**
 * Channels that are given or sold together: body of the event {@code tv-pack/<id>} of the house.
 * Which channels it holds is said by the channels.
 *
 * @param name what patient and ward read
 * @param kind how one comes by it
 */
public record TvPack(TvPackId id, Texts name, Kind kind) {
    /** The event's type. */
    public static final String TYPE = "tv.pack";

    public enum Kind {
        /** Every stay has it. */
        FREE,
        /** A stay has it when it was bought. */
        PAID,
        /** For the children's wards. */
        PAEDIATRIC
    }

    /** The key of its event. */
    public static String key(TvPackId id) {
        return "tv-pack/" + id;
    }
}
