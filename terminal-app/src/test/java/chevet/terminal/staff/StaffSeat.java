package chevet.terminal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.staff.Nonce;
import chevet.model.staff.Permission;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.text.Texts;
import chevet.terminal.Bedside;
import chevet.terminal.HandAsks;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.card.HandCard;
import chevet.terminal.device.card.HandReader;
import chevet.terminal.link.WardSeal;
import chevet.terminal.ui.TypeField;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Staff with cards at a bed, before a server that answers as it is told. */
public final class StaffSeat implements AutoCloseable {
    public static final String CODE = "4711";
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Bedside bedside;
    private final HandReader reader = new HandReader();
    private final HandAsks asks = new HandAsks();
    private final StaffScreen screen;
    private final HandPane pane = new HandPane();
    private final Set<HandCard> cards = new HashSet<>();

    public StaffSeat() {
        this(new Bedside(1280, 800).admitted());
    }

    /** One at a bed that stands already. */
    public StaffSeat(Bedside bedside) {
        this.bedside = bedside;
        screen =
                Bedside.onScreen(
                        () -> {
                            StaffScreen made =
                                    new StaffScreen(
                                            bedside.wiring().staffKit(),
                                            Language.FR,
                                            new WardTime(
                                                    bedside.clock(), ZoneId.of("Europe/Paris")),
                                            new Work(Runnable::run, Platform::runLater),
                                            new StaffPorts(
                                                    Bedside.TERMINAL,
                                                    reader,
                                                    asks,
                                                    bedside.link(),
                                                    bedside.link(),
                                                    new WardSeal(List.of()),
                                                    new Notebook(Path.of("none")),
                                                    bedside.wiring().shell().interruptions()),
                                            List.of(pane));
                            made.start();
                            return made;
                        });
        serverAsksForTheCode();
    }

    /** The server is there, and a tap is not enough for it. */
    public void serverAsksForTheCode() {
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        asks.answer(StaffAsks.CHALLENGE, _ -> new Nonce(nonce, Bedside.SATURDAY.plusSeconds(30)));
        asks.answer(StaffAsks.END, _ -> new StaffAsks.Ended());
        asks.refuse(StaffAsks.LOGIN, StaffRefusal.NO_GRACE.reason());
    }

    public HandAsks asks() {
        return asks;
    }

    public Bedside bedside() {
        return bedside;
    }

    HandReader reader() {
        return reader;
    }

    HandPane pane() {
        return pane;
    }

    /** A nurse at her own ward. */
    public static StaffSession session(Standing standing, Permission... permissions) {
        return new StaffSession(
                "session-" + standing,
                "token-" + standing,
                "S. Martin",
                "nurse",
                Texts.of("Infirmière", "Nurse", "ممرضة"),
                Set.of(permissions),
                Optional.of(new StayId("s1")),
                Bedside.SATURDAY.plus(Duration.ofMinutes(15)),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                standing,
                true,
                standing == Standing.EMERGENCY
                        ? Optional.of(Bedside.SATURDAY.plus(Duration.ofMinutes(15)))
                        : Optional.empty());
    }

    public HandCard insert() {
        HandCard card = new HandCard(CODE);
        insert(card);
        return card;
    }

    public void insert(HandCard card) {
        cards.add(card);
        reader.insert(card);
        bedside.settle();
    }

    public void remove(HandCard card) {
        cards.remove(card);
        reader.remove(card);
        bedside.settle();
    }

    /** Takes all cards out. */
    void leave() {
        Set.copyOf(cards).forEach(this::remove);
    }

    /** Types on the screen's own keys. */
    public void type(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            String digit = digits.substring(i, i + 1);
            press(node -> digit.equals(node.getText()));
        }
    }

    /** Logs in with the right code. */
    public HandCard open(StaffSession session) {
        HandCard card = insert();
        asks.answer(StaffAsks.LOGIN, _ -> session);
        type(CODE);
        press("staff-ok");
        return card;
    }

    /** Writes on the keyboard of the screen. */
    void write(String text) {
        for (int end = 1; end <= text.length(); end++) {
            String written = text.substring(0, end);
            String letter = text.substring(end - 1, end);
            long limit = System.nanoTime() + PATIENCE_NANOS;
            // What comes right after another key is taken for a tremor: a hand tries again.
            while (!written.equals(written())) {
                assertThat(System.nanoTime()).as("written so far").isLessThan(limit);
                press(node -> letter.equals(node.getUserData()));
            }
        }
    }

    private String written() {
        return first(TypeField.class::isInstance).getAccessibleText();
    }

    private Node first(Predicate<Node> wanted) {
        return bedside.seen(wanted).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("it is not seen:\n" + text()));
    }

    /** The button with that id cannot be pressed now. */
    boolean disabled(String id) {
        return first(node -> id.equals(node.getId())).isDisabled();
    }

    public void press(String id) {
        press(node -> id.equals(node.getId()));
    }

    private void press(Predicate<Button> wanted) {
        Node button = first(node -> node instanceof Button each && wanted.test(each));
        Bedside.onScreen(() -> ((Button) button).fire());
        bedside.settle();
    }

    /** What can be read on the screen now. */
    public String text() {
        return bedside.text();
    }

    /** A node with that id is seen. */
    public boolean sees(String id) {
        return !bedside.seen(node -> id.equals(node.getId())).isEmpty();
    }

    /** So much later, as the screen's own second sees it. */
    public void later(Duration time) {
        bedside.clock().forward(time);
        Bedside.onScreen(screen::tick);
        bedside.settle();
    }

    @Override
    public void close() {
        bedside.close();
    }
}
