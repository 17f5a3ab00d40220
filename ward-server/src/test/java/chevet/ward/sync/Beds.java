package chevet.ward.sync;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The beds of a test: terminals of one ward, and who lies where from when until when. */
final class Beds implements Whereabouts {
    static final WardId WARD = new WardId("w1");
    static final SiteId SITE = new SiteId("site-1");

    private final TreeMap<TerminalId, WardId> wards = new TreeMap<>();
    private final List<Lying> history = new CopyOnWriteArrayList<>();

    private record Lying(StayId stay, TerminalId terminal, Instant from, Instant until) {
        boolean open() {
            return until.equals(Instant.MAX);
        }
    }

    Beds with(TerminalId terminal) {
        wards.put(terminal, WARD);
        return this;
    }

    /** The stay lies at the terminal from now on, and nowhere else. */
    void lays(StayId stay, TerminalId terminal, Instant now) {
        leaves(stay, now);
        history.add(new Lying(stay, terminal, now, Instant.MAX));
    }

    void leaves(StayId stay, Instant now) {
        history.replaceAll(
                lying ->
                        lying.open() && lying.stay.equals(stay)
                                ? new Lying(stay, lying.terminal, lying.from, now)
                                : lying);
    }

    @Override
    public Collection<TerminalId> terminals() {
        return wards.keySet();
    }

    @Override
    public Optional<WardId> wardOf(TerminalId terminal) {
        return Optional.ofNullable(wards.get(terminal));
    }

    @Override
    public Optional<SiteId> siteOf(TerminalId terminal) {
        return wardOf(terminal).map(ward -> SITE);
    }

    @Override
    public Optional<TerminalId> terminalOf(StayId stay) {
        return history.stream()
                .filter(lying -> lying.open() && lying.stay.equals(stay))
                .map(Lying::terminal)
                .findFirst();
    }

    @Override
    public Optional<StayId> stayAt(TerminalId terminal) {
        return history.stream()
                .filter(lying -> lying.open() && lying.terminal.equals(terminal))
                .map(Lying::stay)
                .findFirst();
    }

    @Override
    public boolean lay(Tx tx, StayId stay, TerminalId terminal, Instant from, Instant through) {
        return history.stream()
                .anyMatch(
                        lying ->
                                lying.stay.equals(stay)
                                        && lying.terminal.equals(terminal)
                                        && !lying.from.isAfter(through)
                                        && !lying.until.isBefore(from));
    }
}
