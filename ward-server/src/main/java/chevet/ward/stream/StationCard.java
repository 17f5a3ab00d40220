package chevet.ward.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a demo channel shows: its name before light that moves in its own colours, with a soft
 * chord; made once by ffmpeg and kept, in the quickest way that looks no worse: a dozen are made
 * while somebody waits for them. Everything in it swings in parts of {@link #LENGTH}, so that it
 * goes round without a seam.
 *
 * @param id of its files
 * @param title as it stands in the picture
 * @param look number of its colours; any
 */
record StationCard(String id, String title, int look) {
    /** 320 pictures of 25 a second are exactly 600 sounds of 1024 samples. */
    static final Duration LENGTH = Duration.ofMillis(12_800);

    private static final int PICTURES = 320;
    private static final int SOUNDS = 600;
    private static final int KEY_EVERY = 40;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String FONT = "station.ttf";

    /** Three colours of a ground, dark enough for white letters. */
    private static final List<List<String>> GROUNDS =
            List.of(
                    List.of("0x7a2e1f", "0xc2681f", "0x8f2f3f"),
                    List.of("0x1d3f5e", "0x2f7f8f", "0x24506e"),
                    List.of("0x0b3a53", "0x1f7a8c", "0x114b5f"),
                    List.of("0x2d4a22", "0x6b7f2a", "0x3f5b2a"),
                    List.of("0x5c1a33", "0xa8324a", "0x41214f"),
                    List.of("0x2a1a4a", "0x6a3fa0", "0x1c1230"),
                    List.of("0x123f2f", "0x1f8a5a", "0x0f5040"),
                    List.of("0x7a4a0f", "0xc98a1a", "0xa0401f"),
                    List.of("0x0b4a50", "0x2b8f88", "0x0f3a48"));

    /** Chords in hertz; each tone swings a whole number of times in a round. */
    private static final List<List<Integer>> CHORDS =
            List.of(
                    List.of(130, 165, 195),
                    List.of(145, 185, 220),
                    List.of(110, 165, 205),
                    List.of(125, 155, 235));

    /** H.264 and two sounds, the second for audio description, in a transport stream. */
    Path picture(Path dir) {
        write(dir);
        List<String> args = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        args.addAll(List.of("-f", "lavfi", "-i", ground()));
        args.addAll(List.of("-f", "lavfi", "-i", moon()));
        args.addAll(chord(look));
        args.addAll(chord(look + 1));
        args.addAll(
                List.of(
                        "-filter_complex",
                        "[0]rotate=a=2*PI*t/12.8:ow=640:oh=360:bilinear=0[ground];"
                                + swing("ground", "lit", "200+170*sin(2*PI*t/12.8)", "60")
                                + ";"
                                + swing("lit", "bright", "150-240*sin(4*PI*t/12.8)", "-40")
                                + ";[bright]"
                                + letters(id + ".txt", 60, "h-210")
                                + ","
                                + letters("station.txt", 24, "h-136")
                                + ",trim=end_frame="
                                + PICTURES
                                + "[out]",
                        "-map",
                        "[out]",
                        "-map",
                        "2:a",
                        "-map",
                        "3:a"));
        args.addAll(h264("600k"));
        args.addAll(
                List.of(
                        "-metadata:s:a:0",
                        "language=fra",
                        "-metadata:s:a:1",
                        "language=fra",
                        "-disposition:a:1",
                        "visual_impaired"));
        args.addAll(stream());
        return Ffmpeg.makeAside(dir.resolve(id + ".ts"), LIMIT, args);
    }

    private static List<String> h264(String rate) {
        String keys = String.valueOf(KEY_EVERY);
        List<String> args = new ArrayList<>();
        args.addAll(List.of("-c:v", "libx264", "-preset", "superfast", "-pix_fmt", "yuv420p"));
        args.addAll(List.of("-threads", "1"));
        args.addAll(List.of("-bf", "0", "-b:v", rate, "-maxrate", rate, "-bufsize", rate));
        args.addAll(List.of("-g", keys, "-keyint_min", keys, "-sc_threshold", "0"));
        return args;
    }

    /** Tables where a picture can be begun with, and nowhere else: there segments are cut. */
    private static List<String> stream() {
        return List.of(
                "-c:a",
                "aac",
                "-b:a",
                "64k",
                // One sound more comes out than goes in: the first is the encoder's own.
                "-af",
                "atrim=end_sample=" + (SOUNDS - 1) * 1024,
                "-pes_payload_size",
                "0",
                "-f",
                "mpegts",
                "-pat_period",
                "1000",
                "-sdt_period",
                "1000");
    }

    /** One picture of the ground, larger than what is cut from it while it turns. */
    private String ground() {
        List<String> colours = GROUNDS.get(Math.floorMod(look, GROUNDS.size()));
        return "gradients=s=760x760:r=25:n=3:c0=%s:c1=%s:c2=%s:x0=0:y0=0:x1=759:y1=759:speed=0.00001"
                        .formatted(colours.toArray())
                + ",trim=end_frame=1,loop=-1:1:0,setpts=N/25/TB,format=yuv420p";
    }

    private static String moon() {
        return "color=c=white:s=260x260:r=25,format=yuva420p,"
                + "geq=lum=255:cb=128:cr=128:a='38*clip(130-hypot(X-130\\,Y-130)\\,0\\,1)'"
                + ",trim=end_frame=1,loop=-1:1:0,setpts=N/25/TB";
    }

    private static String swing(String under, String out, String x, String y) {
        String in = under.equals("ground") ? "[1]split[one][two];[ground][one]" : "[lit][two]";
        return "%soverlay=x='%s':y=%s:shortest=0[%s]".formatted(in, x, y, out);
    }

    private static String letters(String file, int size, String y) {
        return ("drawtext=fontfile=%s:textfile=%s:fontsize=%d:fontcolor=white:x=40:y=%s"
                        + ":shadowcolor=black@0.45:shadowx=2:shadowy=2")
                .formatted(FONT, file, size, y);
    }

    private static List<String> chord(int number) {
        String tones =
                CHORDS.get(Math.floorMod(number, CHORDS.size())).stream()
                        .map(tone -> "sin(2*PI*%d*t)".formatted(tone))
                        .collect(Collectors.joining("+"));
        return List.of(
                "-f",
                "lavfi",
                "-t",
                "14",
                "-i",
                "aevalsrc=0.08*(%s)*(0.6+0.4*sin(2*PI*t/3.2)):s=48000".formatted(tones));
    }

    private void write(Path dir) {
        try (InputStream font =
                StationCard.class.getResourceAsStream(
                        "/chevet/ward/console/assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf")) {
            if (font == null) {
                throw new IllegalStateException("no letters to write with");
            }
            if (!Files.exists(dir.resolve(FONT))) {
                Files.write(dir.resolve(FONT), font.readAllBytes());
            }
            Files.writeString(dir.resolve("station.txt"), "Chaîne de démonstration");
            Files.writeString(dir.resolve(id + ".txt"), title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
