package chevet.ward;

import chevet.config.Problem;
import chevet.config.WardConfig;
import chevet.ward.meal.MenuImport;
import chevet.ward.stay.ImportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The import command: files of the hospital into a server that is stopped. */
final class Imports {
    /** Who answers for what is imported. */
    static final String BY = "import";

    /** What to import, in this order: each may need what came before it. */
    record Files(
            Optional<Path> dishes,
            Optional<Path> menus,
            Optional<Path> patients,
            Optional<Path> profiles) {
        boolean none() {
            return dishes.isEmpty() && menus.isEmpty() && patients.isEmpty() && profiles.isEmpty();
        }
    }

    private Imports() {}

    static int run(WardConfig config, Files files, boolean json) {
        if (files.none()) {
            Speech.fault(Terms.say("import.nothing"), json);
            return WardServer.WRONG;
        }
        return Commands.locked(
                config,
                json,
                mine -> {
                    try (Wiring wiring = new Wiring(mine, Clock.systemUTC())) {
                        return run(wiring, files, json);
                    }
                });
    }

    private static int run(Wiring wiring, Files files, boolean json) {
        Map<String, Integer> done = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        files.dishes()
                .ifPresent(
                        file ->
                                note(
                                        "dishes",
                                        wiring.meals()
                                                .menus()
                                                .importDishes(
                                                        file.toString(),
                                                        content(file),
                                                        Terms.language()),
                                        done,
                                        problems));
        files.menus()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file ->
                                note(
                                        "menus",
                                        wiring.meals()
                                                .menus()
                                                .importCycle(
                                                        file.toString(),
                                                        content(file),
                                                        Terms.language()),
                                        done,
                                        problems));
        files.patients()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file -> {
                            switch (wiring.stays()
                                    .importAdmissions(
                                            file.toString(), content(file), BY, Terms.language())) {
                                case ImportResult.Done admitted ->
                                        done.put("patients", admitted.stays().size());
                                case ImportResult.Faulty faulty ->
                                        problems.addAll(faulty.problems());
                            }
                        });
        files.profiles()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file ->
                                note(
                                        "profiles",
                                        wiring.meals()
                                                .trays()
                                                .importProfiles(
                                                        file.toString(),
                                                        content(file),
                                                        BY,
                                                        Terms.language()),
                                        done,
                                        problems));
        if (json) {
            Speech.json(Map.of("imported", done, "problems", Speech.fields(problems)));
        } else {
            done.forEach((what, rows) -> Speech.say(Terms.say("import." + what, rows)));
            Speech.problems(problems, false);
        }
        return problems.isEmpty() ? WardServer.DONE : WardServer.FAILED;
    }

    private static void note(
            String what, MenuImport result, Map<String, Integer> done, List<Problem> problems) {
        switch (result) {
            case MenuImport.Done(int rows) -> done.put(what, rows);
            case MenuImport.Faulty faulty -> problems.addAll(faulty.problems());
        }
    }

    private static byte[] content(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + Terms.say("unreadable"), e);
        }
    }
}
