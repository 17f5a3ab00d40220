package chevet.ward.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A live HLS channel over HTTP on loopback with two sounds beside its picture, French and French
 * with audio description, and French subtitles: each segment has a cue of its length that says its
 * number. Where it jumps, the stream's own time begins anew behind the third segment that was
 * listed when it was first asked for.
 */
public final class LiveRenditions implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** What is asked for of a channel that jumps: its times, and the name without them. */
    private static final Pattern JUMP = Pattern.compile("jump-(\\d+)-(\\d+)-(.+)");

    private static final int BEFORE_A_JUMP = 3;

    /** Where ffmpeg puts the picture. */
    private static final int PICTURE_PID = 0x100;

    private final Path dir;
    private final HttpServer http;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** The first segment after each jump. */
    private final Map<String, Integer> jumps = new ConcurrentHashMap<>();

    private final Ffmpeg writer;

    /**
     * Begins to send, and waits until a player could begin.
     *
     * @param ts made by {@link TestCard#ts}
     * @param dir an empty folder of its own
     */
    public LiveRenditions(Path ts, Path dir) {
        this.dir = dir;
        try {
            Files.createDirectories(dir);
            this.http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.writer = write(ts, dir);
        await();
        http.createContext("/", this::answer);
        http.setExecutor(answers);
        http.start();
    }

    private static Ffmpeg write(Path ts, Path dir) {
        return Ffmpeg.start(
                List.of(
                        "-re",
                        "-stream_loop",
                        "-1",
                        "-i",
                        ts.toString(),
                        "-map",
                        "0:v",
                        "-map",
                        "0:a:0",
                        "-map",
                        "0:a:1",
                        "-map",
                        "0:v",
                        "-map",
                        "0:a:0",
                        "-c",
                        "copy",
                        "-f",
                        "hls",
                        "-hls_time",
                        "1",
                        "-hls_list_size",
                        "8",
                        "-hls_flags",
                        "delete_segments+temp_file+omit_endlist",
                        "-var_stream_map",
                        "v:0,name:image a:0,name:fr a:1,name:ad v:1,a:2,name:both",
                        "-hls_segment_filename",
                        dir.resolve("%v-%d.ts").toString(),
                        dir.resolve("%v.m3u8").toString()));
    }

    private void await() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!List.of("image", "fr", "ad", "both").stream().allMatch(this::begun)) {
            if (System.nanoTime() > end || !writer.alive()) {
                throw new IllegalStateException("ffmpeg wrote no live playlists");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean begun(String playlist) {
        try {
            Path file = dir.resolve(playlist + ".m3u8");
            return Files.exists(file)
                    && Files.readString(file).lines().filter(each -> each.endsWith(".ts")).count()
                            >= 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With both sounds beside the picture. */
    public URI address() {
        return address("master");
    }

    /** With the sound within the picture's stream and the subtitles beside it. */
    public URI plain() {
        return address("plain");
    }

    /**
     * As {@link #plain}, with a discontinuity.
     *
     * @param before by how many seconds the stream's time is later than ffmpeg's until then
     * @param after the same from then on
     */
    public URI jumping(int before, int after) {
        return address("jump-" + before + "-" + after + "-plain");
    }

    private URI address(String name) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/" + name + ".m3u8");
    }

    /** The paths that were asked for, the first first. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            byte[] body = body(name);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            name.endsWith(".m3u8")
                                    ? "application/vnd.apple.mpegurl"
                                    : "video/mp2t");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (NoSuchFileException _) {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private byte[] body(String name) throws IOException {
        Matcher jump = JUMP.matcher(name);
        if (jump.matches()) {
            return jumped(jump, name);
        }
        if (name.equals("master.m3u8")) {
            return text(MASTER);
        }
        if (name.equals("plain.m3u8")) {
            return text(
                    MASTER.replaceAll("(?m)^#EXT-X-MEDIA:TYPE=AUDIO.*\n", "")
                            .replace(",AUDIO=\"son\"", "")
                            .replace("image.m3u8", "both.m3u8"));
        }
        if (name.equals("words.m3u8")) {
            return text(Files.readString(dir.resolve("image.m3u8")).replace(".ts", ".vtt"));
        }
        if (name.endsWith(".vtt")) {
            return text(words(name, Files.readAllBytes(dir.resolve(name.replace(".vtt", ".ts")))));
        }
        return Files.readAllBytes(dir.resolve(name));
    }

    private byte[] jumped(Matcher jump, String name) throws IOException {
        String plain = jump.group(3);
        String prefix = name.substring(0, name.length() - plain.length());
        if (plain.equals("plain.m3u8")) {
            return text(utf8(body(plain)).replaceAll("(\\w+\\.m3u8)", prefix + "$1"));
        }
        if (plain.endsWith(".m3u8")) {
            return text(listed(prefix, utf8(body(plain))));
        }
        int number = Integer.parseInt(plain.replaceAll("\\D", ""));
        int first = Objects.requireNonNull(jumps.get(prefix));
        int later = Integer.parseInt(jump.group(number < first ? 1 : 2));
        byte[] segment = later(Files.readAllBytes(dir.resolve(ts(plain))), later);
        return plain.endsWith(".vtt") ? text(words(plain, segment)) : segment;
    }

    private static byte[] later(byte[] segment, int seconds) {
        if (seconds == 0) {
            return segment;
        }
        TsLoop loop = TsLoop.of(segment, Duration.ofSeconds(seconds));
        return loop.bytes(1, 0, loop.packets());
    }

    /** The playlist with the jump in it, or behind it. */
    private String listed(String prefix, String playlist) {
        List<Integer> numbers =
                playlist.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> Integer.valueOf(line.replaceAll("\\D", "")))
                        .toList();
        int first = jumps.computeIfAbsent(prefix, _ -> numbers.getFirst() + BEFORE_A_JUMP);
        String marked =
                playlist.replaceAll(
                        "(#EXTINF:.*\\n[a-z]+-" + first + "\\.)", "#EXT-X-DISCONTINUITY\n$1");
        String counted =
                numbers.getFirst() > first
                        ? marked.replace("#EXTM3U\n", "#EXTM3U\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n")
                        : marked;
        return counted.replaceAll("(?m)^(\\w+-\\d+\\.)", prefix + "$1");
    }

    private static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String ts(String name) {
        return name.replace("words", "both").replace(".vtt", ".ts");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String MASTER =
            """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="son",NAME="Français",LANGUAGE="fr-FR",DEFAULT=YES,AUTOSELECT=YES,URI="fr.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="son",NAME="Audiodescription, en français",LANGUAGE="fr-FR",AUTOSELECT=YES,CHARACTERISTICS="public.accessibility.describes-video",URI="ad.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="mots",NAME="Français",LANGUAGE="fr-FR",URI="words.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=700000,CODECS="avc1.4d401f,mp4a.40.2",AUDIO="son",SUBTITLES="mots"
            image.m3u8
            """;

    /** A second and a half after the subtitle's own zero, which is not the picture's. */
    private static String words(String name, byte[] segment) {
        return """
               WEBVTT
               X-TIMESTAMP-MAP=MPEGTS:%d,LOCAL:00:01:30.000

               00:01:30.000 --> 00:01:31.000
               Voici le morceau <i>%s</i>.
               """
                .formatted(shown(segment), name.replaceAll("\\D", ""));
    }

    /** The time stamp of the first picture (ISO/IEC 13818-1, 2.4.3.7). */
    private static long shown(byte[] b) {
        for (int at = 0; at < b.length; at += TsLoop.PACKET) {
            boolean starts = (b[at + 1] & 0x40) != 0;
            if (starts && (((b[at + 1] & 0x1f) << 8) | (b[at + 2] & 0xff)) == PICTURE_PID) {
                int stamp = at + 4 + ((b[at + 3] & 0x20) == 0 ? 0 : 1 + (b[at + 4] & 0xff)) + 9;
                return ((b[stamp] & 0x0eL) << 29)
                        | ((b[stamp + 1] & 0xffL) << 22)
                        | ((b[stamp + 2] & 0xfeL) << 14)
                        | ((b[stamp + 3] & 0xffL) << 7)
                        | ((b[stamp + 4] & 0xfeL) >> 1);
            }
        }
        throw new IllegalStateException("a segment without a picture");
    }

    @Override
    public void close() {
        writer.close();
        http.stop(0);
        answers.close();
    }
}
