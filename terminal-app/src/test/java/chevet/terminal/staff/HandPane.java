package chevet.terminal.staff;

import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.terminal.link.Asks;
import chevet.terminal.shell.StaffPane;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A pane that shows one word of the record. */
final class HandPane implements StaffPane {
    static final String SECRET = "pénicilline";

    private final Label label = new Label();
    private Optional<Asks> asks = Optional.empty();

    @Override
    public String id() {
        return "hand";
    }

    @Override
    public String titleKey() {
        return "staff.title";
    }

    @Override
    public boolean permitted(StaffSession session) {
        return session.may(Resource.ALLERGIES, Action.READ);
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node view() {
        return label;
    }

    /** What it asks with while it is open. */
    Optional<Asks> asks() {
        return asks;
    }

    @Override
    public void open(StaffSession session, Asks with) {
        asks = Optional.of(with);
        label.setText(SECRET);
    }

    @Override
    public void close() {
        asks = Optional.empty();
        label.setText("");
    }
}
