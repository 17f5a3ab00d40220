package chevet.ward.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A moving test picture with a tone, made once and kept: what live channels send round and round,
 * and what stands for a film.
 *
 * @param name of the file, without its ending
 * @param size of the picture, {@code 640x360}; 25 pictures a second
 * @param bitRate of the picture in kbit/s
 * @param keyEvery a picture that can be begun with comes this often
 * @param hue turns the colours, in degrees, so that two channels can be told apart
 * @param length whole multiples of {@code keyEvery} go round without a jump
 * @param number stands at the right of the picture as five fields from above down, white for each
 *     bit that it has, the lowest first; 0: nothing stands there
 */
public record TestCard(
        String name,
        String size,
        int bitRate,
        Duration keyEvery,
        int hue,
        Duration length,
        int number) {
    /** How many fields a number has. */
    public static final int FIELDS = 5;

    /** Shares of the picture: where the fields begin, and what each of them takes. */
    public static final double FIELDS_LEFT = 0.9;

    public static final double FIELDS_TOP = 0.2;
    public static final double FIELD_WIDTH = 0.09;
    public static final double FIELD_HEIGHT = 0.12;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int RATE = 25;

    /** A small one of ten seconds with a key picture every second. */
    public static TestCard small(String name, int hue) {
        return new TestCard(
                name, "480x270", 600, Duration.ofSeconds(1), hue, Duration.ofSeconds(10), 0);
    }

    /** What media.md measured with: 720p, 2.5 Mbit/s, a key picture every two seconds. */
    public static TestCard broadcast(int number) {
        return new TestCard(
                "broadcast" + number,
                "1280x720",
                2_500,
                Duration.ofSeconds(2),
                0,
                Duration.ofSeconds(20),
                number);
    }

    /** H.264 and AAC in MP4. */
    public Path mp4(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(h264());
        args.addAll(List.of("-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart"));
        return Ffmpeg.make(dir.resolve(name + ".mp4"), LIMIT, args);
    }

    /** H.264 and two sounds in MPEG-TS: French, and French with audio description. */
    public Path ts(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(
                List.of(
                        "-t",
                        String.valueOf(length.toSeconds()),
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=880:sample_rate=48000"));
        args.addAll(List.of("-map", "0:v", "-map", "1:a", "-map", "2:a"));
        args.addAll(h264());
        args.addAll(
                List.of(
                        "-c:a",
                        "aac",
                        "-b:a",
                        "96k",
                        "-metadata:s:a:0",
                        "language=fra",
                        "-metadata:s:a:1",
                        "language=fra",
                        "-disposition:a:1",
                        "visual_impaired",
                        "-f",
                        "mpegts"));
        return Ffmpeg.make(dir.resolve(name + ".ts"), LIMIT, args);
    }

    /** A radio that has nothing to see: AAC alone in MPEG-TS. */
    public Path sound(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(List.of("-map", "1:a", "-c:a", "aac", "-b:a", "96k", "-f", "mpegts"));
        return Ffmpeg.make(dir.resolve(name + "-sound.ts"), LIMIT, args);
    }

    /** VP9 and Opus in WebM, which JavaFX Media does not play. */
    public Path webm(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(
                List.of(
                        "-c:v",
                        "libvpx-vp9",
                        "-deadline",
                        "realtime",
                        "-cpu-used",
                        "8",
                        "-b:v",
                        bitRate + "k",
                        "-c:a",
                        "libopus"));
        return Ffmpeg.make(dir.resolve(name + ".webm"), LIMIT, args);
    }

    /** MPEG-4 part 2 and AAC in MP4: JavaFX Media plays its sound and shows nothing. */
    public Path oldMp4(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(List.of("-c:v", "mpeg4", "-b:v", bitRate + "k", "-c:a", "aac"));
        args.addAll(List.of("-movflags", "+faststart"));
        return Ffmpeg.make(dir.resolve(name + "-old.mp4"), LIMIT, args);
    }

    /** A picture whose codec has a name that nobody knows, in AVI. */
    public Path unknownCodec(Path dir) {
        List<String> args = new ArrayList<>(picture());
        args.addAll(List.of("-c:v", "rawvideo", "-pix_fmt", "rgb24", "-s", "64x36"));
        args.addAll(List.of("-an", "-vtag", "ZZZZ", "-strict", "-2", "-f", "avi"));
        return Ffmpeg.make(dir.resolve(name + ".avi"), LIMIT, args);
    }

    private List<String> picture() {
        String seconds = String.valueOf(length.toSeconds());
        return List.of(
                "-t",
                seconds,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + size + ":rate=" + RATE + ",hue=h=" + hue + fields(),
                "-t",
                seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=48000");
    }

    private String fields() {
        if (number == 0) {
            return "";
        }
        return IntStream.range(0, FIELDS)
                .mapToObj(
                        field ->
                                String.format(
                                        Locale.ROOT,
                                        ",drawbox=x=iw*%.2f:y=ih*%.2f:w=iw*%.2f:h=ih*%.2f:c=%s:t=fill",
                                        FIELDS_LEFT,
                                        FIELDS_TOP + field * FIELD_HEIGHT,
                                        FIELD_WIDTH,
                                        FIELD_HEIGHT,
                                        (number >> field & 1) == 1 ? "white" : "black"))
                .collect(Collectors.joining());
    }

    private List<String> h264() {
        String frames = String.valueOf(keyEvery.toSeconds() * RATE);
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-pix_fmt",
                "yuv420p",
                "-b:v",
                bitRate + "k",
                "-maxrate",
                bitRate + "k",
                "-bufsize",
                bitRate + "k",
                "-g",
                frames,
                "-keyint_min",
                frames,
                "-sc_threshold",
                "0");
    }
}
