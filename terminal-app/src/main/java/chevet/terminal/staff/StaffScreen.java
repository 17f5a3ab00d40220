package chevet.terminal.staff;

import chevet.model.staff.SessionEnd;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * What covers the patient's screen while a card is in. It speaks the house's language in the size
 * of text of the sketches, whatever the patient below has chosen. On the JavaFX thread.
 */
public final class StaffScreen {
    public static final String BUNDLE = "chevet.terminal.staff.staff";

    private final Kit kit;
    private final Language language;
    private final Work work;
    private final StaffPorts ports;
    private final StaffModel model = new StaffModel();
    private final WardTime time;
    private final OfflineDesk offline;
    private final StaffInteractor interactor;
    private final StackPane view;
    private final Timeline seconds;
    private Optional<AudioFocus.Held> cover = Optional.empty();

    /**
     * @param kit of staff, see {@link StaffPane}
     * @param language the house's
     * @param panes in the order in which they are shown
     */
    public StaffScreen(
            Kit kit,
            Language language,
            WardTime time,
            Work work,
            StaffPorts ports,
            List<StaffPane> panes) {
        this.kit = kit;
        this.language = language;
        this.work = work;
        this.ports = ports;
        this.time = time;
        this.offline =
                new OfflineDesk(ports, new SureTime(time::now, System::nanoTime, ports.hours()));
        this.interactor = new StaffInteractor(model, ports, offline, time, work);
        PaneRow row = new PaneRow(kit, panes);
        CodeView code = new CodeView(kit, model, interactor);
        view =
                new StaffView(model, interactor)
                        .build(
                                code.build(),
                                new NoteView(kit, model, interactor).build(),
                                new SpaceView(kit, time, model, interactor, row).build());
        // The cover has the keys, whatever within it is shown.
        view.addEventFilter(KeyEvent.KEY_PRESSED, code::key);
        kit.look().dressPart(view, kit.words());
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> interactor.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        model.phase().addListener((_, _, now) -> cover(!(now instanceof Phase.Away)));
    }

    /** Its style sheet. */
    public static String sheet() {
        return Look.sheet(StaffScreen.class, "staff.css");
    }

    /** Follows the readers, and what the server says of sessions and of the bed. */
    public void start() {
        ports.replica()
                .watch(
                        StreamId.Kind.TERMINAL,
                        _ ->
                                work.read(
                                        this::known,
                                        known -> {
                                            known.end().ifPresent(interactor::ended);
                                            interactor.stay(known.stay());
                                        }));
        ports.replica()
                .watchLink(
                        state -> work.screen().execute(() -> model.current().set(state.current())));
        time.minuteProperty().addListener((_, _, _) -> work.apart().execute(offline::keepTime));
        ports.cards()
                .watch(
                        event ->
                                work.screen()
                                        .execute(
                                                () -> {
                                                    switch (event) {
                                                        case CardReader.Event.Inserted(var card) ->
                                                                interactor.inserted(card);
                                                        case CardReader.Event.Removed(var card) ->
                                                                interactor.removed(card);
                                                    }
                                                }));
    }

    private record Known(Optional<SessionEnd> end, Optional<StayId> stay) {}

    private Known known() {
        var snapshot = ports.replica().snapshot();
        return new Known(
                snapshot.one(StreamId.Kind.TERMINAL, SessionEnd.KEY, SessionEnd.class),
                snapshot.stay());
    }

    /** Once a second while the screen is covered; the screen does it by itself. */
    void tick() {
        interactor.tick();
    }

    private void cover(boolean now) {
        if (now && cover.isEmpty()) {
            kit.look().textSizeProperty().set(TextSize.NORMAL);
            kit.words().languageProperty().set(language);
            cover =
                    Optional.of(
                            ports.interruptions()
                                    .begin(chevet.terminal.shell.Interruptions.Kind.STAFF, view));
            seconds.play();
        } else if (!now && cover.isPresent()) {
            seconds.stop();
            cover.get().close();
            cover = Optional.empty();
        }
    }
}
