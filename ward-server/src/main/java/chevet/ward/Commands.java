package chevet.ward;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.WardConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What the commands have in common, and those that need little more. */
final class Commands {
    /** Something to do that ends with an exit code. */
    @FunctionalInterface
    interface Work<T> {
        int with(T subject);
    }

    private Commands() {}

    /** Reads the configuration; tells every fault where it has any. */
    static int withConfig(Path file, boolean json, Work<WardConfig> work) {
        return switch (ConfigFile.ward(file, Terms.locale())) {
            case Reading.Good<WardConfig>(WardConfig config) -> work.with(config);
            case Reading.Faulty<WardConfig> faulty -> {
                Speech.problems(faulty.problems(), json);
                yield WardServer.WRONG;
            }
        };
    }

    /** Takes the server's lock for the time of the work; tells where another has it. */
    static int locked(WardConfig config, boolean json, Work<WardConfig> work) {
        Optional<ServerLock> lock = ServerLock.take(config.data());
        if (lock.isEmpty()) {
            Speech.fault(Terms.say("running"), json);
            return WardServer.FAILED;
        }
        try (ServerLock _ = lock.get()) {
            return work.with(config);
        }
    }

    /** Serves until the process is told to end. */
    static int serve(WardConfig config, Optional<String> greeting) {
        return locked(
                config,
                false,
                mine -> {
                    Wiring wiring = new Wiring(mine, Clock.systemUTC());
                    return serve(wiring, greeting);
                });
    }

    static int serve(Wiring wiring, Optional<String> greeting) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook =
                new Thread(
                        () -> {
                            wiring.close();
                            ended.countDown();
                        },
                        "shutdown");
        try {
            wiring.serve();
        } catch (RuntimeException e) {
            wiring.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(hook);
        Speech.say(
                Terms.say(
                        "ready",
                        "https://localhost:" + wiring.httpsPort(),
                        "mqtts://localhost:" + wiring.mqttPort()));
        greeting.ifPresent(Speech::say);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return WardServer.DONE;
    }

    static int check(Path file, boolean terminal, boolean json) {
        Reading<?> reading =
                terminal
                        ? ConfigFile.terminal(file, Terms.locale())
                        : ConfigFile.ward(file, Terms.locale());
        return switch (reading) {
            case Reading.Good<?> _ -> {
                if (json) {
                    Speech.json(Map.of("problems", java.util.List.of()));
                } else {
                    Speech.say(Terms.say("config.right", file.toString()));
                }
                yield WardServer.DONE;
            }
            case Reading.Faulty<?> faulty -> {
                Speech.problems(faulty.problems(), json);
                yield WardServer.WRONG;
            }
        };
    }
}
