package chevet.ward.tv;

import java.util.List;

/**
 * Something in a feed that was not as it should be, and what was done about it.
 *
 * @param line from 1; 0 where it is the whole feed's
 * @param kind what was wrong; the pages have words for it and for what was done
 * @param about what the words are about, in their order
 */
public record Finding(int line, Kind kind, List<String> about) {
    public Finding {
        about = List.copyOf(about);
    }

    /** What feeds get wrong. */
    public enum Kind {
        /** The first line is not {@code #EXTM3U}. */
        NO_HEADER,
        /** A channel without an address. */
        NO_ADDRESS,
        /** An address that no terminal can play; about: its beginning. */
        BAD_ADDRESS,
        /** A channel without a name; about: what it is called instead. */
        NO_NAME,
        /** A number that is none; about: it, and the one given instead. */
        BAD_NUMBER,
        /** A number that another channel has; about: it, and the one given instead. */
        NUMBER_TWICE,
        /** An id that another channel has; about: it, and the one given instead. */
        ID_TWICE,
        /** An attribute without its closing quote; about: its name. */
        BAD_ATTRIBUTE,
        /** An age that is none; about: it. */
        BAD_AGE,
        /** A time shift that is none; about: it. */
        BAD_SHIFT,
        /** An option for another player; about: its name. */
        OPTION,
        /** A pack that the configuration does not know; about: it. */
        UNKNOWN_PACK,
        /** A pack of the configuration that no channel is in; about: it. */
        PACK_EMPTY,
        /** More channels than there may be; about: how many. */
        TOO_MANY,
        /** A feed without a single channel. */
        NO_CHANNEL_AT_ALL,

        /** A feed that could not be had; about: why, as the network says it. */
        NOT_READ,
        /** A feed that is larger than it may be; about: the limit in MiB. */
        TOO_LARGE,
        /** Bytes that are no letters in the feed's encoding; about: how many. */
        BAD_BYTES,
        /** A control character that XML forbids; about: its number. */
        BAD_CHARACTER,
        /** A name that XML does not know; about: it, and what it was read as. */
        ENTITY,
        /** An ampersand that begins no name. */
        AMPERSAND,
        /** Not XML from here on. */
        NOT_XML,
        /** XML, and no guide; about: its root element. */
        NOT_A_GUIDE,
        /** A channel of the guide without an id. */
        CHANNEL_WITHOUT_ID,
        /** A channel that the guide describes twice; about: it. */
        CHANNEL_TWICE,
        /** A programme of no channel. */
        NO_CHANNEL,
        /** A programme without a title. */
        NO_TITLE,
        /** A time that is none; about: the attribute, and it. */
        BAD_TIME,
        /** A time zone that nobody knows; about: it. */
        BAD_ZONE,
        /** A rating that says no age; about: it. */
        BAD_RATING,
        /** A programme without an end; about: its title. */
        NO_STOP,
        /** A programme that ends before it begins; about: its title. */
        ENDS_FIRST,
        /** A programme that ends as it begins; about: its title. */
        NO_LENGTH,
        /** A programme of more than a day; about: its title. */
        TOO_LONG,
        /** The same programme again; about: its title. */
        TWICE,
        /** Another programme at the same time; about: its title, and that of the one kept. */
        SAME_START,
        /** A programme that runs into the next; about: its title, and that of the next. */
        OVERLAP,
        /** Programmes that share one time; about: the title made of theirs. */
        CLUMP,
        /** Channels of the guide that are not in the list; about: how many. */
        NOT_IN_LIST,
        /** A channel of the list that the guide has nothing for; about: its name. */
        NO_GUIDE,
        /** A guide without a programme of these days for these channels. */
        GUIDE_EMPTY
    }
}
