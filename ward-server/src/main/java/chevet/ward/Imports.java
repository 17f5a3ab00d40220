package chevet.ward;

import chevet.config.Problem;
import chevet.config.WardConfig;
import chevet.ward.library.FilmImport;
import chevet.ward.meal.MenuDesk;
import chevet.ward.meal.MenuDesk.MenuFile;
import chevet.ward.meal.MenuImport;
import chevet.ward.staff.By;
import chevet.ward.staff.StaffImport;
import chevet.ward.stay.ImportResult;
import chevet.ward.tv.FeedResult;
import chevet.ward.tv.FindingWords;
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
            Optional<Path> profiles,
            Optional<Path> channels,
            Optional<Path> guide,
            Optional<Path> films) {
        boolean none() {
            return List.of(dishes, menus, patients, profiles, channels, guide, films).stream()
                    .allMatch(Optional::isEmpty);
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

    /** The staff directory's file, whole or not at all. */
    static int staff(WardConfig config, Path file, boolean json) {
        return Commands.locked(
                config,
                json,
                mine -> {
                    try (Wiring wiring = new Wiring(mine, Clock.systemUTC())) {
                        return told(
                                wiring.features()
                                        .staff()
                                        .directory()
                                        .importFile(
                                                file.toString(),
                                                content(file),
                                                By.COMMAND,
                                                Terms.language()),
                                json);
                    }
                });
    }

    private static int told(StaffImport result, boolean json) {
        return switch (result) {
            case StaffImport.Done(int people) -> {
                if (json) {
                    Speech.json(Map.of("imported", Map.of("staff", people)));
                } else {
                    Speech.say(Terms.say("import.staff", people));
                }
                yield WardServer.DONE;
            }
            case StaffImport.Faulty(List<Problem> problems) -> {
                Speech.problems(problems, json);
                yield WardServer.FAILED;
            }
        };
    }

    private static int run(Wiring wiring, Files files, boolean json) {
        Map<String, Integer> done = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        menus(wiring.features().meals().menus(), files, done, problems);
        files.patients()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file -> {
                            switch (wiring.features()
                                    .stays()
                                    .importAdmissions(
                                            file.toString(), content(file), BY, Terms.language())) {
                                case ImportResult.Done(var stays, int moved, int ended) -> {
                                    done.put("patients", stays.size());
                                    if (moved + ended > 0) {
                                        done.put("transfers", moved);
                                        done.put("discharges", ended);
                                    }
                                }
                                case ImportResult.Ending(var beds) ->
                                        throw new IllegalStateException("asked about " + beds);
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
                                        wiring.features()
                                                .meals()
                                                .trays()
                                                .importProfiles(
                                                        file.toString(),
                                                        content(file),
                                                        BY,
                                                        Terms.language()),
                                        done,
                                        problems));
        // What a feed got wrong is told whether or not it could be used.
        List<Problem> found = new ArrayList<>();
        files.channels()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file ->
                                note(
                                        "channels",
                                        file,
                                        wiring.features()
                                                .television()
                                                .desk()
                                                .importChannels(file.toString(), content(file)),
                                        done,
                                        problems,
                                        found));
        files.guide()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        file ->
                                note(
                                        "guide",
                                        file,
                                        wiring.features()
                                                .television()
                                                .desk()
                                                .importGuide(file.toString(), content(file)),
                                        done,
                                        problems,
                                        found));
        files.films()
                .filter(_ -> problems.isEmpty())
                .ifPresent(
                        folder -> {
                            switch (wiring.features()
                                    .library()
                                    .films()
                                    .importFolder(folder, Terms.language())) {
                                case FilmImport.Done(int films) -> done.put("films", films);
                                case FilmImport.Faulty faulty -> problems.addAll(faulty.problems());
                            }
                        });
        if (json) {
            Speech.json(
                    Map.of(
                            "imported",
                            done,
                            "problems",
                            Speech.fields(problems),
                            "findings",
                            Speech.fields(found)));
        } else {
            done.forEach((what, rows) -> Speech.say(Terms.say("import." + what, rows)));
            found.forEach(finding -> Speech.say(finding.toString()));
            Speech.problems(problems, false);
        }
        return problems.isEmpty() ? WardServer.DONE : WardServer.FAILED;
    }

    /** Of both the cycle is made of the new dishes. */
    private static void menus(
            MenuDesk menus, Files files, Map<String, Integer> done, List<Problem> problems) {
        Optional<Path> folder = files.dishes().map(Path::toAbsolutePath).map(Path::getParent);
        Optional<MenuFile> dishes = files.dishes().map(Imports::file);
        Optional<MenuFile> cycle = files.menus().map(Imports::file);
        if (dishes.isPresent() && cycle.isPresent()) {
            MenuImport both = menus.importBoth(dishes.get(), folder, cycle.get(), Terms.language());
            if (both instanceof MenuImport.Done) {
                done.put("dishes", menus.dishes().size());
            }
            note("menus", both, done, problems);
            return;
        }
        dishes.ifPresent(
                file ->
                        note(
                                "dishes",
                                menus.importDishes(
                                        file.name(), file.content(), folder, Terms.language()),
                                done,
                                problems));
        cycle.ifPresent(
                file ->
                        note(
                                "menus",
                                menus.importCycle(file.name(), file.content(), Terms.language()),
                                done,
                                problems));
    }

    private static MenuFile file(Path file) {
        return new MenuFile(file.toString(), content(file));
    }

    private static void note(
            String what, MenuImport result, Map<String, Integer> done, List<Problem> problems) {
        switch (result) {
            case MenuImport.Done(int rows) -> done.put(what, rows);
            case MenuImport.Faulty faulty -> problems.addAll(faulty.problems());
        }
    }

    private static void note(
            String what,
            Path file,
            FeedResult result,
            Map<String, Integer> done,
            List<Problem> problems,
            List<Problem> found) {
        List<Problem> told =
                FindingWords.in(Terms.language()).problems(file.toString(), result.report());
        switch (result) {
            case FeedResult.Taken taken -> {
                done.put(what, taken.found());
                found.addAll(told);
            }
            case FeedResult.Refused _ -> problems.addAll(told);
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
