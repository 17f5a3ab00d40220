package chevet.ward.audit;

/** What became of looking at the whole chain. */
public sealed interface Soundness {
    /**
     * Every entry is as it was written.
     *
     * @param signed up to which number a checkpoint vouches; the rest came since
     */
    record Sound(long entries, long checkpoints, long signed) implements Soundness {}

    /**
     * Somebody has tampered with it, or a part is gone.
     *
     * @param number of the first bad entry
     */
    record Broken(long number, Fault fault) implements Soundness {}

    /** What is wrong with an entry. */
    enum Fault {
        /** There is no such entry, and there are later ones. */
        MISSING,
        /** It is not what its hash says. */
        CHANGED,
        /** From it on, entries were written anew: a signed checkpoint says otherwise. */
        REWRITTEN,
        /** The checkpoint at this entry is not of this server's key. */
        FORGED,
        /** It and those after it are gone: the newest checkpoint that was signed is not there. */
        CUT
    }
}
