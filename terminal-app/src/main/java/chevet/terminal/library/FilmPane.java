package chevet.terminal.library;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmProgress;
import chevet.model.library.PrescribeFilm;
import chevet.model.library.Prescription;
import chevet.model.library.SignOffFilm;
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
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Prescribed films: what was understood, signed off; and another one prescribed at the bed. */
public final class FilmPane implements StaffPane {
    private static final List<Kind> KINDS = List.of(Kind.STAY, Kind.HOUSE);

    private final Kit kit;
    private final Replica replica;
    private final PaneBoard board;
    private Known known = Known.NOTHING;
    private boolean choosing;

    /** What the replica knows of this stay's films. */
    private record Known(List<Care> cares, List<Film> others) {
        static final Known NOTHING = new Known(List.of(), List.of());
    }

    private record Care(Film film, Prescription prescription, Optional<FilmProgress> progress) {
        Errand.Step step() {
            return Errand.step(prescription, film, progress);
        }

        int unclear() {
            return progress.flatMap(FilmProgress::check).map(each -> each.wrong().size()).orElse(0);
        }
    }

    /**
     * @param kit of staff
     */
    public FilmPane(Kit kit, Work work, Replica replica) {
        this.kit = kit;
        this.replica = replica;
        this.board = new PaneBoard(kit, work, this::rows);
    }

    @Override
    public String id() {
        return "films";
    }

    @Override
    public String titleKey() {
        return "library.pane";
    }

    @Override
    public boolean permitted(StaffSession asked) {
        return Stream.of(Action.READ, Action.PRESCRIBE, Action.SIGN_OFF)
                .anyMatch(each -> asked.may(Resource.FILMS, each));
    }

    @Override
    public Node view() {
        return board.view();
    }

    @Override
    public void open(StaffSession opened, Asks asks) {
        board.open(opened, asks);
        board.follow(replica, KINDS, asked -> known(replica.snapshot(), asked), now -> known = now);
    }

    @Override
    public void close() {
        board.close();
        known = Known.NOTHING;
        choosing = false;
    }

    /** Of the session's own patient: the bed may have another one already. */
    private static Known known(Replica.Snapshot now, StaffSession asked) {
        if (!now.stay().equals(asked.stay())) {
            return Known.NOTHING;
        }
        List<Care> cares = new ArrayList<>();
        List<Film> others = new ArrayList<>();
        for (Film film : now.all(Kind.HOUSE, "film/", Film.class).values()) {
            now.one(Kind.STAY, Prescription.key(film.id()), Prescription.class)
                    .ifPresentOrElse(
                            prescription ->
                                    cares.add(
                                            new Care(
                                                    film,
                                                    prescription,
                                                    now.one(
                                                            Kind.STAY,
                                                            FilmProgress.key(film.id()),
                                                            FilmProgress.class))),
                            () -> others.add(film));
        }
        cares.sort(Comparator.comparing(each -> each.prescription().since()));
        others.sort(Comparator.comparing(Film::shelf).thenComparing(film -> film.title().fr()));
        return new Known(cares, others);
    }

    private List<Node> rows() {
        List<Node> all = new ArrayList<>();
        if (known.cares().isEmpty()) {
            all.add(kit.text("library.pane.none"));
        }
        known.cares().forEach(care -> all.add(row(care)));
        if (board.may(Resource.FILMS, Action.PRESCRIBE) && !known.others().isEmpty()) {
            all.add(kit.row(choosing()));
            if (choosing) {
                known.others().forEach(film -> all.add(kit.row(prescribe(film))));
            }
        }
        return all;
    }

    private Node row(Care care) {
        VBox row =
                PaneBoard.rows(
                        List.of(
                                kit.strong(fixed(kit.words().text(care.film().title()))),
                                kit.text(fixed(state(care)))));
        if (care.step() != Errand.Step.DONE && board.may(Resource.FILMS, Action.SIGN_OFF)) {
            Button sign =
                    board.busy(kit.button(Icon.Shape.CHECK, "library.pane.sign", () -> sign(care)));
            sign.setId("pane-sign-" + care.film().id());
            row.getChildren().add(kit.row(sign));
        }
        return row;
    }

    private String state(Care care) {
        return care.unclear() > 0 && care.step() != Errand.Step.DONE
                ? kit.words().count("library.pane.unclear", care.unclear())
                : kit.words().text("library.pane.step." + care.step());
    }

    private Button choosing() {
        Button button =
                kit.button(
                        choosing ? Icon.Shape.CLOSE : Icon.Shape.PLUS,
                        choosing ? "library.pane.close" : "library.pane.prescribe",
                        () -> {
                            choosing = !choosing;
                            board.draw();
                        });
        button.setId("pane-prescribe");
        return button;
    }

    private Button prescribe(Film film) {
        Button button =
                board.busy(
                        kit.button(
                                Icon.Shape.FILM,
                                fixed(kit.words().text(film.title())),
                                () -> prescribed(film)));
        button.setId("pane-prescribe-" + film.id());
        return button;
    }

    private void prescribed(Film film) {
        board.act(
                PrescribeFilm.TYPE,
                token -> new PrescribeFilm(token, film.id(), Optional.empty()),
                () -> choosing = false);
    }

    private void sign(Care care) {
        board.act(SignOffFilm.TYPE, token -> new SignOffFilm(token, care.film().id()), () -> {});
    }
}
