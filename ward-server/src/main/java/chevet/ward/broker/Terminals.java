package chevet.ward.broker;

import chevet.config.WardConfig;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The terminals that may connect, and where each stands. Safe for all threads. */
@FunctionalInterface
public interface Terminals {
    Optional<Place> find(TerminalId terminal);

    /** Where a terminal stands; its topics follow from it. */
    record Place(SiteId site, WardId ward) {}

    /** Those of the server's configuration. */
    static Terminals of(WardConfig config) {
        Map<TerminalId, Place> places = new HashMap<>();
        for (WardConfig.Ward ward : config.wards()) {
            for (WardConfig.Bed bed : ward.beds()) {
                places.put(bed.terminal(), new Place(config.site(), ward.id()));
            }
        }
        Map<TerminalId, Place> known = Map.copyOf(places);
        return terminal -> Optional.ofNullable(known.get(terminal));
    }
}
