package chevet.model.library;

import static chevet.model.library.Shelved.NOON;
import static chevet.model.library.Shelved.object;
import static chevet.model.library.Shelved.places;
import static chevet.model.wire.Golden.looksLike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.text.Texts;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library's messages look like: a change here is a change for every terminal. */
class LibraryJsonTest {
    private static final FilmId CATARACT = new FilmId("cataracte");
    private static final String ANSWERS =
            "{\"film\":\"cataracte\",\"version\":\"2\",\"language\":\"fr\",\"answers\":[[1],[0,2],[]]}";

    @Test
    void aFilm() {
        looksLike(
                """
                {"id":"cataracte","version":"2","shelf":"OPERATIONS",\
                "title":{"fr":"Votre opération","en":"Your operation","ar":null},\
                "about":{"fr":"Pas à pas","en":null,"ar":null},\
                "maker":"Ophtalmologie","reviewed":"2026-03-01","length":"PT6M4.5S",\
                "picture":{"sha256":"%1$s","bytes":7,"mediaType":"image/jpeg","chunks":null},\
                "spoken":[{"language":"fr","video":{"sha256":"%2$s","bytes":9,"mediaType":"video/mp4","chunks":null}}],\
                "subtitles":[{"language":"ar","text":{"sha256":"%3$s","bytes":5,"mediaType":"text/vtt","chunks":null}}],\
                "unsubtitled":null,\
                "chapters":[{"from":"PT0S","title":{"fr":"Avant","en":null,"ar":null}}],\
                "check":[{"text":{"fr":"À jeun ?","en":null,"ar":null},"picture":null,\
                "choices":[{"text":{"fr":"Oui","en":null,"ar":null},"picture":null},\
                {"text":{"fr":"Non","en":null,"ar":null},"picture":null}],\
                "right":[0],"why":{"fr":"Six heures.","en":null,"ar":null}}]}"""
                        .formatted("ab".repeat(32), "cd".repeat(32), "ef".repeat(32)),
                new Film(
                        CATARACT,
                        "2",
                        Shelf.OPERATIONS,
                        new Texts(
                                "Votre opération", Optional.of("Your operation"), Optional.empty()),
                        Texts.french("Pas à pas"),
                        "Ophtalmologie",
                        LocalDate.of(2026, 3, 1),
                        Duration.ofMillis(364_500),
                        Optional.of(object("ab", 7, "image/jpeg")),
                        List.of(new Film.Spoken("fr", object("cd", 9, "video/mp4"))),
                        List.of(new Film.Subtitles("ar", object("ef", 5, "text/vtt"))),
                        Optional.empty(),
                        List.of(new Film.Chapter(Duration.ZERO, Texts.french("Avant"))),
                        List.of(
                                new Question(
                                        Texts.french("À jeun ?"),
                                        Optional.empty(),
                                        List.of(choice("Oui"), choice("Non")),
                                        places(0),
                                        Texts.french("Six heures.")))),
                Film.class);
    }

    private static Question.Choice choice(String text) {
        return new Question.Choice(Texts.french(text), Optional.empty());
    }

    @Test
    void aPrescription() {
        looksLike(
                "{\"film\":\"cataracte\",\"since\":\"2026-11-21T12:00:00Z\",\"before\":\"2026-11-22T12:00:00Z\",\"signed\":null}",
                new Prescription(
                        CATARACT,
                        NOON,
                        Optional.of(NOON.plus(Duration.ofDays(1))),
                        Optional.empty()),
                Prescription.class);
    }

    @Test
    void howFarAPatientHasCome() {
        looksLike(
                """
                {"film":"cataracte","version":"2","language":"fr","subtitles":"ar",\
                "position":"PT1M","furthest":"PT6M","at":"2026-11-21T12:00:00Z",\
                "finished":"2026-11-21T12:00:00Z",\
                "check":{"at":"2026-11-21T12:00:00Z","wrong":[0,2]}}""",
                new FilmProgress(
                        CATARACT,
                        "2",
                        "fr",
                        Optional.of("ar"),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(6),
                        NOON,
                        Optional.of(NOON),
                        Optional.of(new FilmProgress.Checked(NOON, places(2, 0)))),
                FilmProgress.class);
    }

    @Test
    void aReportOfProgress() {
        looksLike(
                "{\"film\":\"cataracte\",\"version\":\"2\",\"language\":\"fr\",\"subtitles\":null,\"position\":\"PT1M\",\"furthest\":\"PT1M30S\"}",
                Shelved.report("2", 60, 90),
                ReportProgress.class);
    }

    @Test
    void answers() {
        looksLike(
                ANSWERS,
                new SendAnswers(CATARACT, "2", "fr", List.of(places(1), places(2, 0), places())),
                SendAnswers.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "cataracte"    | "../a"           | film
                    [0,2]          | [0,"x y"]        | answers
                    "version":"2"  | "version":null   | version
                    "version":"2"  | "version":"2","tongue":1 | tongue
                    {"film"        | {"film":"a","film" | body
                    """)
    void answersThatAreNoneAreRefusedByTheirField(String good, String bad, String field) {
        Body body = new Body(ANSWERS.replace(good, bad));
        assertThatThrownBy(() -> WireCodec.strict(body, SendAnswers.class))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.field()).startsWith(field));
    }
}
