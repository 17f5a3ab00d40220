package chevet.ward.keys;

import chevet.model.stay.StayId;

/**
 * The key of each stay, in files apart from the database and outside its backups. AES-256-GCM; what
 * is sealed is bound to the place it is kept in, so that no ciphertext can be moved to another row.
 * Safe for all threads.
 */
public interface StayKeys {
    /** Makes the stay's key, on disk before it returns; does nothing where it has one. */
    void make(StayId stay);

    /**
     * Seals a text under the stay's key.
     *
     * @param place table, column and row: the same is needed to open it
     */
    byte[] seal(StayId stay, String place, byte[] plain);

    /**
     * @throws KeyGone when the stay's key is destroyed, or put away
     */
    byte[] open(StayId stay, String place, byte[] sealed);

    /**
     * Puts the key away at discharge: {@link #open} fails until {@link #restore}; {@link #destroy}
     * ends it.
     */
    void putAway(StayId stay);

    void restore(StayId stay);

    /** Overwrites and deletes the key; what was sealed with it is rubbish from now on. */
    void destroy(StayId stay);

    /** There is no key for this stay any more. */
    final class KeyGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyGone(StayId stay) {
            super("no key for stay " + stay);
        }
    }
}
