package chevet.terminal.player;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A transport stream with DVB subtitles (ETSI EN 300 743), which ffmpeg cannot make of words: over
 * the whole picture each second, in a colour that no test card has.
 */
final class DvbSubtitles {
    /** What the picture is covered with, without its opaqueness. */
    static final int COLOUR = 0x804000;

    private DvbSubtitles() {}

    /** The picture of a stream of 480 x 270 with subtitles for ten seconds. */
    static Path over(Path ts, Path dir) {
        Path made = dir.resolve("subtitled.ts");
        List<String> command =
                List.of(
                        "gst-launch-1.0",
                        "-q",
                        "mpegtsmux",
                        "name=m",
                        "!",
                        "filesink",
                        "location=" + made,
                        "filesrc",
                        "location=" + ts,
                        "!",
                        "tsparse",
                        "!",
                        "tsdemux",
                        "name=t",
                        "t.",
                        "!",
                        "h264parse",
                        "!",
                        "queue",
                        "!",
                        "m.",
                        "videotestsrc",
                        "num-buffers=10",
                        "pattern=solid-color",
                        "foreground-color=" + (0xff000000L | COLOUR),
                        "!",
                        "video/x-raw,format=AYUV,width=480,height=270,framerate=1/1",
                        "!",
                        "dvbsubenc",
                        "!",
                        "queue",
                        "!",
                        "m.");
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || Files.size(made) == 0) {
                process.destroyForcibly();
                throw new AssertionError("no stream with subtitles was made");
            }
            return made;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("gst-launch-1.0 (gstreamer1.0-tools) does not run", e);
        }
    }

    /** Whether most of what is seen is covered. */
    static boolean cover(int[] pixels) {
        long covered = 0;
        for (int pixel : pixels) {
            int red = Math.abs(((pixel >> 16) & 0xff) - (COLOUR >> 16));
            int green = Math.abs(((pixel >> 8) & 0xff) - ((COLOUR >> 8) & 0xff));
            int blue = pixel & 0xff;
            if (red < 24 && green < 24 && blue < 24) {
                covered++;
            }
        }
        return covered > pixels.length / 2;
    }
}
