package chevet.terminal.stay;

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
import chevet.terminal.link.Watch;
import chevet.terminal.shell.PaneActs;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the patient asks for, answered by staff at the bed. */
public final class RequestPane implements StaffPane {
    private final Kit kit;
    private final StayWords words;
    private final Work work;
    private final Replica replica;
    private final PaneActs acts;
    private final VBox rows = new VBox();
    private final VBox view;
    private Optional<StaffSession> session = Optional.empty();
    private Optional<Watch> watch = Optional.empty();
    private Optional<RequestId> declining = Optional.empty();
    private List<PatientRequest> shown = List.of();

    /**
     * @param kit of staff
     */
    public RequestPane(Kit kit, WardTime time, Work work, Replica replica) {
        this.kit = kit;
        this.words = new StayWords(kit.words(), time);
        this.work = work;
        this.replica = replica;
        this.acts = new PaneActs(kit.words(), work.screen());
        rows.getStyleClass().add("pane-rows");
        view = new VBox(rows, acts.said(kit));
        view.getStyleClass().add("pane-rows");
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
        return view;
    }

    @Override
    public void open(StaffSession opened, Asks asks) {
        session = Optional.of(opened);
        acts.open(asks);
        show(List.of());
        watch = Optional.of(replica.watch(Kind.STAY, _ -> read(opened)));
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        watch = Optional.empty();
        session = Optional.empty();
        declining = Optional.empty();
        acts.close();
        shown = List.of();
        rows.getChildren().clear();
    }

    private void read(StaffSession asked) {
        work.read(
                () -> open(replica.snapshot(), asked),
                all -> {
                    if (session.equals(Optional.of(asked))) {
                        show(all);
                    }
                });
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

    private void show(List<PatientRequest> all) {
        shown = all;
        rows.getChildren()
                .setAll(
                        all.isEmpty()
                                ? List.of(kit.text("stay.pane.none"))
                                : all.stream().map(this::row).toList());
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
        if (session.filter(each -> each.may(Resource.REQUESTS, Action.ANSWER)).isPresent()) {
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
                            busy(
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
        return busy(kit.button(icon, key, () -> send(request.id(), to, Optional.empty())));
    }

    private Button busy(Button button) {
        button.disableProperty().bind(acts.busyProperty());
        return button;
    }

    private void decline(Optional<RequestId> id) {
        declining = id;
        show(shown);
    }

    private void send(RequestId id, State to, Optional<Why> why) {
        session.ifPresent(
                now ->
                        acts.act(
                                AnswerRequest.TYPE,
                                new AnswerRequest(now.token(), id, to, why, Optional.empty()),
                                () -> decline(Optional.empty())));
    }

    private static SimpleStringProperty fixed(String text) {
        return new SimpleStringProperty(text);
    }
}
