package chevet.ward;

import chevet.config.FilmFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Makes the demo's films: moving colours by ffmpeg, spoken by espeak-ng, with subtitles in three
 * languages. What is made already stays; of several demos that share a folder one makes them.
 */
final class DemoFilms {
    private static final List<String> FILMS =
            List.of("cataracte", "irm", "asthme", "adolescent", "coeur", "ecran");

    private static final List<String> TONGUES = List.of("fr", "en", "ar");

    /** These are spoken in English too. */
    private static final List<String> ENGLISH = List.of("cataracte", "irm");

    /** Calm ones, with letters in mind that are drawn over them. */
    private static final List<String> COLOURS =
            List.of(
                    "c0=0x24506e:c1=0x2f7f8f:c2=0xc8b48a",
                    "c0=0x3f5b2a:c1=0x8fa05a:c2=0xd8c890",
                    "c0=0x2d4d78:c1=0x7aa0c0:c2=0xd9d2c0",
                    "c0=0x6a3fa0:c1=0xb07fc0:c2=0xe0c8b0",
                    "c0=0x8f2f3f:c1=0xc2681f:c2=0xe0b080",
                    "c0=0x0f5040:c1=0x4f9f80:c2=0xd0c89a");

    /** What espeak-ng writes: 16 bits, one channel. */
    private static final int RATE = 22_050;

    private static final int BYTES_A_MILLI = RATE * 2 / 1000;
    private static final int WAV_HEADER = 44;
    private static final int PAUSE_MILLIS = 700;
    private static final long LIMIT_SECONDS = 120;

    private final Path directory;

    DemoFilms(Path directory) {
        this.directory = directory;
    }

    /** Whether this machine has what it takes. */
    static boolean possible() {
        return found("ffmpeg") && found("espeak-ng");
    }

    private static boolean found(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * The folder with all of them.
     *
     * @throws UncheckedIOException when a program fails
     */
    Path make() {
        try {
            Files.createDirectories(directory);
            Path door = directory.resolveSibling(directory.getFileName() + ".lock");
            try (FileChannel one =
                            FileChannel.open(
                                    door, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = one.lock()) {
                makeMissing();
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeMissing() throws IOException {
        for (int at = 0; at < FILMS.size(); at++) {
            Path folder = directory.resolve(FILMS.get(at));
            if (!Files.exists(folder.resolve(FilmFile.NAME))) {
                make(FILMS.get(at), at, folder);
            }
        }
    }

    /** One sentence in all languages. */
    private record Sentence(List<String> texts) {}

    private void make(String film, int colour, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Sentence> sentences =
                text(film + ".txt")
                        .lines()
                        .map(line -> new Sentence(List.of(line.split(" \\| "))))
                        .toList();
        List<String> spoken = ENGLISH.contains(film) ? List.of("fr", "en") : List.of("fr");
        List<List<byte[]>> voices = new ArrayList<>();
        for (String tongue : spoken) {
            List<byte[]> voice = new ArrayList<>();
            for (Sentence sentence : sentences) {
                voice.add(speak(tongue, sentence.texts().get(TONGUES.indexOf(tongue)), folder));
            }
            voices.add(voice);
        }
        // Each sentence has the same time in every language, so that any subtitles fit any voice.
        List<Integer> millis = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            int place = at;
            int longest =
                    voices.stream().mapToInt(voice -> voice.get(place).length).max().orElse(0);
            millis.add(longest / BYTES_A_MILLI + PAUSE_MILLIS);
        }
        StringBuilder toml = new StringBuilder(text(film + ".toml"));
        for (int at = 0; at < spoken.size(); at++) {
            Path wav = folder.resolve("voice.wav");
            Files.write(wav, wav(voices.get(at), millis));
            draw(folder, wav, spoken.get(at) + ".mp4", colour);
            Files.delete(wav);
            toml.append(
                    "\n[[spoken]]\nlanguage = \"%1$s\"\nfile = \"%1$s.mp4\"\n"
                            .formatted(spoken.get(at)));
        }
        for (String tongue : TONGUES) {
            Files.writeString(
                    folder.resolve(tongue + ".vtt"), subtitles(sentences, tongue, millis));
            toml.append(
                    "\n[[subtitles]]\nlanguage = \"%1$s\"\nfile = \"%1$s.vtt\"\n"
                            .formatted(tongue));
        }
        // Last: where it is there, the rest is.
        Files.writeString(folder.resolve(FilmFile.NAME), toml);
    }

    private static byte[] speak(String tongue, String sentence, Path folder) throws IOException {
        Path wav = folder.resolve("sentence.wav");
        run(folder, "espeak-ng", "-v", tongue, "-s", "150", "-w", wav.toString(), sentence);
        byte[] all = Files.readAllBytes(wav);
        Files.delete(wav);
        return Arrays.copyOfRange(all, Math.min(WAV_HEADER, all.length), all.length);
    }

    private static byte[] wav(List<byte[]> voice, List<Integer> millis) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (int at = 0; at < voice.size(); at++) {
            sound.writeBytes(Arrays.copyOf(voice.get(at), millis.get(at) * BYTES_A_MILLI));
        }
        ByteBuffer header = ByteBuffer.allocate(WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(36 + sound.size()).put(ascii("WAVEfmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        header.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(sound.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(sound.toByteArray());
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void draw(Path folder, Path wav, String file, int colour) throws IOException {
        run(
                folder,
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                // What is as soft as this can be drawn small.
                "gradients=s=160x90:r=15:speed=0.02:n=3:seed=7:"
                        + COLOURS.get(colour % COLOURS.size())
                        + ",scale=640:360:flags=bicubic",
                "-i",
                wav.toString(),
                "-shortest",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "30",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-b:a",
                "64k",
                "-movflags",
                "+faststart",
                file);
    }

    private static String subtitles(List<Sentence> sentences, String tongue, List<Integer> millis) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        int from = 0;
        for (int at = 0; at < sentences.size(); at++) {
            int to = from + millis.get(at);
            text.append('\n')
                    .append(stamp(from))
                    .append(" --> ")
                    .append(stamp(to - PAUSE_MILLIS / 2))
                    .append('\n')
                    .append(sentences.get(at).texts().get(TONGUES.indexOf(tongue)))
                    .append('\n');
            from = to;
        }
        return text.toString();
    }

    private static String stamp(int millis) {
        return String.format(
                Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command[0] + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", e);
        }
    }

    private static String text(String name) {
        try (InputStream in = DemoFilms.class.getResourceAsStream("/demo/films/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no demo data " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
