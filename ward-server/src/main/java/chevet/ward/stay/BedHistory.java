package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.stay.Places.Place;
import chevet.ward.sync.Whereabouts;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who lies at which terminal: now from memory, at another time from the history of beds. */
final class BedHistory implements Whereabouts {
    private final StayStore store;
    private final Map<TerminalId, Place> byTerminal = new LinkedHashMap<>();
    private final Map<BedId, Place> byBed = new LinkedHashMap<>();
    private final Map<BedId, StayId> stays = new ConcurrentHashMap<>();
    private final Map<StayId, BedId> beds = new ConcurrentHashMap<>();

    BedHistory(Database database, StayStore store, Places places) {
        this.store = store;
        for (Place place : places.beds()) {
            byTerminal.put(place.terminal(), place);
            byBed.put(place.bed(), place);
        }
        for (StayStore.InBed in : database.read(store::lying)) {
            stays.put(in.bed(), in.stay());
            beds.put(in.stay(), in.bed());
        }
    }

    Optional<Place> place(BedId bed) {
        return Optional.ofNullable(byBed.get(bed));
    }

    /** Remembers, after the commit, that the stay now lies in that bed or in none. */
    void remember(Tx tx, StayId stay, Optional<BedId> bed) {
        tx.afterCommit(
                () -> {
                    BedId before = beds.remove(stay);
                    if (before != null) {
                        stays.remove(before, stay);
                    }
                    bed.ifPresent(
                            now -> {
                                beds.put(stay, now);
                                stays.put(now, stay);
                            });
                });
    }

    @Override
    public Collection<TerminalId> terminals() {
        return byTerminal.keySet();
    }

    @Override
    public Optional<WardId> wardOf(TerminalId terminal) {
        return Optional.ofNullable(byTerminal.get(terminal)).map(Place::ward);
    }

    @Override
    public Optional<SiteId> siteOf(TerminalId terminal) {
        return Optional.ofNullable(byTerminal.get(terminal)).map(Place::site);
    }

    @Override
    public Optional<TerminalId> terminalOf(StayId stay) {
        return Optional.ofNullable(beds.get(stay)).flatMap(this::place).map(Place::terminal);
    }

    @Override
    public Optional<StayId> stayAt(TerminalId terminal) {
        return Optional.ofNullable(byTerminal.get(terminal))
                .flatMap(place -> Optional.ofNullable(stays.get(place.bed())));
    }

    @Override
    public boolean lay(Tx tx, StayId stay, TerminalId terminal, Instant from, Instant through) {
        Place place = byTerminal.get(terminal);
        return place != null && store.lay(tx.handle(), stay, place.bed(), from, through);
    }
}
