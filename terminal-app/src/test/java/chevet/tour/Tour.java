package chevet.tour;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chevet.cardroom.CardRoom;
import chevet.config.TerminalConfig;
import chevet.terminal.Folders;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Walks a patient through every screen and the ward through every page, on a real server, over the
 * real link and in a real browser, and writes a picture of each: {@code Tour DIR [--only day-fr]}.
 * Exits 0 only if everything was really seen.
 */
public final class Tour {
    private static final System.Logger LOG = System.getLogger(Tour.class.getName());

    /** The patient of the tour. */
    private static final String BED = "210-P";

    /** An aide chooses for this one. */
    private static final String HELPED = "213-F";

    /** Whom the demo's sample admits lies here. */
    private static final String ADMITTED = "218-F";

    /** Terminals that stay switched off, so that the board shows what that looks like. */
    private static final Set<String> OFF = Set.of("t-214-P", "t-217-F");

    private final Album album;
    private final List<Eyes> atTheBed;
    private final List<Eyes> inTheOffice;
    private String step = "";

    private Tour(Path folder, Optional<String> only, PrintStream out) throws IOException {
        this.album = new Album(folder, out);
        this.atTheBed = Eyes.TERMINAL.stream().filter(e -> only(only, e)).toList();
        this.inTheOffice = Eyes.CONSOLE.stream().filter(e -> only(only, e)).toList();
    }

    private static boolean only(Optional<String> only, Eyes eyes) {
        return only.isEmpty() || only.get().equals(eyes.name());
    }

    public static void main(String[] args) {
        boolean right = args.length == 1 || (args.length == 3 && args[1].equals("--only"));
        if (!right) {
            System.err.println("tour: DIR [--only day-fr]");
            System.exit(2);
        }
        Optional<String> only = args.length == 3 ? Optional.of(args[2]) : Optional.empty();
        System.exit(run(Path.of(args[0]), only, System.out));
    }

    /**
     * Does it all.
     *
     * @param only the name of the only {@link Eyes} to look with
     * @return 0 if all was seen, 1 if not: then the last line says what
     */
    public static int run(Path folder, Optional<String> only, PrintStream out) {
        try {
            Tour tour = new Tour(folder, only, out);
            return tour.walk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int walk() throws IOException {
        // That the server is away is part of the tour; thirty links need not say so.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Path world = Folders.make("chevet-tour");
        try {
            step("a ward server starts");
            try (WardProcess ward = new WardProcess(world.resolve("ward"))) {
                walk(ward);
            }
            album.close();
            return 0;
        } catch (AssertionError | RuntimeException | IOException e) {
            album.say("FAILED where " + step + ": " + e);
            if (!(e instanceof AssertionError || e instanceof PlaywrightException)) {
                LOG.log(System.Logger.Level.ERROR, "the tour has failed", e);
            }
            return 1;
        } finally {
            Folders.delete(world);
        }
    }

    private void walk(WardProcess ward) throws IOException {
        List<TerminalConfig> all = ward.terminals();
        TerminalConfig own =
                all.stream().filter(c -> c.bed().value().equals(BED)).findFirst().orElseThrow();
        List<TerminalConfig> others =
                all.stream()
                        .filter(c -> !c.equals(own) && !OFF.contains(c.terminal().value()))
                        .toList();
        step("the terminals of the ward connect");
        CardRoom room = CardRoom.open();
        room.copy(ward.cards());
        try (CardReader reader = PcscReader.find();
                Seat seat = new Seat(own, reader);
                Neighbours neighbours = new Neighbours(others);
                Browser browser = new Browser(ward)) {
            try {
                walk(ward, seat, room, neighbours, browser);
            } catch (AssertionError | RuntimeException e) {
                album.say("the terminal's screen then: " + seat.text().replace('\n', '|'));
                throw e;
            }
            if (!seat.faults().isEmpty()) {
                throw new AssertionError("the terminal's screens failed: " + seat.faults());
            }
            if (!browser.complaints().isEmpty()) {
                throw new AssertionError("pages complained: " + browser.complaints());
            }
        }
    }

    private void walk(
            WardProcess ward, Seat seat, CardRoom room, Neighbours neighbours, Browser browser)
            throws IOException {
        Camera camera = new Camera(seat, album, atTheBed);
        PatientWalk patient = new PatientWalk(seat, camera);
        StayWalk stay = new StayWalk(seat, camera);
        StaffWalk staff = new StaffWalk(seat, room, album, atTheBed);
        OfficeWalk office = new OfficeWalk(browser, album, inTheOffice, BED);

        step("the patient watches the film that the team prescribed, and answers");
        new FilmWalk(seat, camera).watchesAndAnswers();
        step("the patient watches television");
        new TvWalk(seat, camera).watches();
        step("the patient looks around");
        PatientWalk.ServiceAndCourse meal = patient.choosable();
        patient.arrives();
        step("the patient chooses " + meal.key());
        patient.chooses(meal);
        step("the neighbours choose");
        album.say(neighbours.choose(meal.key(), HELPED) + " neighbours have chosen");

        step("the patient asks for water, and the ward answers");
        stay.asks();
        office.answersTheWater();
        stay.isAnswered();
        patient.looksAtTheTray(meal.key());

        step("the dietitian changes the diet");
        office.dietChanges(
                patient.inTheTray(meal.key()),
                () -> {
                    Duration took = patient.isToldThatItIsHeld();
                    album.say("held, and said at the bed after " + took.toMillis() + " ms");
                });
        patient.seesWhatIsHeld();
        step("staff open the record with their cards");
        staff.opensTheRecord();
        staff.breaksTheGlass();
        staff.findsALostCard();
        stay.seesWhoOpenedTheRecord();
        step("the hospital's own system admits a patient");
        HospitalFeed feed = new HospitalFeed(ward.hl7Port());
        office.seesAdmitted(ADMITTED, () -> taken(feed, "admission", "AA"));
        taken(feed, "unknown-bed", "AA");
        step("the ward, the kitchen and IT look at their pages");
        office.everyPage(meal.key());
        office.choosesFor(HELPED, meal.key());
        office.closesBreakfast();
        office.reviewsTheGlass();

        step("the server stops, and the patient chooses again");
        Page board = office.keepsTheBoardOpen();
        ward.stop();
        office.seesThatTheServerIsGone(board);
        patient.choosesOffline(meal.key());
        step("the server is back");
        ward.again();
        patient.isSentAfterAll(meal.key());

        step("the patient goes home");
        office.discharges();
        patient.leaves();
        office.seesTheReceipt();
        patient.seesTheWayOut();
    }

    private static void taken(HospitalFeed feed, String sample, String code) {
        try {
            String answer = feed.send(sample);
            if (!answer.contains("MSA|" + code + "|")) {
                throw new AssertionError("the feed answers: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(String now) {
        step = now;
        album.say("— " + now);
    }
}
