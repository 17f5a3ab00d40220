package chevet.model.wire;

import chevet.model.place.Id;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;

/**
 * A stream of events by name: {@code house}, {@code site/S}, {@code ward/W}, {@code terminal/T},
 * {@code stay/S}, {@code room/R}.
 */
public record StreamId(Kind kind, String of) implements Comparable<StreamId> {
    /** What a stream is about, and so who may have it. */
    public enum Kind {
        HOUSE("house", true),
        SITE("site", true),
        WARD("ward", true),
        TERMINAL("terminal", false),
        STAY("stay", false),
        ROOM("room", false);

        private final String word;
        private final boolean shared;

        Kind(String word, boolean shared) {
            this.word = word;
            this.shared = shared;
        }

        /** True where one message on a shared topic reaches every terminal of the place. */
        public boolean shared() {
            return shared;
        }
    }

    public static final StreamId HOUSE = new StreamId(Kind.HOUSE, "");

    /**
     * @throws IllegalArgumentException when the name does not fit the kind
     */
    public StreamId {
        if (kind == Kind.HOUSE) {
            if (!of.isEmpty()) {
                throw new IllegalArgumentException("stream: house has no name, got \"" + of + "\"");
            }
        } else {
            Id.checked("stream", of);
        }
    }

    public static StreamId site(SiteId site) {
        return new StreamId(Kind.SITE, site.value());
    }

    public static StreamId ward(WardId ward) {
        return new StreamId(Kind.WARD, ward.value());
    }

    public static StreamId terminal(TerminalId terminal) {
        return new StreamId(Kind.TERMINAL, terminal.value());
    }

    public static StreamId stay(StayId stay) {
        return new StreamId(Kind.STAY, stay.value());
    }

    /**
     * Reads the name as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException when it is no stream's name
     */
    public static StreamId of(String name) {
        int slash = name.indexOf('/');
        String word = slash < 0 ? name : name.substring(0, slash);
        String of = slash < 0 ? "" : name.substring(slash + 1);
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(word)) {
                return new StreamId(kind, of);
            }
        }
        throw new IllegalArgumentException("stream: no such kind in \"" + name + "\"");
    }

    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind == Kind.HOUSE ? kind.word : kind.word + "/" + of;
    }
}
