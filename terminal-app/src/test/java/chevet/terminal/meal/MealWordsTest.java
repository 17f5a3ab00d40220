package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.terminal.HandClock;
import chevet.terminal.meal.MealModel.Doorway;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MealWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T07:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final MealWords words =
            new MealWords(
                    new Words(List.of("chevet.terminal.texts", MealWords.BUNDLE)),
                    new WardTime(new HandClock(NOW), ZoneId.of("Europe/Paris")));

    @Test
    void tileNamesTheServicesThatItsBadgeCounts() {
        assertThat(
                        words.subtitle(
                                door(
                                        2,
                                        service(MealService.LUNCH, ServiceState.HELD),
                                        service(MealService.SNACK, ServiceState.CHOSEN),
                                        service(MealService.DINNER, ServiceState.DUE))))
                .isEqualTo("Midi à revoir · soir à choisir");
    }

    @Test
    void tileCountsTheServicesThatItCannotName() {
        assertThat(
                        words.subtitle(
                                door(
                                        3,
                                        service(MealService.LUNCH, ServiceState.DUE),
                                        service(MealService.SNACK, ServiceState.DUE),
                                        service(MealService.DINNER, ServiceState.DUE))))
                .isEqualTo("3 repas à choisir");
    }

    private static Doorway door(int due, Service... services) {
        return new Doorway(Optional.empty(), due, List.of(services));
    }

    private static Service service(MealService service, ServiceState state) {
        return new Service(
                new ServiceKey(TODAY, service), 0, state, NOW, NOW.plusSeconds(3600), false);
    }
}
