package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebVTT in fragments of MP4, as packagers write them. */
class HlsCueTest {
    private static final int SCALE = 1_000;

    private static byte[] box(String type, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(body::writeBytes);
        ByteBuffer box = ByteBuffer.allocate(8 + body.size()).putInt(8 + body.size());
        return box.put(type.getBytes(StandardCharsets.US_ASCII)).put(body.toByteArray()).array();
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer all = ByteBuffer.allocate(4 * numbers.length);
        Arrays.stream(numbers).forEach(all::putInt);
        return all.array();
    }

    private static byte[] head() {
        byte[] track =
                box(
                        "trak",
                        box("edts", box("elst", numbers(0, 1, 0, 500, 0x10000))),
                        box("mdia", box("mdhd", numbers(0, 0, 0, SCALE, 0, 0))));
        byte[] usual = box("mvex", box("trex", numbers(0, 1, 1, 2_000, 0, 0)));
        return box("moov", box("mvhd", numbers(0)), track, usual);
    }

    private static byte[] cue(String payload) {
        return box(
                "vttc",
                box("sttg", "line:80%".getBytes(StandardCharsets.UTF_8)),
                box("payl", payload.getBytes(StandardCharsets.UTF_8)));
    }

    /** From 90,000.5 s of the track on, which its edit list says is 90,000 s. */
    private static byte[] segment() {
        byte[] empty = box("vtte");
        byte[] one = cue("<v Marie>Bonsoir &amp; bienvenue,\nMonsieur.");
        byte[] two = cue("Entrez.");
        byte[] both = new byte[two.length + one.length];
        System.arraycopy(two, 0, both, 0, two.length);
        System.arraycopy(one, 0, both, two.length, one.length);
        byte[] fragment = fragment(0, empty, one, both);
        byte[] lead = box("styp", numbers(0));
        ByteBuffer whole = ByteBuffer.allocate(lead.length + fragment.length + 4096);
        byte[] moof = fragment(fragment.length + 8, empty, one, both);
        whole.put(lead).put(moof).put(box("mdat", empty, one, both));
        return Arrays.copyOf(whole.array(), whole.position());
    }

    private static byte[] fragment(int data, byte[]... samples) {
        int[] run = new int[3 + 2 * samples.length];
        run[0] = 0x301;
        run[1] = samples.length;
        run[2] = data;
        for (int i = 0; i < samples.length; i++) {
            run[3 + 2 * i] = 1_000 * (i + 1);
            run[4 + 2 * i] = samples[i].length;
        }
        return box(
                "moof",
                box("mfhd", numbers(0, 1)),
                box(
                        "traf",
                        box("tfhd", numbers(0x20000, 1)),
                        box("tfdt", numbers(0x01000000, 0, 90_000_500)),
                        box("trun", numbers(run))));
    }

    @Test
    void eachSamplesCuesStandForItsTime() {
        long from = 90_000L * 90_000;
        assertThat(HlsCue.fragments(head(), segment()))
                .containsExactly(
                        new HlsCue(from + 90_000, 180_000, "Bonsoir & bienvenue,\nMonsieur."),
                        new HlsCue(from + 270_000, 270_000, "Entrez."),
                        new HlsCue(from + 270_000, 270_000, "Bonsoir & bienvenue,\nMonsieur."));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 40, 90, 130, 180, 240})
    void whatBreaksOffHarmsNothing(int length) {
        List<HlsCue> whole = HlsCue.fragments(head(), segment());
        assertThat(whole).containsAll(HlsCue.fragments(head(), Arrays.copyOf(segment(), length)));
        assertThat(HlsCue.fragments(Arrays.copyOf(head(), length / 2), segment()))
                .isSubsetOf(whole);
    }
}
