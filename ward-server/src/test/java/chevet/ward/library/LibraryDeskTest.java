package chevet.ward.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.Problem;
import chevet.config.pack.ObjectStore;
import chevet.model.library.Errand.Step;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.meal.House;
import chevet.ward.stay.StayResult;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.CommandHandler.Decision;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.SyncMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real folders, real databases, real keys. */
final class LibraryDeskTest {
    private static final FilmId CATARACT = new FilmId("cataracte");
    private static final Decision ACCEPTED = new Decision.Accepted();

    @TempDir private Path folder;

    /** A ward with a library and one film in it. */
    private final class Ward {
        final House house;
        final Library library;
        final ObjectStore objects;
        final List<String> shown = new ArrayList<>();

        Ward(Databases databases) {
            house = new House(databases);
            objects =
                    ObjectStore.open(
                            folder.resolve("content" + System.nanoTime()),
                            Long.MAX_VALUE,
                            Clock.systemUTC());
            library =
                    new Library(
                            new LibraryDoors(
                                    house.database,
                                    house.keys,
                                    house.events,
                                    shown::add,
                                    objects,
                                    house.clock,
                                    House.PARIS),
                            house.stays.bedsides());
            assertThat(bring("1", 100)).isEqualTo(new FilmImport.Done(1));
        }

        FilmImport bring(String version, int seconds) {
            FilmFolder.write(folder.resolve("films/cataracte"), version, seconds);
            return library.films().importFolder(folder.resolve("films"), Language.FR);
        }

        <B> Decision tap(CommandHandler<B> handler, StayId stay, Instant at, B body) {
            Command command =
                    new Command(
                            "c",
                            new TerminalId("t-214-F"),
                            "s",
                            1,
                            1,
                            Optional.of(stay),
                            at,
                            handler.type(),
                            new Body("{}"));
            return house.database.write(tx -> handler.handle(command, body, tx)).join();
        }

        Decision watch(StayId stay, String version, int position, int furthest, Instant at) {
            return tap(
                    library.progress(),
                    stay,
                    at,
                    new ReportProgress(
                            CATARACT,
                            version,
                            "fr",
                            Optional.of("ar"),
                            Duration.ofSeconds(position),
                            Duration.ofSeconds(furthest)));
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        final Decision answer(
                StayId stay, String version, Instant at, SortedSet<Integer>... answers) {
            return tap(
                    library.answers(),
                    stay,
                    at,
                    new SendAnswers(CATARACT, version, "fr", Arrays.asList(answers)));
        }

        NurseLine line() {
            List<NurseLine> lines = library.desk().list(House.WARD);
            assertThat(lines).hasSize(1);
            return lines.getFirst();
        }

        Instant now() {
            return house.clock.instant();
        }
    }

    private static SortedSet<Integer> places(Integer... places) {
        return new TreeSet<>(Arrays.asList(places));
    }

    private static String code(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Reason reason = ((Decision.Refused) decision).reason();
        return reason.code() + reason.about();
    }

    @BothDatabases
    void aFilmIsPrescribedWatchedAnsweredExplainedAndSigned(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        assertThat(ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne"))
                .isEqualTo(LibraryResult.DONE);
        assertThat(ward.line().step()).isEqualTo(Step.WATCH);
        ward.shown.clear();
        assertThat(ward.watch(stay, "1", 50, 50, ward.now())).isEqualTo(ACCEPTED);
        assertThat(ward.shown).contains("films");
        assertThat(ward.line().step()).isEqualTo(Step.RESUME);
        assertThat(ward.line().percent()).isEqualTo(50);
        ward.watch(stay, "1", 100, 100, ward.now().plusSeconds(60));
        assertThat(ward.line().step()).isEqualTo(Step.CHECK);
        assertThat(ward.answer(stay, "1", ward.now().plusSeconds(90), places(1), places(0)))
                .isEqualTo(ACCEPTED);
        NurseLine line = ward.line();
        assertThat(line.step()).isEqualTo(Step.NURSE);
        assertThat(line.unclear()).hasSize(1);
        assertThat(line.unclear().getFirst().given().getFirst().text().fr()).isEqualTo("Non");
        assertThat(line.unclear().getFirst().right().getFirst().text().fr()).isEqualTo("Oui");
        List<NurseLine> twoFilms = List.of(line, line);
        assertThat(
                        new FilmsPage(
                                        House.WARD,
                                        twoFilms,
                                        List.of(),
                                        true,
                                        false,
                                        Optional.empty())
                                .waiting())
                .as("patients to see")
                .isEqualTo(1);
        assertThat(ward.library.desk().sign(stay, CATARACT, "anne")).isEqualTo(LibraryResult.DONE);
        assertThat(ward.line().step()).isEqualTo(Step.DONE);
        assertThat(ward.line().signedBy()).contains("anne");
        assertThat(ward.line().named(_ -> Optional.of("Anne Martin")).signedBy())
                .contains("Anne Martin");
        assertThat(ward.library.desk().sign(stay, CATARACT, "anne"))
                .isEqualTo(LibraryResult.NOT_PRESCRIBED);
        // Prescribed once more, the patient is asked once more.
        ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
        assertThat(ward.line().step()).isEqualTo(Step.WATCH);
        assertThat(ward.line().unclear()).isEmpty();
        ward.watch(stay, "1", 50, 50, ward.now().plusSeconds(120));
        // Still open, only its hour changes.
        ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
        assertThat(ward.line().step()).isEqualTo(Step.RESUME);
    }

    @Test
    void aBackupHoldsWhatWasPrescribedWatchedAndAnsweredUntilThen() {
        try (Databases databases = Databases.sqlite()) {
            Ward ward = new Ward(databases);
            StayId stay = ward.house.admit("214-F");
            ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
            ward.watch(stay, "1", 100, 100, ward.now());
            ward.answer(stay, "1", ward.now(), places(1), places(0));
            NurseLine before = ward.line();
            Path copy = folder.resolve("copy.db");
            databases.database().backup(copy);
            assertThat(ward.library.desk().sign(stay, CATARACT, "anne"))
                    .isEqualTo(LibraryResult.DONE);
            try (JdbiDatabase restored = JdbiDatabase.sqlite(copy, ward.house.clock, Threads.OWN)) {
                restored.newEpoch().join();
                Library library =
                        new Library(
                                new LibraryDoors(
                                        restored,
                                        ward.house.keys,
                                        new EventLog(restored, ward.house.keys, SyncMeter.NONE),
                                        ward.shown::add,
                                        ward.objects,
                                        ward.house.clock,
                                        House.PARIS),
                                ward.house.stays.bedsides());
                assertThat(library.desk().list(House.WARD)).containsExactly(before);
                assertThat(library.films().films()).hasSize(1);
                assertThat(library.desk().sign(stay, CATARACT, "anne"))
                        .isEqualTo(LibraryResult.DONE);
            }
        }
    }

    @BothDatabases
    void whatComesAfterHoursWithoutNetworkIsPutInItsOrder(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        Instant morning = ward.now().minus(Duration.ofHours(5));
        ward.answer(stay, "1", morning.plusSeconds(200), places(0), places(0));
        ward.answer(stay, "1", morning.plusSeconds(100), places(1), places(1));
        ward.watch(stay, "1", 30, 100, morning.plusSeconds(90));
        ward.watch(stay, "1", 60, 60, morning.plusSeconds(60));
        FilmProgress seen = ward.library.desk().progress(stay, CATARACT).orElseThrow();
        assertThat(seen.furthest()).isEqualTo(Duration.ofSeconds(100));
        assertThat(seen.finished()).contains(morning.plusSeconds(90));
        assertThat(seen.check().orElseThrow().wrong()).isEmpty();
        assertThat(seen.check().orElseThrow().at()).isEqualTo(morning.plusSeconds(200));
    }

    @BothDatabases
    void whatWasSeenBelongsToItsVersion(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
        ward.bring("2", 200);
        assertThat(ward.library.films().films()).extracting(f -> f.version()).containsExactly("2");
        assertThat(ward.watch(stay, "1", 100, 100, ward.now())).isEqualTo(ACCEPTED);
        assertThat(ward.line().film().version()).isEqualTo("1");
        assertThat(ward.line().percent()).isEqualTo(100);
        assertThat(ward.watch(stay, "2", 20, 20, ward.now().plusSeconds(9))).isEqualTo(ACCEPTED);
        assertThat(ward.line().film().version()).isEqualTo("2");
        assertThat(ward.line().percent()).isEqualTo(10);
    }

    @BothDatabases
    void whatCannotBeIsRefusedByItsField(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        assertThat(code(ward.watch(stay, "9", 0, 0, ward.now())))
                .isEqualTo("library.no-such-film{}");
        assertThat(code(ward.watch(stay, "1", -1, 0, ward.now())))
                .isEqualTo("library.wrong{field=position}");
        assertThat(code(ward.watch(stay, "1", 0, -1, ward.now())))
                .isEqualTo("library.wrong{field=furthest}");
        assertThat(code(ward.answer(stay, "1", ward.now(), places(0))))
                .isEqualTo("library.wrong{field=answers}");
        assertThat(code(ward.answer(stay, "1", ward.now(), places(0), places(9))))
                .isEqualTo("library.wrong{field=answers}");
    }

    @BothDatabases
    void whatAPatientDidIsSealedAndGoesWithTheStay(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
        byte[] kept =
                ward.house.database.read(
                        handle ->
                                handle.select("select body from library_care")
                                        .map((row, _) -> row.getBytes(1))
                                        .one());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("since")
                .doesNotContain("anne");
        assertThat(ward.house.stays.discharge(stay, "test")).isInstanceOf(StayResult.Done.class);
        assertThat(ward.library.desk().list(House.WARD)).isEmpty();
        assertThat(ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne"))
                .isEqualTo(LibraryResult.NOBODY);
        ward.house
                .database
                .write(
                        tx -> {
                            ward.library.erased(tx, stay);
                            return true;
                        })
                .join();
        assertThat(ward.library.desk().progress(stay, CATARACT)).isEmpty();
    }

    @BothDatabases
    void aPrescriptionIsTakenBack(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        assertThat(ward.library.desk().withdraw(stay, CATARACT))
                .isEqualTo(LibraryResult.NOT_PRESCRIBED);
        ward.library.desk().prescribe(stay, CATARACT, Optional.of(ward.now()), "anne");
        assertThat(ward.library.desk().withdraw(stay, CATARACT)).isEqualTo(LibraryResult.DONE);
        assertThat(ward.library.desk().list(House.WARD)).isEmpty();
        assertThat(
                        ward.library
                                .desk()
                                .prescribe(stay, new FilmId("none"), Optional.empty(), "anne"))
                .isEqualTo(LibraryResult.NO_SUCH_FILM);
    }

    @BothDatabases
    void aPrescriptionOfAFilmThatIsGoneStaysUntilTheWardTakesItBack(Databases databases) {
        Ward ward = new Ward(databases);
        StayId stay = ward.house.admit("214-F");
        ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne");
        assertThat(ward.line().onShelf()).isTrue();
        ward.library.films().remove(CATARACT);
        assertThat(ward.line().onShelf()).isFalse();
        assertThat(ward.line().step()).isEqualTo(Step.WATCH);
        assertThat(ward.library.desk().prescribe(stay, CATARACT, Optional.empty(), "anne"))
                .isEqualTo(LibraryResult.NO_SUCH_FILM);
        assertThat(ward.library.desk().withdraw(stay, CATARACT)).isEqualTo(LibraryResult.DONE);
        assertThat(ward.library.desk().list(House.WARD)).isEmpty();
        assertThat(ward.bring("1", 100)).isEqualTo(new FilmImport.Done(1));
        assertThat(ward.library.films().films()).hasSize(1);
    }

    @BothDatabases
    void whatAFolderOfFilmsGetsWrongAsAWholeIsToldToo(Databases databases) throws IOException {
        Ward ward = new Ward(databases);
        FilmFolder.write(folder.resolve("films/twin"), "7", 60);
        Path twin = folder.resolve("films/twin/film.toml");
        Files.writeString(twin, Files.readString(twin).replace("\"twin\"", "\"cataracte\""));
        FilmFolder.write(folder.resolve("films/unsaid"), "7", 60);
        Files.delete(folder.resolve("films/unsaid/film.toml"));
        Files.createDirectory(folder.resolve("films/notes"));
        FilmImport result = ward.library.films().importFolder(folder.resolve("films"), Language.EN);
        assertThat(((FilmImport.Faulty) result).problems())
                .satisfiesExactly(
                        id -> {
                            assertThat(id.file()).endsWith("twin/film.toml");
                            assertThat(id.field()).isEqualTo("id");
                        },
                        unsaid -> assertThat(unsaid.file()).endsWith("unsaid/film.toml"));
        assertThat(ward.library.films().films()).hasSize(1);
    }

    @BothDatabases
    void aFaultInOneFilmTakesNoneAndAllAreTold(Databases databases) throws IOException {
        Ward ward = new Ward(databases);
        FilmFolder.write(folder.resolve("films/good"), "7", 60);
        Path bad = folder.resolve("films/bad");
        FilmFolder.write(bad, "7", 60);
        Files.writeString(
                bad.resolve("film.toml"),
                Files.readString(bad.resolve("film.toml"))
                        .replace("fr.mp4", "none.mp4")
                        .replace("operations", "surgery"));
        FilmImport result = ward.library.films().importFolder(folder.resolve("films"), Language.EN);
        assertThat(result).isInstanceOf(FilmImport.Faulty.class);
        assertThat(((FilmImport.Faulty) result).problems())
                .extracting(Problem::field)
                .containsExactly("shelf", "spoken[1].file");
        assertThat(ward.library.films().films()).hasSize(1);
    }
}
