package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.DailyHours;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A hospital's channels and the guide of Saturday, 21 November 2026 in Paris. */
public final class Sets {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    public static final TvPackId CINEMA = new TvPackId("cinema");

    /** 40 % at most, 30 % from nine to seven, when the room hears nothing; nothing over 12. */
    public static final TvRules RULES =
            new TvRules(
                    60,
                    List.of(new TvRules.VolumeCap(night(), 30)),
                    List.of(night()),
                    12,
                    Set.of());

    private static DailyHours night() {
        return new DailyHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    }

    private Sets() {}

    /** Puts something into a replica. */
    @FunctionalInterface
    public interface Put {
        void put(Kind kind, String key, Object body);
    }

    public static ChannelId id(String value) {
        return new ChannelId(value);
    }

    public static Channel channel(int number, String id, String name, Channel.Kind kind) {
        return channel(number, id, name, kind, Set.of(), 0);
    }

    private static Channel channel(
            int number, String id, String name, Channel.Kind kind, Set<TvPackId> packs, int age) {
        return new Channel(
                id(id),
                number,
                name,
                kind,
                URI.create("http://headend.example/" + id + ".m3u8"),
                Optional.empty(),
                Optional.empty(),
                packs,
                age);
    }

    /** Six that everybody has, one of a pack, one for adults, and two radio stations. */
    public static List<Channel> channels() {
        return List.of(
                channel(1, "une", "Une", Channel.Kind.TELEVISION),
                channel(2, "deux", "Deux", Channel.Kind.TELEVISION),
                channel(3, "trois", "Trois", Channel.Kind.TELEVISION),
                channel(5, "cinq", "Cinq", Channel.Kind.TELEVISION),
                channel(7, "sept", "Sept", Channel.Kind.TELEVISION),
                channel(90, "hopital", "Chaîne de l’hôpital", Channel.Kind.TELEVISION),
                channel(40, "cine", "Ciné Premier", Channel.Kind.TELEVISION, Set.of(CINEMA), 0),
                channel(69, "adultes", "Minuit", Channel.Kind.TELEVISION, Set.of(), 18),
                channel(101, "inter", "Radio Inter", Channel.Kind.RADIO),
                channel(102, "musique", "Radio Musique", Channel.Kind.RADIO));
    }

    /** Some local time of that Saturday. */
    public static Instant at(String time) {
        return SATURDAY.atTime(LocalTime.parse(time)).atZone(PARIS).toInstant();
    }

    public static Programme programme(String from, String to, String title, int age) {
        return new Programme(
                at(from),
                at(to),
                Texts.french(title),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                age == 0 ? Optional.empty() : Optional.of(age),
                false,
                false);
    }

    public static GuideDay day(ChannelId channel) {
        String digits = Integer.toHexString(channel.value().hashCode());
        return new GuideDay(
                channel,
                SATURDAY,
                new ObjectRef(
                        "0".repeat(64 - digits.length()) + digits, 10, Programmes.MEDIA_TYPE));
    }

    public static List<Programmes> guide() {
        List<Programmes> guide = new ArrayList<>();
        guide.add(
                of(
                        "une",
                        programme("11:00", "12:00", "Le jardin", 0),
                        programme("12:00", "13:30", "Le journal", 0),
                        programme("20:00", "20:40", "Le journal du soir", 0),
                        programme("20:40", "22:30", "Un grand film", 0)));
        guide.add(
                of(
                        "deux",
                        programme("10:50", "12:10", "Documentaire : la mer du Nord", 0),
                        programme("12:10", "13:00", "Film noir", 16),
                        programme("13:00", "14:00", "Les jeux", 0),
                        programme("20:50", "23:00", "Concert", 0)));
        guide.add(of("trois", programme("11:30", "12:30", "Cuisine de saison", 0)));
        guide.add(of("hopital", programme("00:00", "23:59", "Bienvenue à l’hôpital", 0)));
        return guide;
    }

    private static Programmes of(String channel, Programme... list) {
        return new Programmes(id(channel), SATURDAY, List.of(list));
    }

    /** The days of the guide as objects. */
    public static Map<GuideDay, byte[]> objects() {
        Map<GuideDay, byte[]> objects = new HashMap<>();
        for (Programmes list : guide()) {
            byte[] bytes = WireCodec.bytes(list);
            ObjectRef object = new ObjectRef(hash(bytes), bytes.length, Programmes.MEDIA_TYPE);
            objects.put(new GuideDay(list.channel(), list.date(), object), bytes);
        }
        return objects;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** All of it, the guide as {@link #objects}. */
    public static void fill(Put replica) {
        channels(replica);
        objects()
                .keySet()
                .forEach(
                        day ->
                                replica.put(
                                        Kind.HOUSE, GuideDay.key(day.channel(), day.date()), day));
    }

    /** All of it, the guide being here. */
    static void fill(Put replica, HandGuides guides) {
        channels(replica);
        for (Programmes list : guide()) {
            GuideDay day = day(list.channel());
            guides.come(day, list);
            replica.put(Kind.HOUSE, GuideDay.key(day.channel(), day.date()), day);
        }
    }

    private static void channels(Put replica) {
        channels().forEach(each -> replica.put(Kind.HOUSE, Channel.key(each.id()), each));
        replica.put(
                Kind.HOUSE,
                TvPack.key(CINEMA),
                new TvPack(CINEMA, Texts.of("Cinéma", "Cinema", "السينما"), TvPack.Kind.PAID));
        replica.put(Kind.WARD, TvRules.KEY, RULES);
    }
}
