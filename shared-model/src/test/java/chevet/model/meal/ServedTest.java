package chevet.model.meal;

import static chevet.model.meal.Written.dish;
import static chevet.model.meal.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedTest {
    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    food=4567            | food=7             | 7/-
                    food=4567            | food=6             | 6/-
                    food=457             | food=6             | 5/-
                    food=4               | food=7             | 4/-
                    food=34              | food=5 drink=2     | 4/-
                    food=7               | food=6             | no
                    food= drink=01234    | food=4             | -/0
                    food= drink=01234    | drink=2            | -/2
                    food= drink=234      | food=7             | -/2
                    food= drink=34       | drink=2            | no
                    food=67 drink=0      | food=6             | 6/0
                    food=67 drink=0      | food=6 drink=1     | no
                    food=                | food=7             | no
                    food=34567           | unconfirmed=1      | 4/-
                    food=34567           | unconfirmed=1 food=3 | 3/-
                    food= drink=01234    | unconfirmed=1      | -/4
                    food= drink=01234    | unconfirmed=1 drink=2 | -/2
                    """)
    void theKitchenMakesIt(String dish, String profile, String expected) {
        String made =
                Served.of(dish("d", dish), profile(profile))
                        .map(
                                served ->
                                        served.texture()
                                                        .map(t -> String.valueOf(t.level()))
                                                        .orElse("-")
                                                + "/"
                                                + served.thickness()
                                                        .map(t -> String.valueOf(t.level()))
                                                        .orElse("-"))
                        .orElse("no");
        assertThat(made).isEqualTo(expected);
    }
}
