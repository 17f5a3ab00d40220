package chevet.ward.meal;

import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All dishes and all menus at one moment. */
record Catalogue(
        Map<DishId, Dish> dishes, Map<WardId, NavigableMap<ServiceKey, ServiceMenu>> menus) {
    Catalogue {
        dishes = Map.copyOf(dishes);
        menus = Map.copyOf(menus);
    }

    Optional<Dish> dish(DishId id) {
        return Optional.ofNullable(dishes.get(id));
    }

    NavigableMap<ServiceKey, ServiceMenu> of(WardId ward) {
        NavigableMap<ServiceKey, ServiceMenu> of = menus.get(ward);
        return Collections.unmodifiableNavigableMap(of != null ? of : new TreeMap<>());
    }

    Optional<ServiceMenu> menu(WardId ward, ServiceKey key) {
        return Optional.ofNullable(of(ward).get(key));
    }
}
