package chevet.terminal.stay;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.request.AnswerRequest;
import chevet.model.request.PatientRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.PaneBoard;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the patient asks for, answered by staff at the bed. */
public final class RequestPane implements StaffPane {
    private final Kit kit;
    private final StayWords words;
    private final Replica replica;
    private final PaneBoard board;
    private Optional<RequestId> declining = Optional.empty();
    private List<PatientRequest> open = List.of();

    /**
     * @param kit of staff
     */
    public RequestPane(Kit kit, WardTime time, Work work, Replica replica) {
        this.kit = kit;
        this.words = new StayWords(kit.words(), time);
        this.replica = replica;
        this.board = new PaneBoard(kit, work, this::rows);
    }

    @Override
    public String id() {
        return "requests";
    }

    @Override
    public String titleKey() {
        return "stay.pane";
    }

    @Override
    public boolean permitted(StaffSession asked) {
        return asked.may(Resource.REQUESTS, Action.READ)
                || asked.may(Resource.REQUESTS, Action.ANSWER);
    }

    @Override
    public Node view() {
        return board.view();
    }

    @Override
    public void open(StaffSession opened, Asks asks) {
        board.open(opened, asks);
        board.follow(
                replica,
                List.of(Kind.STAY),
                asked -> open(replica.snapshot(), asked),
                now -> open = now);
    }

    @Override
    public void close() {
        board.close();
        declining = Optional.empty();
        open = List.of();
    }

    /** Of the session's own patient: the bed may have another one already. */
    private static List<PatientRequest> open(Replica.Snapshot now, StaffSession asked) {
        return now.stay().equals(asked.stay())
                ? now.all(Kind.STAY, "request/", PatientRequest.class).values().stream()
                        .filter(each -> each.state().open())
                        .sorted(
                                Comparator.comparing((PatientRequest each) -> !each.urgent())
                                        .thenComparing(PatientRequest::since))
                        .toList()
                : List.of();
    }

    private List<Node> rows() {
        return open.isEmpty()
                ? List.of(kit.text("stay.pane.none"))
                : open.stream().map(this::row).toList();
    }

    private Node row(PatientRequest request) {
        VBox row =
                new VBox(
                        kit.strong(
                                fixed(
                                        kit.words()
                                                .text(
                                                        "stay.pane.line",
                                                        words.moment(request.since()),
                                                        kit.words()
                                                                .text(
                                                                        "stay.ask."
                                                                                + request
                                                                                        .kind())))));
        row.getStyleClass().add("pane-rows");
        request.text()
                .ifPresent(text -> row.getChildren().add(kit.text(fixed("« " + text + " »"))));
        if (request.urgent()) {
            row.getChildren()
                    .add(
                            kit.chip(
                                    Kit.Tone.ALERT,
                                    Icon.Shape.WARNING,
                                    kit.words().live("stay.pane.urgent")));
        }
        if (board.may(Resource.REQUESTS, Action.ANSWER)) {
            row.getChildren()
                    .add(
                            declining.filter(request.id()::equals).isPresent()
                                    ? whys(request)
                                    : answers(request));
        }
        return row;
    }

    private FlowPane answers(PatientRequest request) {
        Button done = answer(request, Icon.Shape.CHECK, "stay.pane.done", State.DONE);
        done.setId("pane-done-" + request.id());
        FlowPane answers = kit.row(done);
        if (request.state() != State.COMING) {
            answers.getChildren()
                    .add(answer(request, Icon.Shape.PERSON, "stay.pane.coming", State.COMING));
        }
        answers.getChildren()
                .add(
                        kit.button(
                                Icon.Shape.CLOSE,
                                "stay.pane.decline",
                                () -> decline(Optional.of(request.id()))));
        return answers;
    }

    /** Declined with a word: the patient reads it in the own language. */
    private FlowPane whys(PatientRequest request) {
        FlowPane whys = kit.row();
        for (Why why : Why.values()) {
            whys.getChildren()
                    .add(
                            board.busy(
                                    kit.button(
                                            Icon.Shape.INFO,
                                            "stay.why." + why,
                                            () ->
                                                    send(
                                                            request.id(),
                                                            State.DECLINED,
                                                            Optional.of(why)))));
        }
        whys.getChildren()
                .add(kit.button(Icon.Shape.BACK, "stay.back.no", () -> decline(Optional.empty())));
        return whys;
    }

    private Button answer(PatientRequest request, Icon.Shape icon, String key, State to) {
        return board.busy(kit.button(icon, key, () -> send(request.id(), to, Optional.empty())));
    }

    private void decline(Optional<RequestId> id) {
        declining = id;
        board.draw();
    }

    private void send(RequestId id, State to, Optional<Why> why) {
        board.act(
                AnswerRequest.TYPE,
                token -> new AnswerRequest(token, id, to, why, Optional.empty()),
                () -> declining = Optional.empty());
    }
}
