package chevet.terminal.shell;

import chevet.model.staff.StaffSession;
import chevet.terminal.link.Asks;
import javafx.scene.Node;

/**
 * A part of what staff see while their card is in: a feature gives it, Wiring joins, and the staff
 * screen shows those that the session permits. It is built with the kit of staff, whose language
 * and size of text are not the patient's. On the JavaFX thread.
 */
public interface StaffPane {
    /** Its name, which is the id of its node too: {@code record}. */
    String id();

    /** Key of its title in the bundles. */
    String titleKey();

    /** Whether the session permits what it shows; asked at each change of the session. */
    boolean permitted(StaffSession session);

    /** The widest pane, on its own side of the screen; for the record. */
    default boolean wide() {
        return false;
    }

    /** The nodes below its title, built at the first call. */
    Node view();

    /**
     * It is about to be seen, or goes on with other permissions: then {@link #close} came before.
     *
     * @param asks for this session: what the pane asks bears {@link StaffSession#token}; when an
     *     answer says that the session is over, this is heeded by whoever shows the pane
     */
    void open(StaffSession session, Asks asks);

    /**
     * The session is over or changes: drops every reference to what it showed, in its nodes too.
     * Answers that come later are not shown.
     */
    void close();
}
