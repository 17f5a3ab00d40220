package chevet.terminal.link;

import chevet.model.stay.StayId;
import java.util.Set;

/**
 * The terminal's own key of each stay that lies, or lay just now, at its bed. What is sealed is
 * bound to its place: it opens nowhere else. Used by the link's thread only.
 */
public interface TerminalKeys {
    /** Makes the key, kept before it returns; does nothing where there is one. */
    void make(StayId stay);

    /** All that have a key. */
    Set<StayId> stays();

    /**
     * @throws Seal.Broken when the stay has no key
     */
    byte[] seal(StayId stay, String place, byte[] plain);

    /**
     * @throws Seal.Broken when the stay has no key, or it was not sealed with it at that place
     */
    byte[] open(StayId stay, String place, byte[] sealed);

    /** Overwrites and removes the key; what was sealed with it is rubbish from now on. */
    void destroy(StayId stay);
}
