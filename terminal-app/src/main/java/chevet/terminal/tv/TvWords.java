package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.Programme;
import chevet.terminal.player.Track;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.GuideCard;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Range;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the television says, in the language that is spoken now and the ward's time. */
final class TvWords {
    static final String BUNDLE = "chevet.terminal.tv.tv";

    /** So many times opened anew, and one had better look at something else. */
    private static final int SEVERAL = 3;

    private static final int LONG = 2;

    private final Words words;
    private final WardTime time;

    TvWords(Words words, WardTime time) {
        this.words = words;
        this.time = time;
    }

    String time(Instant at) {
        return words.time(time.at(at).toLocalTime());
    }

    /** {@code 2 · Deux — Documentaire : la mer du Nord}. */
    String named(Card card) {
        String channel = brief(card);
        return card.access() instanceof Access.Free
                ? card.now()
                        .map(on -> words.text("tv.named-on", channel, words.text(on.title())))
                        .orElse(channel)
                : channel;
    }

    /** {@code 2 · Deux}. */
    String brief(Card card) {
        return words.text("tv.named", card.number(), card.name());
    }

    /** What stands below a channel's name in the list. */
    String below(Card card) {
        return switch (card.access()) {
            case Access.Free _ ->
                    card.now()
                            .map(
                                    on ->
                                            words.text(
                                                    "tv.on-until",
                                                    words.text(on.title()),
                                                    time(on.stop())))
                            .orElseGet(() -> words.text("tv.no-guide"));
            case Access.Pack _ -> words.text("tv.card.pack");
            case Access.Older older -> older(older, "tv.card.older");
        };
    }

    private String older(Access.Older older, String key) {
        return older.until()
                .map(until -> words.text(key + "-until", older.age(), time(until)))
                .orElseGet(() -> words.text(key, older.age()));
    }

    /** A card as it is said to those who do not see it. */
    String spoken(Card card) {
        List<String> said =
                new ArrayList<>(List.of(words.text("tv.named", card.number(), card.name())));
        said.add(below(card));
        if (card.favourite()) {
            said.add(words.text("tv.favourite"));
        }
        if (card.tuned()) {
            said.add(words.text("tv.tuned"));
        }
        return String.join(", ", said);
    }

    String spoken(GuideCard card) {
        List<String> said =
                new ArrayList<>(List.of(words.text("tv.go-to", card.number(), card.name())));
        card.programmes().forEach(each -> said.add(line(each)));
        return String.join(", ", said);
    }

    /** {@code 20:55 Documentaire}. */
    String line(Programme programme) {
        return words.text("tv.line", time(programme.start()), words.text(programme.title()));
    }

    String hours(Programme programme) {
        return words.text("tv.hours", time(programme.start()), time(programme.stop()));
    }

    /** What a programme is about, where the guide says it. */
    Optional<String> about(Programme programme) {
        List<String> said = new ArrayList<>();
        programme.subtitle().map(words::text).ifPresent(said::add);
        programme.description().map(words::text).ifPresent(said::add);
        programme
                .age()
                .filter(age -> age > 0)
                .map(age -> words.text("tv.rated", age))
                .ifPresent(said::add);
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", said));
    }

    /** What stands in the picture's place, its first sentence; empty while there is a picture. */
    Optional<String> title(OnAir air, Optional<Card> card) {
        boolean radio = card.filter(each -> each.kind() == Channel.Kind.RADIO).isPresent();
        return switch (air) {
            case OnAir.Playing _ -> Optional.empty();
            case OnAir.Off _ -> Optional.of(words.text("tv.off"));
            case OnAir.Coming _ -> Optional.of(words.text(radio ? "tv.coming.radio" : "tv.coming"));
            case OnAir.Paused _ -> Optional.of(words.text("tv.paused"));
            case OnAir.Stopped stopped ->
                    Optional.of(
                            words.text(
                                    (stopped.before() ? "tv.stopped" : "tv.missing")
                                            + (radio ? ".radio" : "")));
            case OnAir.Broken _ -> Optional.of(words.text("tv.broken"));
            case OnAir.Gone _ -> Optional.of(words.text("tv.gone"));
            case OnAir.NotFor not -> Optional.of(notFor(not.why()));
        };
    }

    private String notFor(Access why) {
        return switch (why) {
            case Access.Free _ -> "";
            case Access.Pack pack ->
                    pack.names().isEmpty()
                            ? words.text("tv.pack")
                            : words.text(
                                    "tv.pack-named",
                                    String.join(
                                            words.text("tv.or"),
                                            pack.names().stream().map(words::text).toList()));
            case Access.Older older -> older(older, "tv.older");
        };
    }

    /** … and what to do about it. */
    String detail(OnAir air) {
        return switch (air) {
            case OnAir.Playing _ -> "";
            case OnAir.Off _ -> words.text("tv.off.do");
            case OnAir.Coming coming ->
                    coming.seconds() < LONG
                            ? ""
                            : words.count("tv.coming.seconds", coming.seconds());
            case OnAir.Paused _ -> words.text("tv.paused.do");
            case OnAir.Stopped stopped ->
                    words.text(stopped.tries() < SEVERAL ? "tv.stopped.do" : "tv.stopped.other");
            case OnAir.Broken broken ->
                    words.text(broken.wanting() ? "tv.broken.device" : "tv.broken.channel");
            case OnAir.Gone _ -> words.text("tv.gone.do");
            case OnAir.NotFor not ->
                    words.text(not.why() instanceof Access.Pack ? "tv.pack.do" : "tv.older.do");
        };
    }

    /** What the button says that opens the same again. */
    String retry(OnAir air) {
        return words.text(
                air instanceof OnAir.Broken
                        ? "tv.retry"
                        : air instanceof OnAir.Off ? "tv.on-again" : "tv.again");
    }

    String notice(Notice notice) {
        return switch (notice) {
            case Notice.SleepsSoon soon -> words.text("tv.sleeps-soon", time(soon.at()));
            case Notice.Headphones headphones ->
                    words.text(headphones.known() ? "quiet.headphones" : "quiet.headphones.say");
            case Notice.NoSound _ -> words.text("tv.no-sound");
            case Notice.NoSuchNumber none -> words.text("tv.no-such-number", none.typed());
            case Notice.FavouritesNotKept _ -> words.text("tv.favourites-not-kept");
            case Notice.GuideOld old -> words.text("tv.guide-old", words.date(old.until()));
        };
    }

    String range(Range range) {
        return words.text("tv.range." + range.name());
    }

    /** What the guide says where it has nothing of a range. */
    String nothing(Range range) {
        return words.text("tv.nothing." + range.name());
    }

    /** {@code Français, audiodescription}; a number where the stream does not say the language. */
    String track(Track track, int index) {
        String name =
                track.language()
                        .map(this::language)
                        .orElseGet(() -> words.text("tv.track", index + 1));
        return switch (track.purpose()) {
            case PLAIN -> name;
            case AUDIO_DESCRIPTION -> words.text("tv.track.described", name);
            case HARD_OF_HEARING -> words.text("tv.track.hard-of-hearing", name);
        };
    }

    private String language(String code) {
        Locale here = Locale.of(words.language().tag());
        String name = Tongue.of(code).getDisplayLanguage(here);
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(here) + name.substring(1);
    }

    /** When it switches itself off, or that it does not. */
    String sleep(Optional<Instant> at) {
        return at.map(end -> words.text("tv.sleep.at", time(end)))
                .orElseGet(() -> words.text("tv.sleep.none"));
    }

    String minutes(Duration wait) {
        return words.duration(wait);
    }
}
