package chevet.ward.audit;

/**
 * Which entries somebody wants to see.
 *
 * @param event name of one event; empty: all
 * @param actor one actor; empty: all
 * @param terminal one terminal; empty: all
 */
record Question(String event, String actor, String terminal, boolean refusedOnly) {
    static final Question ALL = new Question("", "", "", false);
}
