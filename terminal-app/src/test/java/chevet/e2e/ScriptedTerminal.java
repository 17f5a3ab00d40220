package chevet.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.config.TerminalConfig;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.wire.StreamId;
import chevet.terminal.Ports;
import chevet.terminal.Wiring;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.fetch.Fetches;
import chevet.terminal.link.Apart;
import chevet.terminal.link.Link;
import chevet.terminal.link.Links;
import chevet.terminal.meal.MealScreen;
import chevet.terminal.meal.ServiceNames;
import chevet.terminal.player.HandEngine;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

/**
 * A whole terminal, screens and link, at which a patient taps about in the meals screen: {@code
 * ScriptedTerminal SEED CONFIG}. It writes and obeys what {@link LinkFleet} does.
 */
final class ScriptedTerminal {
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 500;

    private final Random chance;
    private static final System.Logger LOG = System.getLogger(ScriptedTerminal.class.getName());

    private final Link link;
    private final Diary diary;
    private final Wiring wiring;
    private final WardTime time;
    private final Scene scene;
    private boolean stopped;

    private ScriptedTerminal(long seed, Path file) throws Exception {
        TerminalConfig config = Configs.terminal(file);
        this.chance = new Random(seed);
        this.link = Links.start(config, "trial", Apart.from(Platform::isFxApplicationThread));
        this.diary = new Diary(Configs.diary(file));
        link.onOutcome(
                (command, outcome) -> {
                    if (diary.told(command, outcome)) {
                        System.out.println("told");
                    }
                });
        this.time = new WardTime(Clock.systemUTC(), config.zone());
        Ports ports =
                new Ports(
                        config.terminal(),
                        diary.over(link),
                        link,
                        link,
                        link,
                        Clock.systemUTC(),
                        config.zone(),
                        new Work(
                                Executors.newSingleThreadExecutor(
                                        Thread.ofPlatform().daemon().factory()),
                                Platform::runLater),
                        Optional.empty(),
                        Optional.empty(),
                        new Notebook(config.data().resolve("trial.comfort")),
                        Fetches.start(config),
                        HandEngine::new,
                        Optional.empty(),
                        CardReader.NONE,
                        Links.seal(config),
                        new Notebook(config.data().resolve("trial.hours")));
        Shell.Rules rules =
                new Shell.Rules(
                        config.idle(),
                        config.language(),
                        Optional.empty(),
                        java.time.Duration.ofSeconds(5),
                        () -> {});
        this.wiring = onScreen(() -> Wiring.of(ports, rules));
        this.scene = onScreen(() -> wiring.shell().scene(1280, 800));
        Platform.runLater(this::next);
    }

    /** Ends with its standard input: a child does not outlive the trial. */
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(
                (_, fault) -> {
                    LOG.log(System.Logger.Level.ERROR, "the terminal has failed", fault);
                    Runtime.getRuntime().halt(70);
                });
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        ScriptedTerminal terminal = new ScriptedTerminal(Long.parseLong(args[0]), Path.of(args[1]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("stop")) {
                terminal.stop();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static <T> T onScreen(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    private void next() {
        int millis = SHORTEST_MILLIS + chance.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(millis));
        pause.setOnFinished(
                _ -> {
                    if (!stopped) {
                        tap();
                        next();
                    }
                });
        pause.play();
    }

    private void tap() {
        wiring.shell().tick();
        // As a window's next frame would. There is none: nobody sees it, and the headless
        // platform's
        // copying of each pixel took three quarters of the terminal's processor time.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        if (!wiring.shell().shown().equals(MealScreen.NAME)) {
            fireOneOf(shown(".tile-meals"));
        } else if (chance.nextInt(100) < 8) {
            fireOneOf(shown(".service"));
        } else if (chance.nextInt(100) < 25) {
            fireOneOf(shown("#meal-act"));
        } else if (chance.nextInt(100) < 4) {
            fireOneOf(shown("#meal-yesterday"));
        } else {
            fireOneOf(shown(".dish"));
        }
    }

    private List<Node> shown(String which) {
        return scene.getRoot().lookupAll(which).stream()
                .filter(node -> node instanceof Pressable || node instanceof Button)
                .filter(node -> node.isVisible() && !node.isDisabled())
                .toList();
    }

    private void fireOneOf(List<Node> targets) {
        if (!targets.isEmpty()) {
            fire(targets.get(chance.nextInt(targets.size())));
        }
    }

    private static void fire(Node target) {
        if (target instanceof Pressable pressable) {
            pressable.fire();
        } else if (target instanceof Button button) {
            button.fire();
        }
    }

    private void stop() {
        onScreen(() -> stopped = true);
        Settling settling = new Settling(link);
        settling.empty().join();
        System.out.println("empty");
        settling.settled().join();
        Settling.note(link, diary);
        Map<ServiceKey, String> screens = onScreen(this::read);
        screens.forEach(diary::screen);
        System.out.println("settled");
    }

    /** What stands on the tray of each service that can be chosen, and is not half chosen anew. */
    private Map<ServiceKey, String> read() {
        wiring.shell().show(MealScreen.NAME);
        Map<ServiceKey, String> screens = new TreeMap<>();
        Instant now = Instant.now();
        for (ServiceMenu menu :
                link.snapshot().all(StreamId.Kind.WARD, "menu/", ServiceMenu.class).values()) {
            if (now.isBefore(menu.opens()) || !now.isBefore(menu.cutOff())) {
                continue;
            }
            String name = ServiceNames.of(wiring.kit(), time, menu.key());
            shown(".service").stream()
                    .filter(card -> card.getAccessibleText().startsWith(name))
                    .findFirst()
                    .ifPresent(
                            card -> {
                                fire(card);
                                if (!halfChosen()) {
                                    screens.put(menu.key(), tray());
                                }
                            });
        }
        return screens;
    }

    private boolean halfChosen() {
        String submit = wiring.kit().words().text("meal.submit");
        return shown("#meal-act").stream()
                .anyMatch(act -> act instanceof Button button && submit.equals(button.getText()));
    }

    private String tray() {
        return scene.getRoot().lookupAll(".tray-lines").stream()
                .flatMap(lines -> ((Parent) lines).getChildrenUnmodifiable().stream())
                .flatMap(
                        line ->
                                line instanceof Labeled labeled
                                        ? Stream.of(labeled.getText())
                                        : Stream.empty())
                .collect(Collectors.joining("|"));
    }
}
