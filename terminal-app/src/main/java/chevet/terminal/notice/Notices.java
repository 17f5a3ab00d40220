package chevet.terminal.notice;

import chevet.model.notice.Notice;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.shell.Interruptions;
import chevet.terminal.shell.Occupant;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Urgent notices: joins model, view and interactor, and listens to the link all its life. It is no
 * screen of its own: a notice interrupts.
 */
public final class Notices implements AutoCloseable {
    /** Base name of its bundle. */
    public static final String BUNDLE = "chevet.terminal.notice.notice";

    private final Kit kit;
    private final WardTime time;
    private final Work work;
    private final NoticePorts ports;
    private final NoticeModel model = new NoticeModel();
    private final NoticeInteractor interactor;
    private Optional<Watch> watching = Optional.empty();
    private @Nullable NoticeView view;

    public Notices(Kit kit, WardTime time, Work work, NoticePorts ports) {
        this.kit = kit;
        this.time = time;
        this.work = work;
        this.ports = ports;
        this.interactor =
                new NoticeInteractor(
                        model,
                        ports.speech(),
                        () -> ports.interruptions().begin(Interruptions.Kind.NOTICE, view()),
                        work.screen(),
                        time,
                        kit.words());
    }

    /** Its style sheet, for the shell. */
    public static String sheet() {
        return Look.sheet(Notices.class, "notice.css");
    }

    /** From now on it follows the link; whoever lies here next sees what stands anew. */
    public void start(Occupant occupant) {
        time.minuteProperty().addListener((_, _, _) -> interactor.show());
        occupant.stayProperty().addListener((_, _, _) -> interactor.forget());
        Replica replica = ports.replica();
        work.apart()
                .execute(
                        () -> watching = Optional.of(replica.watch(Kind.WARD, _ -> read(replica))));
    }

    private void read(Replica replica) {
        work.read(
                () -> List.copyOf(replica.all(Kind.WARD, Notice.PREFIX, Notice.class).values()),
                interactor::notices);
    }

    private Parent view() {
        NoticeView built = view;
        if (built == null) {
            built = new NoticeView(kit, model, interactor, time, ports.speech().isPresent());
            view = built;
        }
        return built.root();
    }

    @Override
    public void close() {
        watching.ifPresent(Watch::close);
    }
}
