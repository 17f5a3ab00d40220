package chevet.ward.tv;

import chevet.config.TvConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.model.place.WardId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvRules;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The channels, their guide, the packs and the wards' rules: read from the feeds and the
 * configuration, and told to the terminals where they changed. Blocks until on disk; one feed after
 * the other; for virtual threads, never the writer's.
 */
public final class TvDesk {
    /** How many days of the guide the terminals have, today among them. */
    public static final int DAYS = 8;

    private final TvDoors doors;
    private final TvConfig config;
    private final ZoneId zone;
    private final List<WardId> wards;
    private final TvStore store;
    private final Announcer announcer;
    private final ReentrantLock reading = new ReentrantLock();
    private final Shown shown = new Shown();

    TvDesk(TvDoors doors, TvConfig config, ZoneId zone, List<WardId> wards, TvStore store) {
        this.doors = doors;
        this.config = config;
        this.zone = zone;
        this.wards = List.copyOf(wards);
        this.store = store;
        this.announcer = new Announcer(store, doors.events());
    }

    /** The channels by number. */
    public List<Channel> channels() {
        return doors.database().read(store::channels).stream().map(Listed::channel).toList();
    }

    /** The packs that the configuration has, in its order. */
    public List<TvPack> packs() {
        return config.packs().stream().map(TvConfig.Pack::pack).toList();
    }

    public TvRules rules(WardId ward) {
        return config.rules(ward);
    }

    /** How it stands with a feed; empty where none was ever tried. */
    public Optional<Feed> feed(Feed.Kind kind) {
        return doors.database().read(handle -> store.feed(handle, kind));
    }

    /** How many days of its guide each channel has. */
    public Map<ChannelId, Integer> guided() {
        return doors.database().read(store::guide).stream()
                .collect(Collectors.groupingBy(GuideDay::channel, Collectors.summingInt(_ -> 1)));
    }

    /** What is on now by the guide, for the console. */
    public Map<ChannelId, Programme> now() {
        return shown.at(doors.clock().instant());
    }

    /** Where the list says that its guide is. */
    Optional<URI> guideOfTheList() {
        return doors.database()
                .read(handle -> store.content(handle, Feed.Kind.CHANNELS))
                .flatMap(content -> text(content, new Findings()))
                .flatMap(text -> M3uReader.read(text, new Findings()).guide());
    }

    /**
     * Reads a channel list (M3U) in place of the old one, and the guide that is in use for its
     * channels. A list without a channel is refused.
     *
     * @param from file or address, for the report
     */
    public FeedResult importChannels(String from, byte[] content) {
        reading.lock();
        try {
            Findings findings = new Findings();
            List<Listed> made = lineup(content, findings);
            if (made.isEmpty()) {
                findings.add(0, Finding.Kind.NO_CHANNEL_AT_ALL);
                return refused(Feed.Kind.CHANNELS, from, findings.report());
            }
            Report report = findings.report();
            byte[] packed = FeedText.packed(content);
            Set<ObjectRef> pictures =
                    channels().stream()
                            .flatMap(channel -> channel.logo().stream())
                            .collect(Collectors.toSet());
            int changed =
                    doors.database()
                            .write(
                                    tx -> {
                                        store.taken(
                                                tx.handle(),
                                                Feed.Kind.CHANNELS,
                                                from,
                                                packed,
                                                made.size(),
                                                report,
                                                tx.now());
                                        tx.afterCommit(() -> doors.live().changed("tv"));
                                        return announcer.channels(tx, made);
                                    })
                            .join();
            publishKept(today());
            want(pictures);
            return new FeedResult.Taken(made.size(), changed, report);
        } finally {
            reading.unlock();
        }
    }

    /**
     * Reads a guide (XMLTV, packed or not) in place of the old one. One that is no XML to its end,
     * or has nothing for these channels and days, is refused.
     *
     * @param from file or address, for the report
     */
    public FeedResult importGuide(String from, byte[] content) {
        reading.lock();
        try {
            Findings findings = new Findings();
            GuideMaker maker = maker(today(), findings);
            boolean read = XmltvReader.read(content, maker, findings);
            if (!read) {
                return refused(Feed.Kind.GUIDE, from, findings.report());
            }
            Map<ChannelId, Map<LocalDate, Programmes>> guide = maker.make();
            if (guide.isEmpty()) {
                return refused(Feed.Kind.GUIDE, from, findings.report());
            }
            Report report = findings.report();
            byte[] packed = FeedText.packed(content);
            int changed =
                    publish(
                            guide,
                            tx ->
                                    store.taken(
                                            tx.handle(),
                                            Feed.Kind.GUIDE,
                                            from,
                                            packed,
                                            maker.programmes(),
                                            report,
                                            tx.now()));
            return new FeedResult.Taken(maker.programmes(), changed, report);
        } finally {
            reading.unlock();
        }
    }

    /** A feed could not be had: it is noted, and all stays as it was. */
    void unreachable(Feed.Kind kind, String from, String why) {
        Findings findings = new Findings();
        findings.add(0, Finding.Kind.NOT_READ, why);
        note(kind, from, Feed.State.UNREACHABLE, findings.report());
    }

    /** Tells the terminals of packs and rules where the configuration has changed. */
    void configured() {
        Map<WardId, TvRules> rules = new LinkedHashMap<>();
        wards.forEach(ward -> rules.put(ward, config.rules(ward)));
        doors.database()
                .change(
                        tx -> {
                            announcer.packs(tx, packs());
                            announcer.rules(tx, rules);
                        });
        // The packs may have other channels now than when the list was read.
        kept(Feed.Kind.CHANNELS)
                .map(content -> lineup(content, new Findings()))
                .ifPresent(made -> doors.database().change(tx -> announcer.channels(tx, made)));
    }

    /** The channels of a list; none where it cannot be read, which is told. */
    private List<Listed> lineup(byte[] content, Findings findings) {
        return text(content, findings)
                .map(
                        text ->
                                LineupMaker.make(
                                        M3uReader.read(text, findings), config.packs(), findings))
                .orElse(List.of());
    }

    /** Makes the days that are wanted from today on, from the guide in use. */
    void roll() {
        reading.lock();
        try {
            publishKept(today());
        } finally {
            reading.unlock();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(doors.clock().instant(), zone);
    }

    private void publishKept(LocalDate today) {
        Findings unheard = new Findings();
        GuideMaker maker = maker(today, unheard);
        boolean read =
                kept(Feed.Kind.GUIDE)
                        .map(content -> XmltvReader.read(content, maker, unheard))
                        .orElse(false);
        publish(read ? maker.make() : Map.of(), _ -> {});
    }

    private Optional<byte[]> kept(Feed.Kind kind) {
        return doors.database().read(handle -> store.content(handle, kind));
    }

    private GuideMaker maker(LocalDate today, Findings findings) {
        List<Listed> list = doors.database().read(store::channels);
        return new GuideMaker(list, today, DAYS, zone, findings);
    }

    /** Puts the days where they belong; what is not among them is let go. */
    private int publish(Map<ChannelId, Map<LocalDate, Programmes>> guide, Consumer<Tx> besides) {
        List<GuideDay> days = new ArrayList<>();
        guide.forEach(
                (channel, dates) ->
                        dates.forEach(
                                (date, programmes) ->
                                        days.add(new GuideDay(channel, date, object(programmes)))));
        Set<ObjectRef> gone =
                doors.database().read(store::guide).stream()
                        .map(GuideDay::object)
                        .collect(Collectors.toCollection(HashSet::new));
        int changed =
                doors.database()
                        .write(
                                tx -> {
                                    besides.accept(tx);
                                    int told = announcer.days(tx, days);
                                    tx.afterCommit(() -> doors.live().changed("tv"));
                                    return told;
                                })
                        .join();
        want(gone);
        shown.replace(guide);
        return changed;
    }

    /** Addresses of the channels' pictures. */
    List<URI> logos() {
        return doors.database().read(store::channels).stream()
                .flatMap(listed -> listed.logo().stream())
                .distinct()
                .toList();
    }

    /** Gives that picture to the channels whose address it is; empty takes theirs away. */
    void logo(URI from, Optional<ObjectRef> picture) {
        reading.lock();
        try {
            want(doors.database().write(tx -> announcer.logo(tx, from, picture)).join());
        } finally {
            reading.unlock();
        }
    }

    /**
     * Keeps what the days and the channels name.
     *
     * @param before what some of them named until now
     */
    private void want(Set<ObjectRef> before) {
        Set<ObjectRef> wanted =
                doors.database()
                        .read(
                                handle ->
                                        Stream.concat(
                                                        store.guide(handle).stream()
                                                                .map(GuideDay::object),
                                                        store.channels(handle).stream()
                                                                .flatMap(
                                                                        listed ->
                                                                                listed
                                                                                        .channel()
                                                                                        .logo()
                                                                                        .stream()))
                                                .collect(Collectors.toSet()));
        Set<ObjectRef> gone = new HashSet<>(before);
        gone.removeAll(wanted);
        doors.objects().want(wanted, gone);
    }

    /** The day as an object, kept before any event names it. */
    private ObjectRef object(Programmes programmes) {
        byte[] bytes = WireCodec.bytes(programmes);
        ObjectRef named = ObjectStore.named(bytes, Programmes.MEDIA_TYPE);
        return doors.objects().has(named)
                ? named
                : doors.objects().keep(bytes, Programmes.MEDIA_TYPE);
    }

    private FeedResult refused(Feed.Kind kind, String from, Report report) {
        note(kind, from, Feed.State.REFUSED, report);
        return new FeedResult.Refused(report);
    }

    private void note(Feed.Kind kind, String from, Feed.State state, Report report) {
        doors.database()
                .change(
                        tx -> {
                            store.refused(tx.handle(), kind, from, state, report, tx.now());
                            tx.afterCommit(() -> doors.live().changed("tv"));
                        });
    }

    /** The text of a list; empty where it is too long or cannot be unpacked, which is told. */
    private static Optional<String> text(byte[] content, Findings findings) {
        try {
            String text = FeedText.text(content);
            long bad = text.chars().filter(c -> c == 0xFFFD).count();
            if (bad > 0) {
                findings.add(0, Finding.Kind.BAD_BYTES, bad);
            }
            return Optional.of(text);
        } catch (IOException e) {
            findings.add(0, Finding.Kind.TOO_LARGE, FeedText.LONGEST >> 20);
            return Optional.empty();
        }
    }
}
