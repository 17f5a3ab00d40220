package chevet.terminal.library;

import java.net.URI;
import java.util.Optional;

/** How far an object is on its way to this terminal. */
public sealed interface Coming {
    /**
     * All of it is here, proven by its hash.
     *
     * @param address where an engine can open it
     */
    record Here(URI address) implements Coming {}

    /**
     * It is being fetched.
     *
     * @param percent of its bytes that are here, 0 to 99
     * @param address where an engine can open what is here and what still comes; empty while that
     *     is too little
     */
    record Under(int percent, Optional<URI> address) implements Coming {}

    /** The ward server cannot be reached; it comes by itself as soon as that can be done again. */
    record Away() implements Coming {}

    /** It will not come without somebody's help; the log says why to IT. */
    record Refused(Why why) implements Coming {
        public enum Why {
            /** The ward server has no such object. */
            NOT_FOUND,
            /** Its bytes are not what its name says. */
            DAMAGED,
            /** This terminal has no room for it. */
            NO_ROOM
        }
    }
}
