package chevet.bench;

import chevet.config.TvConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.terminal.Folders;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.SyncMeter;
import chevet.ward.tv.FeedResult;
import chevet.ward.tv.Objects;
import chevet.ward.tv.Source;
import chevet.ward.tv.Television;
import chevet.ward.tv.TvDesk;
import chevet.ward.tv.TvDoors;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How long a ward server takes to read a guide of eight days, twenty channels and five thousand
 * programmes: {@code GuideBench [ROUNDS]}. From the bytes to the commit, with the real database on
 * disk, the real event log and the real objects; each round begins with an empty server. Then the
 * same guide again, which changes nothing, and one in which a single programme is another. The
 * first round is that of a server that has just started.
 */
public final class GuideBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int CHANNELS = 20;
    private static final int PROGRAMMES = 5_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss Z", Locale.ROOT);

    private GuideBench() {}

    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LocalDate today = LocalDate.now(ZONE);
        byte[] list = list();
        byte[] guide = guide(today, "Le journal");
        byte[] other = guide(today, "Le grand journal");
        List<Long> fresh = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        List<Long> same = new ArrayList<>();
        List<Long> one = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Path folder = Folders.make("chevet-guide");
            try (JdbiDatabase database =
                    JdbiDatabase.sqlite(
                            folder.resolve("ward.db"), Clock.systemUTC(), Threads.OWN)) {
                TvDesk desk = television(database, folder).desk();
                taken(desk.importChannels("list", list), CHANNELS, CHANNELS);
                long before = processor();
                fresh.add(timed(desk, guide, CHANNELS * TvDesk.DAYS));
                worked.add(processor() - before);
                same.add(timed(desk, guide, 0));
                one.add(timed(desk, other, 1));
            } finally {
                Folders.delete(folder);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d programmes of %d channels, %d days, %d kB of XMLTV, %d rounds%n",
                PROGRAMMES,
                CHANNELS,
                TvDesk.DAYS,
                guide.length / 1000,
                rounds);
        out.printf(
                Locale.ROOT, "%-34s%10s%10s%10s%10s%n", "ms", "first", "median", "least", "most");
        line(out, "into an empty server", fresh);
        line(out, "  of it, processor time", worked);
        line(out, "the same again: nothing changes", same);
        line(out, "one programme is another", one);
    }

    /** Of the whole process, its compiler and collector too. */
    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long timed(TvDesk desk, byte[] guide, int changed) {
        long begin = System.nanoTime();
        FeedResult result = desk.importGuide("guide", guide);
        long took = System.nanoTime() - begin;
        taken(result, PROGRAMMES, changed);
        return took;
    }

    private static void taken(FeedResult result, int found, int changed) {
        boolean right =
                result instanceof FeedResult.Taken taken
                        && taken.found() == found
                        && taken.changed() == changed;
        if (!right) {
            throw new IllegalStateException("expected " + found + ", " + changed + ": " + result);
        }
    }

    private static void line(PrintStream out, String what, List<Long> nanos) {
        List<Double> ms = nanos.stream().map(n -> n / 1e6).toList();
        List<Double> sorted = ms.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%-34s%10.0f%10.0f%10.0f%10.0f%n",
                what,
                ms.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast());
    }

    private static Television television(JdbiDatabase database, Path folder) {
        FileStayKeys keys = new FileStayKeys(folder.resolve("keys"));
        ObjectStore store =
                ObjectStore.open(folder.resolve("objects"), Long.MAX_VALUE, Clock.systemUTC());
        return new Television(
                new TvDoors(
                        database,
                        keys,
                        new EventLog(database, keys, SyncMeter.NONE),
                        _ -> {},
                        Clock.systemUTC(),
                        new Kept(store),
                        (_, _) -> new Source.Got.Unreachable("brought by hand")),
                new TvConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofHours(6),
                        List.of(),
                        Map.of()),
                ZONE,
                List.of(new WardId("w")),
                new Nobody());
    }

    private static byte[] list() {
        StringBuilder list = new StringBuilder("#EXTM3U\n");
        for (int channel = 1; channel <= CHANNELS; channel++) {
            list.append(
                    "#EXTINF:-1 tvg-id=\"c%d\",Channel %d\nudp://@239.11.11.%d:5010\n"
                            .formatted(channel, channel, channel));
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] guide(LocalDate today, String first) {
        int each = PROGRAMMES / CHANNELS;
        Duration length = Duration.ofDays(TvDesk.DAYS).dividedBy(each);
        StringBuilder guide =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tv>\n");
        for (int channel = 1; channel <= CHANNELS; channel++) {
            guide.append(
                    "<channel id=\"c%d\"><display-name>Channel %d</display-name></channel>\n"
                            .formatted(channel, channel));
        }
        for (int channel = 1; channel <= CHANNELS; channel++) {
            ZonedDateTime start = today.atStartOfDay(ZONE);
            for (int n = 0; n < each; n++) {
                ZonedDateTime stop = start.plus(length);
                String title = channel == 1 && n == 0 ? first : "Programme " + n;
                guide.append(
                        """
                        <programme start="%s" stop="%s" channel="c%d">
                          <title lang="fr">%s</title>
                          <sub-title lang="fr">Épisode %d</sub-title>
                          <desc lang="fr">%s</desc>
                          <category lang="fr">Documentaire</category>
                          <episode-num system="xmltv_ns">1.%d.0/1</episode-num>
                          <rating system="CSA"><value>-10</value></rating>
                        </programme>
                        """
                                .formatted(
                                        TIME.format(start),
                                        TIME.format(stop),
                                        channel,
                                        title,
                                        n,
                                        "Un programme comme il y en a tant, raconté en peu de mots. "
                                                .repeat(4),
                                        n));
                start = stop;
            }
        }
        return guide.append("</tv>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Kept(ObjectStore store) implements Objects {
        @Override
        public boolean has(ObjectRef object) {
            return store.length(object.sha256()).isPresent();
        }

        @Override
        public ObjectRef keep(byte[] bytes, String mediaType) {
            return store.keep(bytes, mediaType);
        }

        @Override
        public void want(Collection<ObjectRef> objects, Collection<ObjectRef> gone) {
            store.pin("tv", objects);
            gone.forEach(object -> store.forget(object.sha256()));
        }
    }

    private static final class Nobody implements Bedsides {
        @Override
        public List<Lying> in(Handle handle, WardId ward) {
            return List.of();
        }

        @Override
        public Optional<Lying> of(Handle handle, StayId stay) {
            return Optional.empty();
        }
    }
}
