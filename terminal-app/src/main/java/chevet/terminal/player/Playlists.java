package chevet.terminal.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Looks at what a live address answers, and stands between players and the playlists of HLS, on
 * loopback. It gives a bare live playlist a master, since JavaFX takes one without for a film that
 * ends with its window; of a master's sounds it names the one that is wanted, since JavaFX plays
 * the first and no other; and it answers a live playlist no more often than its target duration
 * asks for: JavaFX 26 takes seconds for milliseconds and would ask for it some hundred times a
 * second (openjdk/jfx, pull request 2227).
 */
final class Playlists implements AutoCloseable {
    private static final String FOLDER = "/tv/";
    private static final String ENDING = ".m3u8";

    /** Masters that are remembered: an engine plays one at a time. */
    private static final int MASTERS = 16;

    /**
     * What a player opens.
     *
     * @param address of a master playlist: what JavaFX Media plays as live
     * @param turns where its time begins anew, and which time is shown where subtitles need it
     * @param listed whether the server gave all its playlists, as soon as that is known
     * @param reading to be told when it plays and when it is left
     */
    record Opened(URI address, Turns turns, CompletableFuture<Boolean> listed, Reading reading) {}

    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final Headend headend = new Headend(answers);
    private final Map<String, String> masters =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MASTERS;
                }
            };
    private final Map<URI, Headend.Found.Hls> known = new ConcurrentHashMap<>();
    private final PlaylistPace pace = new PlaylistPace();
    private final HttpServer server;
    private long opened;

    Playlists() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(FOLDER, this::handle);
        server.setExecutor(answers);
        server.start();
    }

    /** Completes at once for a playlist that is known, and never with a fault. */
    CompletableFuture<Headend.Found> look(URI address) {
        Headend.Found.Hls before = known.get(address);
        return before == null
                ? headend.look(address).thenApply(found -> remembered(address, found))
                : CompletableFuture.completedFuture(before);
    }

    /** An address that leads on may lead elsewhere the next time. */
    private Headend.Found remembered(URI address, Headend.Found found) {
        if (found instanceof Headend.Found.Hls hls && hls.lasting()) {
            known.put(address, hls);
        }
        return found;
    }

    /** Looks at what may be asked for next. */
    void prepare(URI address) {
        look(address);
    }

    /** What is known of it without asking. */
    Optional<Master> known(URI address) {
        return Optional.ofNullable(known.get(address)).map(Headend.Found.Hls::master);
    }

    /** It plays no more: the next look asks again. */
    void forget(URI address) {
        known.remove(address);
    }

    /**
     * Asks for the playlists while the player is still being made.
     *
     * @param sound one of the master's sounds
     * @param one the player can play but one turn of the stream's time
     * @param turn to begin with; empty for the first that is listed
     */
    Opened open(Master master, Optional<Track> sound, boolean one, OptionalLong turn) {
        Reading reading = new Reading();
        Opened now = open(master, sound, reading, turns(master, one, turn));
        reading.go();
        return now;
    }

    /** As {@link #open}, for a player of one turn that is to stand still first. */
    Opened openAhead(Master master) {
        return open(
                master, Optional.empty(), new Reading(), turns(master, true, OptionalLong.empty()));
    }

    private Turns turns(Master master, boolean one, OptionalLong turn) {
        boolean written = !master.texts().isEmpty() || !master.forced().isEmpty();
        return new Turns(
                one,
                turn,
                first ->
                        written
                                ? CompletableFuture.supplyAsync(() -> stamp(first), answers)
                                : CompletableFuture.completedFuture(FirstStamp.NONE));
    }

    private Opened open(Master master, Optional<Track> sound, Reading reading, Turns turns) {
        List<URI> pictures = master.variants().stream().map(Master.Variant::playlist).toList();
        List<CompletableFuture<Optional<PlaylistText>>> asked = new ArrayList<>();
        String text =
                master.plain(
                        sound,
                        playlist -> {
                            CompletableFuture<Optional<PlaylistText>> first =
                                    CompletableFuture.supplyAsync(
                                            () -> headend.list(playlist), answers);
                            asked.add(first);
                            UnaryOperator<PlaylistText> given =
                                    pictures.contains(playlist)
                                            ? turns::take
                                            : UnaryOperator.identity();
                            return pace.begin(playlist, first, given, reading) + ENDING;
                        });
        String name;
        synchronized (masters) {
            name = "m" + ++opened + ENDING;
            masters.put(name, text);
        }
        return new Opened(here(name), turns, listed(asked), reading);
    }

    private URI here(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + FOLDER + name);
    }

    private static CompletableFuture<Boolean> listed(
            Collection<CompletableFuture<Optional<PlaylistText>>> asked) {
        List<CompletableFuture<Optional<PlaylistText>>> all = List.copyOf(asked);
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> all.stream().allMatch(each -> each.join().isPresent()));
    }

    private FirstStamp stamp(HlsSegment first) {
        Optional<byte[]> body = headend.segment(first.address());
        return first.head().isEmpty()
                ? body.map(FirstStamp::of).orElse(FirstStamp.NONE)
                : first.head()
                        .flatMap(headend::segment)
                        .flatMap(Mp4Track::read)
                        .flatMap(track -> body.map(track::samples))
                        .flatMap(samples -> samples.stream().findFirst())
                        .map(sample -> OptionalLong.of(sample.from()))
                        .map(from -> new FirstStamp(from, from))
                        .orElse(FirstStamp.NONE);
    }

    /** Follows the subtitles of that playlist until it is closed. */
    HlsWords follow(URI playlist, Function<Duration, Optional<Turns.Moment>> time) {
        HlsWords words = new HlsWords(time);
        answers.execute(
                () -> {
                    try {
                        words.read(playlist, headend::list, headend::segment);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return words;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(FOLDER.length());
            Optional<String> master;
            synchronized (masters) {
                master = Optional.ofNullable(masters.get(name));
            }
            Optional<PlaylistPace.Reader> reader = pace.reader(name.replace(ENDING, ""));
            if (!name.endsWith(ENDING)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (master.isEmpty() && reader.isEmpty()) {
                answer(exchange, last());
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                head(exchange);
            } else if (master.isPresent()) {
                answer(exchange, master.get());
            } else {
                live(exchange, reader.orElseThrow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Hands on what the server has now, or what it had: a refusal ends every player of JavaFX in
     * this program, and one that was left while its server was silent asks on until it is back.
     */
    private void live(HttpExchange exchange, PlaylistPace.Reader reader)
            throws IOException, InterruptedException {
        if (!reader.await()) {
            answer(exchange, last());
            return;
        }
        Optional<PlaylistText> text =
                reader.newest(
                        reader.first()
                                .map(CompletableFuture::join)
                                .orElseGet(() -> headend.list(reader.playlist())));
        if (text.isPresent()) {
            reader.pause(text.get().pause());
            answer(exchange, reader.given(text.get()).whole());
        } else {
            exchange.sendResponseHeaders(502, -1);
        }
    }

    /**
     * For a player that is left: JavaFX waits for one more segment before it ends, however long
     * that takes. This one is refused, which only that player hears of.
     */
    private String last() {
        return """
                #EXTM3U
                #EXT-X-TARGETDURATION:60
                #EXT-X-MEDIA-SEQUENCE:%d
                #EXTINF:1,
                %s
                """
                .formatted(Integer.MAX_VALUE, here("end.ts"));
    }

    private static void head(HttpExchange exchange) throws IOException {
        type(exchange);
        exchange.sendResponseHeaders(200, -1);
    }

    private static void answer(HttpExchange exchange, String playlist) throws IOException {
        byte[] body = playlist.getBytes(StandardCharsets.UTF_8);
        type(exchange);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void type(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.apple.mpegurl");
    }

    @Override
    public void close() {
        server.stop(0);
        headend.close();
        answers.shutdownNow();
    }
}
