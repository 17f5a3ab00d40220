package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of missing elements, and which decoders come first, on devices of all kinds. */
class GstNeedsTest {
    private static final int BEST_IN_SOFTWARE = 256;

    @Test
    void saysNothingWhereAllOfItIsHere() {
        assertThat(GstNeeds.lines(_ -> true)).isEmpty();
    }

    @Test
    void saysInOneLineWhatIsMissingAndWhatToInstall() {
        Set<String> missing = Set.of("tsdemux", "tsparse", "avdec_h264");
        assertThat(GstNeeds.lines(element -> !missing.contains(element)))
                .containsExactly(
                        "GStreamer's tsparse, tsdemux, avdec_h264 are missing, so no multicast"
                                + " television plays; install gstreamer1.0-plugins-bad"
                                + " gstreamer1.0-libav");
    }

    @Test
    void marksWhatTelevisionPlaysWithout() {
        assertThat(GstNeeds.lines(element -> !element.equals("dvbsuboverlay")))
                .containsExactly(
                        "~GStreamer's dvbsuboverlay is missing, so subtitles that are pictures are"
                                + " not shown within television; install"
                                + " gstreamer1.0-plugins-bad");
    }

    @Test
    void decodesInHardwareWhereThereIsSome() {
        Map<String, Integer> ranks =
                GstNeeds.ranks(Set.of("vaapih264dec", "vah264dec", "avdec_h264")::contains);
        assertThat(ranks).containsOnlyKeys("vah264dec", "vaapih264dec");
        assertThat(List.copyOf(ranks.values()))
                .allMatch(rank -> rank > BEST_IN_SOFTWARE)
                .isSortedAccordingTo((one, two) -> two - one);
    }

    @Test
    void changesNothingWhereThereIsNoHardware() {
        assertThat(GstNeeds.ranks(Set.of("avdec_h264")::contains)).isEmpty();
    }
}
