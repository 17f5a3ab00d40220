package chevet.ward;

import chevet.config.WardConfig;
import chevet.model.meal.ServiceKey;
import chevet.model.place.WardId;
import chevet.ward.console.WardName;
import chevet.ward.meal.MealHours;
import chevet.ward.stay.Places;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Beds, wards and hours of the configuration, in the shapes that the features ask for. */
final class ConfiguredPlaces implements Places, MealHours {
    private final WardConfig config;
    private final List<Place> beds;

    ConfiguredPlaces(WardConfig config) {
        this.config = config;
        this.beds =
                config.wards().stream()
                        .flatMap(
                                ward ->
                                        ward.beds().stream()
                                                .map(
                                                        bed ->
                                                                new Place(
                                                                        config.site(),
                                                                        ward.id(),
                                                                        bed.bed(),
                                                                        bed.terminal())))
                        .toList();
    }

    @Override
    public List<Place> beds() {
        return beds;
    }

    @Override
    public ZoneId zone() {
        return config.zone();
    }

    @Override
    public List<WardId> wards() {
        return config.wards().stream().map(WardConfig.Ward::id).toList();
    }

    List<WardName> wardNames() {
        return config.wards().stream().map(w -> new WardName(w.id(), w.name())).toList();
    }

    @Override
    public Instant opens(ServiceKey key) {
        return config.hours(key.service()).opensAt(key.date(), config.zone());
    }

    @Override
    public Instant cutOff(ServiceKey key) {
        return config.hours(key.service()).cutOffAt(key.date(), config.zone());
    }

    @Override
    public Instant served(ServiceKey key) {
        return config.hours(key.service()).servedAt(key.date(), config.zone());
    }
}
