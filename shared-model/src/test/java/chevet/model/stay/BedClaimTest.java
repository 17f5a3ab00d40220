package chevet.model.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BedClaimTest {
    /** Claims are written {@code visit@came/told}, with a minus where the patient has gone. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nobody                                    |                 |   |
                    one                                       | a@8/8           | a |
                    one who has gone                          | a@8/8-          |   |
                    the later of two: the first's end is late | a@8/8 b@9/9     | b |
                    the same, whichever is told first         | b@9/9 a@8/8     | b |
                    the first has gone                        | a@8/8- b@9/9    | b |
                    the second came and went: not given back  | a@8/8 b@9/9-    |   |
                    came at once                              | a@8/8 b@8/8     |   | a,b
                    came before, told after                   | a@8/9 b@7/10    |   | a,b
                    came before a gone one, told after it     | a@8/9- b@7/10   | b |
                    three                                     | a@8/8 b@9/9 c@10/10 | c |
                    the last of three has gone                | a@8/8 b@9/9 c@10/10- |  |
                    """)
    void holder(
            String name,
            @Nullable String written,
            @Nullable String holder,
            @Nullable String disputed) {
        BedClaim.Holder found = BedClaim.holder(claims(written));
        assertThat(found.visit()).as(name).isEqualTo(Optional.ofNullable(holder));
        assertThat(found.disputed())
                .as(name)
                .isEqualTo(disputed == null ? Set.of() : Set.of(disputed.split(",")));
    }

    @Test
    void nobodyHoldsABedIntoWhichAnotherCameLater() {
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            List<BedClaim> claims = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                Instant at = hour(random.nextInt(5));
                claims.add(
                        new BedClaim(
                                "v" + i,
                                at,
                                at.plusSeconds(random.nextInt(3) * 3600L),
                                random.nextBoolean()));
            }
            BedClaim.Holder holder = BedClaim.holder(claims);
            Collections.shuffle(claims, random);
            assertThat(BedClaim.holder(claims)).as("seed %d", seed).isEqualTo(holder);
            holder.visit()
                    .ifPresent(
                            visit -> {
                                BedClaim own =
                                        claims.stream()
                                                .filter(c -> c.visit().equals(visit))
                                                .findFirst()
                                                .orElseThrow();
                                assertThat(own.here()).isTrue();
                                assertThat(claims)
                                        .noneMatch(
                                                c ->
                                                        c.at().isAfter(own.at())
                                                                && c.told().isAfter(own.told()));
                            });
        }
    }

    private static List<BedClaim> claims(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.strip().split(" +")).map(BedClaimTest::claim).toList();
    }

    private static BedClaim claim(String written) {
        boolean gone = written.endsWith("-");
        String[] parts =
                (gone ? written.substring(0, written.length() - 1) : written).split("[@/]");
        return new BedClaim(
                parts[0],
                hour(Integer.parseInt(parts[1])),
                hour(Integer.parseInt(parts[2])),
                !gone);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-11-21T00:00:00Z").plusSeconds(3600L * hour);
    }
}
