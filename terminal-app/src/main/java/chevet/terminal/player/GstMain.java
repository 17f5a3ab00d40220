package chevet.terminal.player;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.GstException;
import org.freedesktop.gstreamer.Registry;
import org.freedesktop.gstreamer.Version;

/**
 * The process that GStreamer runs in: takes orders as lines of words parted by tabs on standard
 * input, tells what happens on standard output ({@link GstTeller}), and ends with its input, so
 * that it never outlives the terminal.
 */
public final class GstMain {
    private static final Version OLDEST = Version.of(1, 20);

    private final PrintStream out;
    private final List<String> soundSinks;
    private final Groups groups;
    private final Map<Integer, GstPlay> plays = new HashMap<>();

    private GstMain(PrintStream out, Optional<String> networkInterface, List<String> soundSinks) {
        this.out = out;
        this.soundSinks = soundSinks;
        this.groups = new Groups(networkInterface);
    }

    /**
     * @param args the network interface for multicast, empty for the system's routes; then the
     *     sound sinks to try, none for the usual ones
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> faults = new java.util.ArrayList<>();
        load(faults);
        out.println(String.join("\t", concat("ready", faults)));
        GstMain main =
                new GstMain(
                        out,
                        Optional.of(args[0]).filter(name -> !name.isEmpty()),
                        Arrays.asList(args).subList(1, args.length));
        main.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        // Whatever still runs or hangs goes with the process.
        Runtime.getRuntime().halt(0);
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new java.util.ArrayList<>(List.of(first));
        rest.forEach(each -> all.add(each.replaceAll("\\p{Cntrl}+", " ")));
        return all;
    }

    private static void load(List<String> faults) {
        try {
            Gst.init(OLDEST, "chevet");
        } catch (GstException | LinkageError e) {
            faults.add(
                    "GStreamer 1.20 or newer is not here, so no multicast television plays; install "
                            + GstNeeds.packages()
                            + " ("
                            + e.getMessage()
                            + ")");
            return;
        }
        faults.addAll(GstNeeds.lines(GstMain::here));
        GstNeeds.ranks(GstMain::here).forEach(GstMain::rank);
    }

    private static boolean here(String element) {
        return Registry.get().lookupFeature(element) != null;
    }

    private static void rank(String element, int rank) {
        Optional.ofNullable(Registry.get().lookupFeature(element))
                .ifPresent(found -> found.setRank(rank));
    }

    private void read(BufferedReader in) throws IOException {
        Optional<String> line = Optional.ofNullable(in.readLine());
        while (line.isPresent()) {
            obey(line.get().split("\t", -1));
            line = Optional.ofNullable(in.readLine());
        }
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "open" -> open(words);
            case "warm" ->
                    groups.keepWarm(
                            Arrays.stream(words).skip(1).map(each -> URI.create(each)).toList());
            case "renew" -> groups.rejoin(URI.create(words[1]));
            case "left" -> groups.stop();
            default -> {
                int number = Integer.parseInt(words[1]);
                Optional.ofNullable(plays.get(number)).ifPresent(play -> obey(play, number, words));
            }
        }
    }

    private void obey(GstPlay play, int number, String[] words) {
        switch (words[0]) {
            case "play" -> play.play();
            case "pause" -> play.pause();
            case "seek" -> play.seek(Duration.ofMillis(Long.parseLong(words[2])));
            case "rate" -> play.setRate(Double.parseDouble(words[2]));
            case "volume" -> play.setVolume(Double.parseDouble(words[2]));
            case "text" -> play.chooseText(GstPipeline.track(words[2]));
            case "sound" -> GstPipeline.track(words[2]).ifPresent(play::chooseSound);
            case "close" -> {
                plays.remove(number);
                play.close();
            }
            default -> throw new IllegalStateException("unknown order " + words[0]);
        }
    }

    /**
     * {@code open number kind volume address live from languages description text written files}.
     */
    private void open(String[] words) {
        int number = Integer.parseInt(words[1]);
        double factor = Double.parseDouble(words[3]);
        URI address = URI.create(words[4]);
        List<String> languages = words[7].isEmpty() ? List.of() : List.of(words[7].split(","));
        TrackWish wish =
                new TrackWish(
                        languages,
                        Boolean.parseBoolean(words[8]),
                        Boolean.parseBoolean(words[9]),
                        Optional.of(words[10]).filter(said -> !said.isEmpty()));
        Path files = Path.of(words[11]);
        GstTeller teller = new GstTeller(out, number);
        GstPlay play =
                words[2].equals("group")
                        ? new GroupPlay(
                                groups.play(address), wish, soundSinks, factor, files, teller)
                        : new UriPlay(
                                address,
                                Boolean.parseBoolean(words[5]),
                                Duration.ofMillis(Long.parseLong(words[6])),
                                wish,
                                soundSinks,
                                factor,
                                files,
                                teller);
        plays.put(number, play);
        play.start();
    }
}
