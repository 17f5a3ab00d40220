package chevet.terminal.shell;

import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Replica.LinkState;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows the link and the bed, and knows when nobody has touched the screen for long. */
final class ShellInteractor {
    /** Three of the server's words that all is current, every 20 s, and it is no longer fresh. */
    static final Duration FRESH = Duration.ofSeconds(60);

    /** Told when another stay, or none, lies here now. */
    interface Changed {
        /**
         * @param kept what the terminal's notebook holds
         */
        void stay(Optional<StayId> stay, Map<String, String> kept);
    }

    /**
     * @param sure the server has said that this is so
     */
    private record Seen(
            Optional<StayId> stay,
            Optional<Patient> patient,
            Map<String, String> kept,
            boolean sure) {}

    private final ShellModel model;
    private final Occupant occupant;
    private final WardTime time;
    private final Work work;
    private final Duration idle;
    private final Supplier<Map<String, String>> notebook;
    private final Changed changed;
    private Instant touched;

    /** Who lies here, or that nobody does, has been told since the terminal was switched on. */
    private boolean told;

    /**
     * @param idle how long nobody touches it before it goes home
     * @param notebook what the terminal's notebook holds; asked apart
     */
    ShellInteractor(
            ShellModel model,
            Occupant occupant,
            WardTime time,
            Work work,
            Duration idle,
            Supplier<Map<String, String>> notebook,
            Changed changed) {
        this.model = model;
        this.occupant = occupant;
        this.time = time;
        this.work = work;
        this.idle = idle;
        this.notebook = notebook;
        this.changed = changed;
        this.touched = time.now();
    }

    void follow(Replica replica) {
        replica.watch(Kind.TERMINAL, _ -> look(replica, false));
        replica.watch(Kind.STAY, _ -> look(replica, false));
        replica.watchLink(
                state ->
                        work.screen()
                                .execute(
                                        () -> {
                                            linked(state);
                                            if (!told && state.current().isPresent()) {
                                                look(replica, true);
                                            }
                                        }));
    }

    /** Once a second. True when nobody has touched the screen for long: go home. */
    boolean tick() {
        time.tick();
        refresh();
        if (Duration.between(touched, time.now()).compareTo(idle) < 0) {
            return false;
        }
        touched = time.now();
        return true;
    }

    void touched() {
        touched = time.now();
    }

    private void look(Replica replica, boolean sure) {
        work.read(
                () -> {
                    Replica.Snapshot now = replica.snapshot();
                    return new Seen(
                            now.stay(),
                            now.one(Kind.STAY, "patient", Patient.class),
                            notebook.get(),
                            sure);
                },
                this::seen);
    }

    private void seen(Seen seen) {
        // A stay that ended while the terminal was off must not leave its choices behind.
        boolean nobody = !told && seen.sure() && seen.stay().isEmpty();
        if (nobody || !seen.stay().equals(occupant.stayProperty().get())) {
            told = true;
            occupant.patientProperty().set(Optional.empty());
            occupant.stayProperty().set(seen.stay());
            changed.stay(seen.stay(), seen.kept());
        }
        occupant.patientProperty().set(seen.stay().flatMap(_ -> seen.patient()));
    }

    private void linked(LinkState state) {
        model.link().set(state);
        refresh();
    }

    private void refresh() {
        LinkState state = model.link().get();
        // A terminal that has just started looks for the server before it says that it misses it.
        Instant since = state.current().orElse(model.started());
        boolean recent = Duration.between(since, time.now()).compareTo(FRESH) < 0;
        boolean starting = state.current().isEmpty() && state.waiting() == 0;
        model.fresh().set(recent && (state.connected() || starting));
    }
}
