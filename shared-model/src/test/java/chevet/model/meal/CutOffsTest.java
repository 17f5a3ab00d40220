package chevet.model.meal;

import static chevet.model.meal.Written.CUT_OFF;
import static chevet.model.meal.Written.OPENS;
import static chevet.model.meal.Written.SERVED;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.CutOffs.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffsTest {
    @ParameterizedTest(name = "{0}, closed {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    2026-11-18T04:59:59.999Z, false, NotYetOpen
                    2026-11-18T05:00:00Z,     false, Open
                    2026-11-21T12:59:59.999Z, false, Open
                    2026-11-21T13:00:00Z,     false, CutOff
                    2026-11-21T17:29:59Z,     false, CutOff
                    2026-11-21T17:30:00Z,     false, Served
                    2026-11-18T04:00:00Z,     true,  Closed
                    2026-11-21T12:00:00Z,     true,  Closed
                    2026-11-21T14:00:00Z,     true,  Closed
                    2026-11-21T18:00:00Z,     true,  Served
                    """)
    void theClockAndTheKitchenSayWhetherItMayBeChosen(Instant now, boolean closed, String state) {
        State found = CutOffs.state(menu(MealService.DINNER, Duration.ZERO, closed), now);
        assertThat(found.getClass().getSimpleName()).isEqualTo(state);
    }

    @Test
    void anOpenServiceSaysHowLongItStaysSo() {
        ServiceMenu menu = menu(MealService.DINNER, Duration.ZERO, false);
        assertThat(CutOffs.state(menu, CUT_OFF.minusSeconds(90)))
                .isEqualTo(new State.Open(Duration.ofSeconds(90)));
        assertThat(CutOffs.open(menu, CUT_OFF)).isFalse();
    }

    @Test
    void theNextToChooseIsTheFirstThatIsServedAmongTheOpenAndUnchosen() {
        ServiceMenu lunch = menu(MealService.LUNCH, Duration.ofHours(-6), false);
        ServiceMenu dinner = menu(MealService.DINNER, Duration.ZERO, false);
        ServiceMenu snack = menu(MealService.SNACK, Duration.ofHours(-1), true);
        List<ServiceMenu> menus = List.of(dinner, snack, lunch);
        Instant morning = CUT_OFF.minus(Duration.ofHours(7));
        assertThat(CutOffs.next(menus, _ -> false, morning)).contains(lunch);
        assertThat(CutOffs.next(menus, Set.of(lunch.key())::contains, morning)).contains(dinner);
        assertThat(CutOffs.next(menus, _ -> false, CUT_OFF.minusSeconds(1))).contains(dinner);
        assertThat(CutOffs.next(menus, _ -> true, morning)).isEmpty();
        assertThat(CutOffs.next(menus, _ -> false, CUT_OFF)).isEmpty();
    }

    private static ServiceMenu menu(MealService service, Duration later, boolean closed) {
        return new ServiceMenu(
                new ServiceKey(Written.DAY, service),
                OPENS,
                CUT_OFF.plus(later),
                SERVED.plus(later),
                List.of(),
                closed);
    }
}
