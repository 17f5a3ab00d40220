package chevet.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.terminal.link.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * What a patient wanted, and what the terminal told them, each line on disk before anything else
 * happens. It outlives the program that writes it. Safe for all threads.
 */
final class Diary implements AutoCloseable {
    private final FileChannel out;

    Diary(Path file) throws IOException {
        this.out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        // The program before this one may have died within a line.
        line("START");
    }

    /** Commands that are noted down on their way. */
    Commands over(Commands commands) {
        return (stay, type, body) -> {
            if (!(body instanceof ChooseTray choice) || stay.isEmpty()) {
                return commands.send(stay, type, body);
            }
            String wish = stay.get() + "\t" + choice.key() + "\t" + text(choice.dishes());
            line("WISH\t" + wish);
            Commands.Sending sending = commands.send(stay, type, body);
            line("TAP\t" + sending.id() + "\t" + wish);
            CompletableFuture<Void> noted =
                    sending.kept()
                            .whenComplete(
                                    (_, fault) ->
                                            line(
                                                    (fault == null ? "KEPT\t" : "NOTKEPT\t")
                                                            + sending.id()));
            return new Commands.Sending(sending.id(), noted, sending.outcome());
        };
    }

    /**
     * What the server has decided; a receipt is only named.
     *
     * @return true of what the patient tapped
     */
    boolean told(Command command, Outcome outcome) {
        if (!command.type().equals(ChooseTray.TYPE)) {
            line("OTHER\t" + command.id());
            return false;
        }
        line(
                "TOLD\t"
                        + command.id()
                        + "\t"
                        + outcome.status()
                        + "\t"
                        + outcome.reason().map(r -> r.code()).orElse("-"));
        return true;
    }

    /** How a tray stands for the patient when all has settled. */
    void seen(StayId stay, Tray tray) {
        line(
                "SEEN\t"
                        + stay
                        + "\t"
                        + tray.key()
                        + "\t"
                        + tray.state()
                        + "\t"
                        + text(tray.dishes()));
    }

    /** What the screen says of a service, in the patient's words. */
    void screen(ServiceKey key, String words) {
        line("SCREEN\t" + key + "\t" + words);
    }

    private void line(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(("\n" + line + "\t.").getBytes(UTF_8));
            synchronized (out) {
                out.write(bytes);
            }
            out.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<Course, DishId> dishes) {
        return dishes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",", "[", "]"));
    }

    static Map<Course, DishId> dishes(String text) {
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        for (String part : text.substring(1, text.length() - 1).split(",")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                dishes.put(
                        Course.valueOf(part.substring(0, equals)),
                        new DishId(part.substring(equals + 1)));
            }
        }
        return dishes;
    }

    static ServiceKey key(String text) {
        int slash = text.indexOf('/');
        return new ServiceKey(
                LocalDate.parse(text.substring(0, slash)),
                MealService.valueOf(text.substring(slash + 1)));
    }

    /** The parts of a whole line; empty where the writer died within it. */
    static Optional<String[]> parts(String line) {
        return line.endsWith("\t.")
                ? Optional.of(line.substring(0, line.length() - 2).split("\t"))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
