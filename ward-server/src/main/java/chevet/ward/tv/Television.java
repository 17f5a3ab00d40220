package chevet.ward.tv;

import chevet.config.TvConfig;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.tv.Favourites;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The television feature: its desks, its command handler, and what it does when time passes. */
public final class Television {
    private final TvDoors doors;
    private final TvConfig config;
    private final TvDesk desk;
    private final TvAccessDesk access;
    private final Logos logos;
    private final FeedClock channels;
    private final FeedClock guide;
    private volatile @Nullable LocalDate rolled;

    public Television(
            TvDoors doors, TvConfig config, ZoneId zone, List<WardId> wards, Bedsides beds) {
        this.doors = doors;
        this.config = config;
        TvStore store = new TvStore();
        this.desk = new TvDesk(doors, config, zone, wards, store);
        this.access = new TvAccessDesk(doors, store, beds);
        this.logos = new Logos(desk, doors);
        this.channels = new FeedClock(Feed.Kind.CHANNELS, config.every(), doors.clock());
        this.guide = new FeedClock(Feed.Kind.GUIDE, config.every(), doors.clock());
    }

    public TvDesk desk() {
        return desk;
    }

    public TvAccessDesk access() {
        return access;
    }

    /** Takes the command {@code tv.favourites}. */
    public CommandHandler<Favourites> handler() {
        return access;
    }

    /**
     * Tells what the configuration has changed, and rolls the guide to today. To be called once.
     */
    public void start() {
        desk.configured();
        desk.roll();
        rolled = desk.today();
    }

    /**
     * Reads the feeds that are due and, on a new day, lets go of the old one. May take minutes
     * where a server is slow: for a thread of its own, some times a minute.
     */
    public void tick() {
        LocalDate today = desk.today();
        if (!today.equals(rolled)) {
            desk.roll();
            rolled = today;
        }
        channels.tick(
                config::channels,
                doors.source(),
                this::importChannels,
                (from, why) -> desk.unreachable(Feed.Kind.CHANNELS, from, why));
        guide.tick(
                this::guideSource,
                doors.source(),
                desk::importGuide,
                (from, why) -> desk.unreachable(Feed.Kind.GUIDE, from, why));
        logos.tick();
    }

    private FeedResult importChannels(String from, byte[] content) {
        logos.again();
        return desk.importChannels(from, content);
    }

    /**
     * Where feeds come from by themselves: what IT has set, else for the guide what the list says.
     */
    public Optional<String> source(Feed.Kind kind) {
        return (kind == Feed.Kind.CHANNELS ? config.channels() : guideSource())
                .map(FeedClock::shown);
    }

    private Optional<URI> guideSource() {
        return config.guide().or(desk::guideOfTheList);
    }

    /** The next tick reads both feeds, whenever they would be due. */
    public void readNow() {
        channels.now();
        guide.now();
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        access.erased(tx, stay);
    }
}
