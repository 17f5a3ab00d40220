package chevet.ward.meal;

import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of dishes and the cycle of menus. Blocks until on disk; for virtual threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class MenuDesk {
    MenuDesk() {}

    /** Every dish of the catalogue. */
    public Map<DishId, Dish> dishes() {
        throw new UnsupportedOperationException();
    }

    /** The services of the ward from yesterday to the end of the horizon, in order of time. */
    public List<ServiceMenu> menus(WardId ward) {
        throw new UnsupportedOperationException();
    }

    public Optional<ServiceMenu> menu(WardId ward, ServiceKey key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a catalogue of dishes (CSV, or TOML by the file's name) in place of the old one.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     */
    public MenuImport importDishes(String file, byte[] content, Language told) {
        throw new UnsupportedOperationException();
    }

    /** Reads a cycle of menus (CSV, or TOML by the file's name) in place of the old one. */
    public MenuImport importCycle(String file, byte[] content, Language told) {
        throw new UnsupportedOperationException();
    }
}
