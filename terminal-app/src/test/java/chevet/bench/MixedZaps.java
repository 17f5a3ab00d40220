package chevet.bench;

import chevet.model.tv.Channel;
import chevet.model.wire.StreamId;
import chevet.terminal.Bedside;
import chevet.terminal.player.Engines;
import chevet.terminal.tv.Sets;
import chevet.terminal.tv.TvScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * Zaps as a patient does on the terminal's own screen, always the same ones: of ten, four go up,
 * one down, three to some tile of the list, two to some number. A tile is found a second before it
 * is tapped; the digits of a number are half a second apart.
 */
final class MixedZaps implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration FINDS = Duration.ofSeconds(1);
    private static final Duration TOUCH = Duration.ofMillis(80);
    private static final Duration BETWEEN_DIGITS = Duration.ofMillis(500);

    /** Which way the patient goes. */
    private enum By {
        UP,
        DOWN,
        TILE,
        NUMBER
    }

    private static final List<By> MIX =
            List.of(
                    By.UP, By.TILE, By.UP, By.NUMBER, By.TILE, By.UP, By.DOWN, By.TILE, By.UP,
                    By.NUMBER);

    private final List<URI> channels;
    private final Random random = new Random(5);
    private final Bedside bedside;
    private final SeenNumber number;
    private final Robot robot = Bedside.onScreen(() -> new Robot());
    private int on = 1;

    /**
     * What a zap took.
     *
     * @param received its group was received before the patient began to choose it
     * @param step up or down by one
     */
    record Taken(Duration time, boolean received, boolean step) {}

    /**
     * @param channels they get the numbers from 1 on, which stand in their pictures
     */
    MixedZaps(Engines engines, List<URI> channels) {
        this.channels = channels;
        bedside = new Bedside(1280, 800, engines::engine).admitted();
        Sets.channels()
                .forEach(
                        each -> bedside.link().remove(StreamId.Kind.HOUSE, Channel.key(each.id())));
        for (int number = 1; number <= channels.size(); number++) {
            Channel channel = channel(number, channels.get(number - 1));
            bedside.link().put(StreamId.Kind.HOUSE, Channel.key(channel.id()), channel);
        }
        bedside.settle();
        Bedside.onScreen(() -> bedside.wiring().shell().show(TvScreen.NAME));
        number = Bedside.onScreen(() -> new SeenNumber(bedside.television().picture()));
        awaitPicture();
    }

    private static Channel channel(int number, URI stream) {
        return new Channel(
                Sets.id("c" + number),
                number,
                "Chaîne " + number,
                Channel.Kind.TELEVISION,
                stream,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                0);
    }

    /**
     * @param zap which of the mix, counted from 0
     */
    Taken zap(int zap) throws IOException {
        By by = MIX.get(zap % MIX.size());
        int to = target(by);
        boolean received = received(channels.get(to - 1));
        long start =
                switch (by) {
                    case UP -> key(KeyCode.CHANNEL_UP);
                    case DOWN -> key(KeyCode.CHANNEL_DOWN);
                    case TILE -> tile(to);
                    case NUMBER -> number(to);
                };
        on = to;
        awaitPicture();
        return new Taken(Duration.ofNanos(System.nanoTime() - start), received, step(by));
    }

    private static boolean step(By by) {
        return by == By.UP || by == By.DOWN;
    }

    private int target(By by) {
        int last = channels.size();
        return switch (by) {
            case UP -> on % last + 1;
            case DOWN -> (on + last - 2) % last + 1;
            case TILE -> other();
            case NUMBER -> {
                int to = other();
                // What can become a longer number is waited for.
                while (to * 10 <= last) {
                    to = other();
                }
                yield to;
            }
        };
    }

    private int other() {
        int last = channels.size();
        return (on + random.nextInt(last - 1)) % last + 1;
    }

    /** Whether this machine has a socket for it; never for what is no group. */
    private static boolean received(URI group) throws IOException {
        if (group.getScheme().equals("http")) {
            return false;
        }
        String port = String.format(Locale.ROOT, ":%04X", port(group));
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            if (Files.readAllLines(Path.of(table)).stream()
                    .anyMatch(line -> line.strip().split("\\s+")[1].endsWith(port))) {
                return true;
            }
        }
        return false;
    }

    private static int port(URI group) {
        String text = group.toString();
        return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
    }

    private long key(KeyCode code) {
        return key(code, "");
    }

    private long key(KeyCode code, String text) {
        return Bedside.onScreen(
                () -> {
                    long start = System.nanoTime();
                    Event.fireEvent(
                            bedside.scene().getRoot().lookup(".tv"),
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    text,
                                    code,
                                    false,
                                    false,
                                    false,
                                    false));
                    return start;
                });
    }

    private long number(int to) {
        long start = 0;
        String digits = Integer.toString(to);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0) {
                park(BETWEEN_DIGITS);
            }
            start = key(KeyCode.UNDEFINED, digits.substring(i, i + 1));
        }
        return start;
    }

    private long tile(int to) {
        Node tile =
                Bedside.onScreen(
                        () -> {
                            Node found = bedside.scene().getRoot().lookup("#channel-c" + to);
                            found.requestFocus();
                            return found;
                        });
        park(FINDS);
        Bedside.onScreen(
                () -> {
                    Bounds at = tile.localToScreen(tile.getLayoutBounds());
                    robot.mouseMove(at.getCenterX(), at.getCenterY());
                    robot.mousePress(MouseButton.PRIMARY);
                });
        park(TOUCH);
        return Bedside.onScreen(
                () -> {
                    long start = System.nanoTime();
                    robot.mouseRelease(MouseButton.PRIMARY);
                    return start;
                });
    }

    private static void park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void awaitPicture() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!seen()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no picture came of channel " + on);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean seen() {
        return Bedside.onScreen(number::read) == on;
    }

    @Override
    public void close() {
        Bedside.onScreen(() -> bedside.television().close());
        bedside.close();
    }
}
