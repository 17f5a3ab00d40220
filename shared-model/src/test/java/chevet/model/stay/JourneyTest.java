package chevet.model.stay;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.Movement.Action;
import chevet.model.stay.Movement.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JourneyTest {
    private static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");

    /**
     * Movements are written {@code [+~-]KIND[#id]@hour[/told][=place][!]}: insert, update or
     * cancel, told in the same hour where nothing else is said, historic with an exclamation mark.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    admitted                            | +ARRIVE@8=X                                       | HERE     | X
                    expected only                       | +EXPECT@8=X                                       | EXPECTED |
                    transferred                         | +ARRIVE@8=X +MOVE@9=Y                             | HERE     | Y
                    transfer before the admission told  | +MOVE@9=Y +ARRIVE@8=X                             | HERE     | Y
                    discharged                          | +ARRIVE@8=X +END@9                                | OVER     |
                    discharge told first                | +END@9 +ARRIVE@8=X                                | OVER     |
                    a move after the end counts not     | +ARRIVE@8=X +END@9 +MOVE@10=Y                     | OVER     |
                    comes again after the end           | +ARRIVE@8=X +END@9 +ARRIVE@10=Y                   | HERE     | Y
                    to a unit without a bed             | +ARRIVE@8=X +MOVE@9                               | HERE     |
                    on leave                            | +ARRIVE@8=X +LEAVE@9                              | AWAY     |
                    back to the bed that was left       | +ARRIVE@8=X +LEAVE@9 +RETURN@10                   | HERE     | X
                    back to another bed                 | +ARRIVE@8=X +LEAVE@9 +RETURN@10=Y                 | HERE     | Y
                    admission cancelled                 | +ARRIVE@8=X -ARRIVE@8/9                           | EXPECTED |
                    transfer cancelled                  | +ARRIVE@8=X +MOVE@9=Y -MOVE@9/10                  | HERE     | X
                    discharge cancelled                 | +ARRIVE@8=X +END@9 -END@9/10                      | HERE     | X
                    cancel told before what it cancels  | -END@9/10 +END@9 +ARRIVE@8=X                      | HERE     | X
                    cancel without the instant: the last| +ARRIVE@8=X +MOVE@9=Y +MOVE@10=Z -MOVE@11         | HERE     | Y
                    cancelled and told again            | +ARRIVE@8=X +END@9 -END@9/10 +END@9/11            | OVER     |
                    by name                             | +ARRIVE#1@8=X +MOVE#2@9=Y -MOVE#2@9/10            | HERE     | X
                    cancel by name comes first          | -MOVE#2@9/10 +ARRIVE#1@8=X +MOVE#2@9=Y            | HERE     | X
                    update corrects the bed             | +ARRIVE#1@8=X ~ARRIVE#1@8/9=Y                     | HERE     | Y
                    update comes before its insert      | ~ARRIVE#1@8/9=Y +ARRIVE#1@8=X                     | HERE     | Y
                    update of the past                  | +ARRIVE#1@8=X +MOVE#2@9=Y ~ARRIVE#1@7/10=Z!       | HERE     | Y
                    told at once: a cancel counts       | +MOVE#2@9/9=Y -MOVE#2@9/9 +ARRIVE#1@8=X           | HERE     | X
                    historic, later one still to come   | +ARRIVE#1@8=X +MOVE#2@9/12=Y!                     | HERE     | X
                    historic, and the later one is here | +ARRIVE#1@8=X +MOVE#2@9/12=Y! +MOVE#3@10=Z        | HERE     | Z
                    historic, later one taken back      | +ARRIVE#1@8=X +MOVE#2@9/12=Y! +MOVE#3@10=Z -MOVE#3@10/13 | HERE | Y
                    nothing told                        |                                                   | EXPECTED |
                    """)
    void followsFromAllThatWasTold(
            String name,
            @org.jspecify.annotations.Nullable String told,
            String phase,
            @org.jspecify.annotations.Nullable String place) {
        List<Movement> movements = movements(told);
        Journey journey = Journey.of(movements);
        assertThat(journey.phase()).as(name).isEqualTo(Journey.Phase.valueOf(phase));
        assertThat(journey.place()).as(name).isEqualTo(Optional.ofNullable(place));
        assertThat(
                        journey.arrivals().stream()
                                .filter(Journey.Arrival::last)
                                .map(Journey.Arrival::place))
                .as(name)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void orderAndRepeatsNeverMatter() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<Movement> told = new ArrayList<>();
            int count = 2 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                told.add(any(random));
            }
            Journey first = Journey.of(told);
            List<Movement> again = new ArrayList<>(told);
            again.addAll(told.subList(0, random.nextInt(told.size())));
            Collections.shuffle(again, random);
            assertThat(Journey.of(again)).as("seed %d", seed).isEqualTo(first);
        }
    }

    private static Movement any(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Optional<String> id =
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(String.valueOf(random.nextInt(4)));
        Optional<String> place =
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(List.of("X", "Y", "Z").get(random.nextInt(3)));
        return new Movement(
                id,
                Action.values()[random.nextInt(3)],
                kind,
                hour(random.nextInt(6)),
                hour(random.nextInt(6)),
                place,
                random.nextInt(4) == 0);
    }

    private static List<Movement> movements(@org.jspecify.annotations.Nullable String told) {
        return told == null
                ? List.of()
                : Arrays.stream(told.strip().split(" +")).map(JourneyTest::movement).toList();
    }

    private static Movement movement(String written) {
        boolean historic = written.endsWith("!");
        String rest = historic ? written.substring(0, written.length() - 1) : written;
        Action action =
                switch (rest.charAt(0)) {
                    case '+' -> Action.INSERT;
                    case '~' -> Action.UPDATE;
                    default -> Action.CANCEL;
                };
        String[] placed = rest.substring(1).split("=", 2);
        String[] timed = placed[0].split("@", 2);
        String[] named = timed[0].split("#", 2);
        String[] hours = timed[1].split("/", 2);
        Instant at = hour(Integer.parseInt(hours[0]));
        return new Movement(
                named.length == 2 ? Optional.of(named[1]) : Optional.empty(),
                action,
                Kind.valueOf(named[0]),
                at,
                hours.length == 2 ? hour(Integer.parseInt(hours[1])) : at,
                placed.length == 2 ? Optional.of(placed[1]) : Optional.empty(),
                historic);
    }

    private static Instant hour(int hour) {
        return DAY.plusSeconds(3600L * hour);
    }
}
