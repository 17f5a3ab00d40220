package chevet.terminal.meal;

import chevet.model.meal.ServiceKey;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What the meals screen calls a service, for trials that read the screen. */
public final class ServiceNames {
    private ServiceNames() {}

    /** The name on the service's card, in the language shown now. */
    public static String of(Kit kit, WardTime time, ServiceKey key) {
        LocalDate today = time.now().atZone(time.zone()).toLocalDate();
        int ahead = Math.toIntExact(ChronoUnit.DAYS.between(today, key.date()));
        return new MealWords(kit.words(), time).service(key, ahead);
    }
}
