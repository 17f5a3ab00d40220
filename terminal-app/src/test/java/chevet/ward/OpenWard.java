package chevet.ward;

import chevet.config.WardConfig;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.ward.meal.KitchenSheet;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A ward's data opened as the server opens it, without serving: what its kitchen would see. */
public final class OpenWard implements AutoCloseable {
    private final Wiring wiring;
    private final WardId ward;

    public OpenWard(WardConfig config) {
        this.wiring = new Wiring(config, Clock.systemUTC());
        this.ward = config.wards().getFirst().id();
    }

    /** The kitchen's sheets of the services that can be chosen at that instant. */
    public Map<ServiceKey, KitchenSheet> open(Instant at) {
        Map<ServiceKey, KitchenSheet> sheets = new TreeMap<>();
        for (ServiceMenu menu : wiring.features().meals().menus().menus(ward)) {
            if (!at.isBefore(menu.opens()) && at.isBefore(menu.cutOff()) && !menu.closed()) {
                sheets.put(
                        menu.key(),
                        wiring.features().meals().kitchen().sheet(ward, menu.key()).orElseThrow());
            }
        }
        return sheets;
    }

    @Override
    public void close() {
        wiring.close();
    }
}
