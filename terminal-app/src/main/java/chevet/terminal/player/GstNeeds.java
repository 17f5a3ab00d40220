package chevet.terminal.player;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of GStreamer's elements are used here, which Debian package has each, and which decoders
 * come first.
 */
final class GstNeeds {
    /** Before a line that IT is to read though television plays. */
    static final String NOTE = "~";

    /** Above every decoder in software, of which the best has 256. */
    private static final int ABOVE_SOFTWARE = 512;

    /** One package, and those of its elements that are used. */
    private record Part(String debian, List<String> elements) {
        Part(String debian, String... elements) {
            this("gstreamer1.0-" + debian, List.of(elements));
        }

        Optional<Part> missing(Predicate<String> here) {
            List<String> not = elements.stream().filter(here.negate()).toList();
            return not.isEmpty() ? Optional.empty() : Optional.of(new Part(debian, not));
        }
    }

    private static final List<Part> TELEVISION =
            List.of(
                    new Part(
                            "plugins-base",
                            "appsrc",
                            "appsink",
                            "playbin",
                            "decodebin3",
                            "videoconvert",
                            "videoscale",
                            "audioconvert",
                            "audioresample",
                            "volume"),
                    new Part("plugins-good", "scaletempo"),
                    new Part("plugins-bad", "tsparse", "tsdemux"),
                    new Part("libav", "avdec_h264"));

    private static final List<Part> SUBTITLES = List.of(new Part("plugins-bad", GroupPlay.OVERLAY));

    private static final List<Part> WEB =
            List.of(new Part("plugins-good", "souphttpsrc"), new Part("plugins-bad", "hlsdemux"));

    /** In hardware, the best first: they are there only where the machine has them. */
    private static final List<String> HARDWARE =
            List.of(
                    "vah264dec",
                    "vah265dec",
                    "vampeg2dec",
                    "v4l2slh264dec",
                    "v4l2slh265dec",
                    "v4l2slmpeg2dec",
                    "v4l2h264dec",
                    "v4l2h265dec",
                    "v4l2mpeg2dec",
                    "vaapih264dec",
                    "vaapih265dec",
                    "vaapimpeg2dec");

    private GstNeeds() {}

    /** All that has to be installed. */
    static String packages() {
        return packages(TELEVISION);
    }

    private static String packages(List<Part> parts) {
        return parts.stream().map(Part::debian).collect(Collectors.joining(" "));
    }

    /**
     * One line for each thing that does not work: what is missing and what to install.
     *
     * @param here whether an element is installed
     * @return lines that begin with {@link #NOTE} where television plays all the same
     */
    static List<String> lines(Predicate<String> here) {
        List<String> lines = new ArrayList<>();
        line(TELEVISION, here, "no multicast television plays").ifPresent(lines::add);
        line(SUBTITLES, here, "subtitles that are pictures are not shown within television")
                .map(NOTE::concat)
                .ifPresent(lines::add);
        line(WEB, here, "what JavaFX refuses of the web (radio without a picture) does not play")
                .map(NOTE::concat)
                .ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> line(
            List<Part> parts, Predicate<String> here, String consequence) {
        List<Part> missing = parts.stream().flatMap(part -> part.missing(here).stream()).toList();
        List<String> elements = missing.stream().flatMap(part -> part.elements.stream()).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "GStreamer's %s %s missing, so %s; install %s"
                                .formatted(
                                        String.join(", ", elements),
                                        elements.size() == 1 ? "is" : "are",
                                        consequence,
                                        packages(missing)));
    }

    /** What GStreamer is to choose by: hardware before software, and the best of it first. */
    static Map<String, Integer> ranks(Predicate<String> here) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (String each : HARDWARE) {
            if (here.test(each)) {
                ranks.put(each, ABOVE_SOFTWARE + HARDWARE.size() - ranks.size());
            }
        }
        return ranks;
    }
}
