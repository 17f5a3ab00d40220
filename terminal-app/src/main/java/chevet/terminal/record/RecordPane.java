package chevet.terminal.record;

import chevet.model.record.RecordSection;
import chevet.model.staff.StaffSession;
import chevet.terminal.link.Asks;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.Arrays;
import javafx.scene.Node;

/** The record as a pane of the staff's screen. On the JavaFX thread. */
public final class RecordPane implements StaffPane {
    /** Base name of its bundle. */
    public static final String BUNDLE = "chevet.terminal.record.record";

    private final RecordModel model = new RecordModel();
    private final RecordInteractor interactor;
    private final RecordView view;

    public RecordPane(Kit kit, WardTime time, Work work) {
        this.interactor = new RecordInteractor(model, work);
        this.view = new RecordView(kit, time, model, interactor);
    }

    /** Its style sheet. */
    public static String sheet() {
        return Look.sheet(RecordPane.class, "record.css");
    }

    @Override
    public String id() {
        return "record";
    }

    @Override
    public String titleKey() {
        return "record.title";
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public boolean permitted(StaffSession session) {
        return session.stay().isPresent()
                && Arrays.stream(RecordSection.values())
                        .anyMatch(section -> RecordInteractor.permitted(session, section));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void open(StaffSession session, Asks asks) {
        interactor.open(session, asks);
    }

    @Override
    public void close() {
        interactor.close();
    }
}
