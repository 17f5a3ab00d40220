package chevet.tour;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Files and sockets that JavaFX's thread touches, as the JVM itself notes them. What it reads of
 * the program's own code, when a class is first needed, is none of them; nor are the fonts that
 * JavaFX itself unpacks and maps, and the kernel's random numbers.
 */
public final class DrawingThread implements AutoCloseable {
    private static final String NAME = "JavaFX Application Thread";
    private static final List<String> TOUCHES =
            List.of(
                    "jdk.FileRead",
                    "jdk.FileWrite",
                    "jdk.FileForce",
                    "jdk.SocketConnect",
                    "jdk.SocketRead",
                    "jdk.SocketWrite");

    private static final Pattern UNPACKED_FONT = Pattern.compile(".*/\\+JXF\\d+\\.tmp");
    private static final String RANDOM = "/dev/urandom";

    private final Recording recording = new Recording();
    private final List<String> code =
            Stream.concat(
                            Stream.of(System.getProperty("java.home")),
                            Stream.of(
                                            ManagementFactory.getRuntimeMXBean().getClassPath(),
                                            System.getProperty("surefire.test.class.path", ""))
                                    .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                                    .filter(part -> !part.isBlank()))
                    .map(part -> Path.of(part).toAbsolutePath().toString())
                    .toList();

    /** Notes from now on. */
    public DrawingThread() {
        TOUCHES.forEach(
                touch ->
                        recording
                                .enable(touch)
                                .withoutThreshold()
                                .withStackTrace()
                                .with("throttle", "off"));
        recording.start();
    }

    /**
     * All of them so far, a line each; the last thing that is asked.
     *
     * @param file where the recording may be written
     */
    public List<String> touches(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        List<RecordedEvent> all = RecordingFile.readAllEvents(file);
        if (all.stream().noneMatch(event -> event.getThread() != null)) {
            throw new AssertionError("nothing was recorded of any thread");
        }
        return all.stream()
                .filter(
                        event ->
                                event.getThread() != null
                                        && NAME.equals(event.getThread().getJavaName()))
                .filter(event -> !ofTheCode(event))
                .filter(event -> !ofTheToolkit(event))
                .map(DrawingThread::told)
                .distinct()
                .toList();
    }

    private boolean ofTheCode(RecordedEvent event) {
        return event.hasField("path")
                && event.getString("path") != null
                && code.stream()
                        .anyMatch(
                                Path.of(event.getString("path")).toAbsolutePath().toString()
                                        ::startsWith);
    }

    private static boolean ofTheToolkit(RecordedEvent event) {
        String path = event.hasField("path") ? event.getString("path") : null;
        return path != null && (UNPACKED_FONT.matcher(path).matches() || path.equals(RANDOM));
    }

    private static String told(RecordedEvent event) {
        String where = event.hasField("path") ? event.getString("path") : "";
        String stack =
                event.getStackTrace() == null
                        ? ""
                        : event.getStackTrace().getFrames().stream()
                                .map(
                                        frame ->
                                                frame.getMethod().getType().getName()
                                                        + "."
                                                        + frame.getMethod().getName())
                                .filter(frame -> frame.contains("chevet"))
                                .limit(4)
                                .collect(Collectors.joining(" < "));
        return event.getEventType().getName() + " " + where + " " + stack;
    }

    @Override
    public void close() {
        recording.close();
    }
}
