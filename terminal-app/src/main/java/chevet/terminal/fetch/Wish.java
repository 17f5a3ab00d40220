package chevet.terminal.fetch;

/** How much somebody wants an object, the most first. */
public enum Wish {
    /** Somebody looks at it, or waits for it. It goes before all others and is not thrown away. */
    NOW,
    /** A prescribed film and what belongs to it: it is brought early and is not thrown away. */
    PRESCRIBED,
    /** It may be wanted later, and goes when room is needed. */
    LATER;

    boolean stays() {
        return this != LATER;
    }
}
