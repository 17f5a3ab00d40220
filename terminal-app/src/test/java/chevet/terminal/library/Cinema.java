package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.Prescription;
import chevet.model.library.Question;
import chevet.model.library.Question.Choice;
import chevet.model.library.Shelf;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId.Kind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** A small library of the hospital, for screens that are tried without a server. */
public final class Cinema {
    /** What a test puts into a link. */
    public interface Putting {
        void put(Kind kind, String key, Object body);
    }

    public static final FilmId CATARACT = new FilmId("cataract");
    public static final FilmId MRI = new FilmId("mri");
    public static final Duration CATARACT_LENGTH = Duration.ofMinutes(6);
    public static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");

    private static final Map<ObjectRef, byte[]> OBJECTS = new LinkedHashMap<>();

    static final ObjectRef FRENCH_VIDEO = object("video/mp4", "cataract fr");
    static final ObjectRef ARABIC_VIDEO = object("video/mp4", "cataract ar");
    static final ObjectRef FRENCH_TEXT =
            object(
                    "text/vtt",
                    "WEBVTT\n\n00:00.000 --> 00:09.000\nBonjour, je suis votre chirurgien.\n");
    static final ObjectRef ARABIC_TEXT =
            object("text/vtt", "WEBVTT\n\n00:00.000 --> 00:09.000\nمرحبًا، أنا جراحك.\n");
    static final ObjectRef DROPS = object("image/png", drawn(new Color(0x1F6A8C)));
    static final ObjectRef RUBBING = object("image/png", drawn(new Color(0x9A5B00)));

    static final Film CATARACT_FILM = cataract();

    private Cinema() {}

    /** Every object of these films, by its name. */
    public static Map<ObjectRef, byte[]> objects() {
        return Map.copyOf(OBJECTS);
    }

    /** All films. */
    public static void fill(Putting link) {
        put(link, CATARACT_FILM);
        put(
                link,
                film(
                        "mri",
                        Shelf.EXAMS,
                        Texts.of(
                                "Passer une IRM",
                                "Having an MRI scan",
                                "إجراء تصوير بالرنين المغناطيسي"),
                        Duration.ofMinutes(4)));
        put(
                link,
                film(
                        "asthma",
                        Shelf.LIVING_WITH,
                        Texts.french("Bien respirer : l’asthme"),
                        Duration.ofMinutes(8)));
        put(
                link,
                film(
                        "midwife",
                        Shelf.SCHOOL,
                        Texts.french("Sage-femme ou puéricultrice ?"),
                        Duration.ofMinutes(3)));
        put(
                link,
                film(
                        "teenager",
                        Shelf.TESTIMONIES,
                        Texts.french("Un adolescent raconte"),
                        Duration.ofSeconds(50)));
    }

    /** The team wishes that the film about the cataract is seen before tomorrow's operation. */
    public static void prescribe(Putting link) {
        link.put(
                Kind.STAY,
                Prescription.key(CATARACT),
                new Prescription(
                        CATARACT,
                        SINCE,
                        Optional.of(Instant.parse("2026-11-22T07:00:00Z")),
                        Optional.empty()));
    }

    static void put(Putting link, Film film) {
        link.put(Kind.HOUSE, Film.key(film.id()), film);
    }

    private static Film cataract() {
        return new Film(
                CATARACT,
                "2",
                Shelf.OPERATIONS,
                Texts.of(
                        "Votre opération de la cataracte, pas à pas",
                        "Your cataract operation, step by step",
                        "عملية الساد خطوة بخطوة"),
                Texts.french("Ce qui se passe avant, pendant et après."),
                "Service d’ophtalmologie",
                LocalDate.of(2026, 3, 3),
                CATARACT_LENGTH,
                Optional.empty(),
                List.of(new Film.Spoken("fr", FRENCH_VIDEO), new Film.Spoken("ar", ARABIC_VIDEO)),
                List.of(
                        new Film.Subtitles("fr", FRENCH_TEXT),
                        new Film.Subtitles("ar", ARABIC_TEXT)),
                Optional.empty(),
                List.of(
                        new Film.Chapter(Duration.ZERO, Texts.french("Avant l’opération")),
                        new Film.Chapter(Duration.ofMinutes(2), Texts.french("Au bloc")),
                        new Film.Chapter(Duration.ofMinutes(4), Texts.french("Le retour"))),
                List.of(
                        question(
                                "Le matin de l’opération, puis-je boire un café\u00a0?",
                                "On reste à jeun : ni boire ni manger depuis minuit.",
                                List.of(1),
                                choice("Oui, un petit café"),
                                choice("Non, je reste à jeun")),
                        question(
                                "Que faut-il faire après l’opération ?",
                                "Les gouttes protègent l’œil ; la coque aussi, la nuit.",
                                List.of(0, 2),
                                new Choice(Texts.french("Mettre les gouttes"), Optional.of(DROPS)),
                                new Choice(Texts.french("Me frotter l’œil"), Optional.of(RUBBING)),
                                choice("Dormir avec la coque")),
                        question(
                                "Si l’œil me fait mal, que faire ?",
                                "",
                                List.of(0),
                                choice("J’appelle l’équipe tout de suite"),
                                choice("J’attends le lendemain"))));
    }

    private static Film film(String id, Shelf shelf, Texts title, Duration length) {
        return new Film(
                new FilmId(id),
                "1",
                shelf,
                title,
                Texts.french(""),
                "Hôpital de jour",
                LocalDate.of(2025, 10, 12),
                length,
                Optional.empty(),
                List.of(new Film.Spoken("fr", object("video/mp4", id + " fr"))),
                List.of(new Film.Subtitles("fr", FRENCH_TEXT)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Question question(
            String text, String why, List<Integer> right, Choice... choices) {
        return new Question(
                Texts.french(text),
                Optional.empty(),
                List.of(choices),
                new TreeSet<>(right),
                Texts.french(why));
    }

    private static Choice choice(String text) {
        return new Choice(Texts.french(text), Optional.empty());
    }

    private static ObjectRef object(String mediaType, String text) {
        return object(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectRef object(String mediaType, byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            ObjectRef object =
                    new ObjectRef(HexFormat.of().formatHex(hash), bytes.length, mediaType);
            OBJECTS.put(object, bytes);
            return object;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] drawn(Color colour) {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 160, 120);
        pen.setColor(Color.WHITE);
        pen.fillOval(50, 20, 60, 80);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
