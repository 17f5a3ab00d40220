package chevet.terminal.stay;

import chevet.model.request.CareTeam;
import chevet.model.request.Consent;
import chevet.model.request.Distress;
import chevet.model.request.GiveConsent;
import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest;
import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.model.request.RequestRule;
import chevet.model.request.WithdrawRequest;
import chevet.model.wire.Outcome;
import chevet.terminal.link.Commands;
import chevet.terminal.stay.StayModel.Agreed;
import chevet.terminal.stay.StayModel.Line;
import chevet.terminal.stay.StayModel.Step;
import chevet.terminal.ui.TypedText;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Asks for things, and shows what became of them. On the JavaFX thread. */
final class StayInteractor {
    /** So many lines are shown; the ward keeps what is over for a day anyway. */
    private static final int MOST_LINES = 8;

    private static final Comparator<Line> ORDER =
            Comparator.comparing((Line line) -> !line.open())
                    .thenComparing(Comparator.comparing(Line::since).reversed())
                    .thenComparing(Line::id);

    private final StayModel model;
    private final TypedText typed;
    private final Commands commands;
    private final Executor screen;
    private final WardTime time;
    private final Words words;

    /** What was asked here since the program began, by id, until the replica shows it. */
    private final Map<String, Own> own = new LinkedHashMap<>();

    private StayFacts facts = StayFacts.NONE;
    private Optional<Boolean> agreeing = Optional.empty();

    private record Own(Waiting waiting, Step step) {}

    /**
     * @param screen runs what it is given on the JavaFX thread
     */
    StayInteractor(
            StayModel model,
            TypedText typed,
            Commands commands,
            Executor screen,
            WardTime time,
            Words words) {
        this.model = model;
        this.typed = typed;
        this.commands = commands;
        this.screen = screen;
        this.time = time;
        this.words = words;
        typed.textProperty()
                .addListener(
                        (_, _, text) -> model.sounds().set(Distress.heard(text, words.language())));
        time.minuteProperty().addListener((_, _, _) -> show());
    }

    /** The replica or the outbox has changed. */
    void facts(StayFacts changed) {
        if (!facts.stay().equals(changed.stay())) {
            clear();
        }
        facts = changed;
        own.keySet().removeIf(facts.requests()::containsKey);
        show();
    }

    /** One tap asks; what is asked for already is not asked for again. */
    void ask(RequestKind kind) {
        if (kind.needsText()) {
            write();
        } else if (!model.asked().get().contains(kind)) {
            send(new MakeRequest(kind, Optional.empty(), words.language()));
        }
    }

    void write() {
        model.writing().set(true);
    }

    /** Back to the page; what is written stays until it is sent. */
    void leave() {
        model.writing().set(false);
    }

    /** Sends the question; nothing happens while nothing is written. */
    void sendQuestion() {
        if (!RequestRule.readable(typed.text())) {
            return;
        }
        send(
                new MakeRequest(
                        RequestKind.QUESTION, Optional.of(typed.text().strip()), words.language()));
        typed.clear();
        leave();
    }

    /** The patient has read that the call button is the one to press. */
    void callRead() {
        model.call().set(false);
    }

    /** Asks whether it is really no longer needed; empty: it is. */
    void askBack(Optional<RequestId> id) {
        model.asking().set(id);
    }

    void withdraw(RequestId id) {
        model.asking().set(Optional.empty());
        if (facts.stay().isPresent()) {
            commands.send(facts.stay(), WithdrawRequest.TYPE, new WithdrawRequest(id));
        }
    }

    /** Whether appointments may be on this screen. */
    void agree(boolean wanted) {
        if (facts.stay().isEmpty()) {
            return;
        }
        agreeing = Optional.of(wanted);
        Commands.Sending sending =
                commands.send(facts.stay(), GiveConsent.TYPE, new GiveConsent(wanted));
        sending.outcome()
                .whenComplete(
                        (outcome, fault) -> {
                            boolean taken =
                                    fault == null && outcome.status() == Outcome.Status.ACCEPTED;
                            if (!taken) {
                                screen.execute(
                                        () -> {
                                            agreeing = Optional.empty();
                                            show();
                                        });
                            }
                        });
        show();
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        clear();
        facts = StayFacts.NONE;
        show();
    }

    private void clear() {
        own.clear();
        agreeing = Optional.empty();
        typed.clear();
        model.writing().set(false);
        model.call().set(false);
        model.asking().set(Optional.empty());
    }

    private void send(MakeRequest made) {
        if (facts.stay().isEmpty()) {
            return;
        }
        if (made.text().filter(text -> Distress.heard(text, made.language())).isPresent()) {
            model.call().set(true);
        }
        Commands.Sending sending = commands.send(facts.stay(), MakeRequest.TYPE, made);
        String id = sending.id();
        own.put(id, new Own(new Waiting(id, made, time.now()), new Step.Keeping()));
        sending.kept()
                .whenComplete(
                        (_, fault) ->
                                become(id, fault == null ? new Step.Kept() : new Step.NotKept()));
        sending.outcome()
                .whenComplete(
                        (outcome, fault) ->
                                become(id, fault == null ? step(outcome) : new Step.NotKept()));
        show();
    }

    private static Step step(Outcome outcome) {
        return outcome.status() == Outcome.Status.ACCEPTED
                ? new Step.AtWard(PatientRequest.State.SENT, Optional.empty(), Optional.empty())
                : new Step.Refused(
                        outcome.reason().map(each -> each.code()).orElse("command.failed"));
    }

    private void become(String id, Step step) {
        screen.execute(
                () -> {
                    Own known = own.get(id);
                    // An outcome may come before word that the command is on disk.
                    boolean later = known != null && !(step instanceof Step.Kept && decided(known));
                    if (known != null && later) {
                        own.put(id, new Own(known.waiting(), step));
                        show();
                    }
                });
    }

    private static boolean decided(Own known) {
        return !(known.step() instanceof Step.Keeping);
    }

    private void show() {
        List<Line> lines = new ArrayList<>();
        facts.requests().values().forEach(each -> lines.add(line(each)));
        for (Waiting each : facts.waiting()) {
            if (!own.containsKey(each.id()) && !facts.requests().containsKey(each.id())) {
                lines.add(line(each, new Step.Kept()));
            }
        }
        own.values().forEach(each -> lines.add(line(each.waiting(), each.step())));
        lines.sort(ORDER);
        Set<RequestKind> asked = EnumSet.noneOf(RequestKind.class);
        lines.stream()
                .filter(Line::open)
                .map(Line::kind)
                .filter(kind -> !kind.needsText())
                .forEach(asked::add);
        model.lines().set(lines.stream().limit(MOST_LINES).toList());
        model.asked().set(Set.copyOf(asked));
        showDay();
    }

    private void showDay() {
        LocalDate today = time.at(time.now()).toLocalDate();
        model.team()
                .set(
                        Optional.ofNullable(facts.teams().get(today))
                                .map(CareTeam::carers)
                                .orElse(List.of()));
        Optional<Boolean> known = facts.consent().map(Consent::appointments);
        if (agreeing.equals(known)) {
            agreeing = Optional.empty();
        }
        model.agreed()
                .set(
                        agreeing.or(() -> known)
                                .map(yes -> yes ? Agreed.YES : Agreed.NO)
                                .orElse(Agreed.UNKNOWN));
        Instant morning = today.atStartOfDay(time.zone()).toInstant();
        Instant night = today.plusDays(1).atStartOfDay(time.zone()).toInstant();
        model.appointments()
                .set(
                        facts.appointments().stream()
                                .filter(_ -> model.agreed().get() == Agreed.YES)
                                .filter(each -> !each.at().isBefore(morning))
                                .filter(each -> each.at().isBefore(night))
                                .sorted()
                                .toList());
        model.openings().set(facts.openings());
    }

    private static Line line(PatientRequest known) {
        return new Line(
                known.id().value(),
                known.kind(),
                known.text(),
                known.urgent(),
                known.since(),
                new Step.AtWard(known.state(), known.why(), known.said()));
    }

    private static Line line(Waiting waiting, Step step) {
        return new Line(
                waiting.id(),
                waiting.made().kind(),
                waiting.made().text(),
                waiting.made()
                        .text()
                        .filter(text -> Distress.heard(text, waiting.made().language()))
                        .isPresent(),
                waiting.at(),
                step);
    }
}
