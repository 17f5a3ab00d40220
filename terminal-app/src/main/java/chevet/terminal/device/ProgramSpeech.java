package chevet.terminal.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech through a program that reads what comes in on its standard input: espeak-ng. Each text is
 * a process of its own, which is ended when somebody wants silence and when it takes far longer
 * than the text can.
 */
public final class ProgramSpeech implements Speech {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramSpeech.class);

    /** A little slower than it speaks by itself, in words a minute. */
    private static final int PACE = 140;

    private static final Duration START = Duration.ofSeconds(10);

    /** More than twice what it needs for one. */
    private static final Duration CHARACTER = Duration.ofMillis(200);

    /** How espeak-ng begins a line about what went wrong. */
    private static final String COMPLAINT = "error:";

    private final List<String> program;
    private Optional<Reading> now = Optional.empty();

    /**
     * @param program it and its arguments; {@code -v fr -s 140 --stdin} comes after them
     */
    public ProgramSpeech(List<String> program) {
        this.program = List.copyOf(program);
    }

    /** The voice of this device; empty where none is installed. Not for the JavaFX thread. */
    public static Optional<Speech> find() {
        OffScreen.check("speech");
        try {
            Process asked =
                    new ProcessBuilder("espeak-ng", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (asked.waitFor(START.toSeconds(), TimeUnit.SECONDS) && asked.exitValue() == 0) {
                return Optional.of(new ProgramSpeech(List.of("espeak-ng")));
            }
            asked.destroyForcibly();
        } catch (IOException _) {
            LOG.warn("speech.not-installed program=espeak-ng");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public synchronized CompletableFuture<End> read(String text, String language) {
        now.ifPresent(Reading::end);
        Reading reading = new Reading(text, language);
        now = Optional.of(reading);
        Thread.ofVirtual().name("speech").start(reading);
        return reading.done;
    }

    @Override
    public synchronized void silence() {
        now.ifPresent(Reading::end);
        now = Optional.empty();
    }

    /** One text; what it says is in no log. */
    private final class Reading implements Runnable {
        private final String text;
        private final String language;
        private final CompletableFuture<End> done = new CompletableFuture<>();
        private boolean ended;
        private Optional<Process> process = Optional.empty();

        Reading(String text, String language) {
            this.text = text;
            this.language = language;
        }

        @Override
        public void run() {
            try {
                Optional<Process> started = start();
                done.complete(started.isPresent() ? spoken(started.get()) : End.SILENCED);
            } catch (IOException e) {
                LOG.warn("speech.failed program={} fault={}", program.getFirst(), e.getMessage());
                done.complete(isEnded() ? End.SILENCED : End.FAILED);
            } catch (InterruptedException _) {
                end();
                done.complete(End.SILENCED);
                Thread.currentThread().interrupt();
            }
        }

        private synchronized Optional<Process> start() throws IOException {
            if (ended) {
                return Optional.empty();
            }
            List<String> command = new ArrayList<>(program);
            command.addAll(List.of("-v", language, "-s", String.valueOf(PACE), "--stdin"));
            process = Optional.of(new ProcessBuilder(command).redirectErrorStream(true).start());
            return process;
        }

        private End spoken(Process running) throws IOException, InterruptedException {
            try (OutputStream in = running.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            Duration limit = START.plus(CHARACTER.multipliedBy(text.length()));
            boolean over = running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!over) {
                running.destroyForcibly();
                LOG.warn("speech.hung program={}", program.getFirst());
                return End.FAILED;
            }
            if (isEnded()) {
                return End.SILENCED;
            }
            Optional<String> fault = fault(running);
            if (running.exitValue() != 0 || fault.isPresent()) {
                LOG.warn(
                        "speech.failed program={} exit={} fault={}",
                        program.getFirst(),
                        running.exitValue(),
                        fault.orElse(""));
                return End.FAILED;
            }
            return End.READ;
        }

        /** Without a sound card espeak-ng ends as if all were well, and only complains. */
        private static Optional<String> fault(Process ended) throws IOException {
            try (BufferedReader said = ended.inputReader(StandardCharsets.UTF_8)) {
                return said.lines().filter(line -> line.startsWith(COMPLAINT)).findFirst();
            }
        }

        private synchronized boolean isEnded() {
            return ended;
        }

        synchronized void end() {
            ended = true;
            process.ifPresent(Process::destroyForcibly);
        }
    }
}
