package chevet.sim;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Whereabouts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who lies where, with its history, in a table of the tests' own. */
public final class Beds implements Whereabouts {
    private final List<TerminalId> terminals;
    private final ConcurrentSkipListMap<TerminalId, StayId> stays = new ConcurrentSkipListMap<>();

    Beds(List<TerminalId> terminals) {
        this.terminals = List.copyOf(terminals);
    }

    static void tables(Tx tx) {
        tx.handle()
                .execute(
                        "create table if not exists sim_bed (stay text not null, terminal text not"
                                + " null, since bigint not null, until bigint)");
    }

    boolean load(Tx tx) {
        tx.handle()
                .createQuery("select terminal, stay from sim_bed where until is null")
                .map(
                        (row, _) ->
                                stays.put(
                                        new TerminalId(row.getString("terminal")),
                                        new StayId(row.getString("stay"))))
                .list();
        return true;
    }

    /** The stay lies there from now on; nowhere where empty. */
    void lay(Tx tx, StayId stay, Optional<TerminalId> terminal) {
        long now = tx.now().toEpochMilli();
        tx.handle()
                .execute(
                        "update sim_bed set until = ? where stay = ? and until is null",
                        now,
                        stay.value());
        terminal.ifPresent(
                at ->
                        tx.handle()
                                .execute(
                                        "insert into sim_bed (stay, terminal, since) values (?, ?,"
                                                + " ?)",
                                        stay.value(),
                                        at.value(),
                                        now));
        tx.afterCommit(
                () -> {
                    stays.values().remove(stay);
                    terminal.ifPresent(at -> stays.put(at, stay));
                });
    }

    @Override
    public Collection<TerminalId> terminals() {
        return terminals;
    }

    @Override
    public Optional<WardId> wardOf(TerminalId terminal) {
        return terminals.contains(terminal) ? Optional.of(Ward.WARD) : Optional.empty();
    }

    @Override
    public Optional<SiteId> siteOf(TerminalId terminal) {
        return terminals.contains(terminal) ? Optional.of(Ward.SITE) : Optional.empty();
    }

    @Override
    public Optional<TerminalId> terminalOf(StayId stay) {
        return stays.entrySet().stream()
                .filter(entry -> entry.getValue().equals(stay))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<StayId> stayAt(TerminalId terminal) {
        return Optional.ofNullable(stays.get(terminal));
    }

    @Override
    public boolean lay(Tx tx, StayId stay, TerminalId terminal, Instant from, Instant through) {
        return tx.handle()
                .createQuery(
                        """
                        select count(*) from sim_bed where stay = :stay and terminal = :terminal
                        and since <= :through and (until is null or until >= :from)""")
                .bind("stay", stay.value())
                .bind("terminal", terminal.value())
                .bind("from", from.toEpochMilli())
                .bind("through", through.toEpochMilli())
                .mapTo(Integer.class)
                .map(count -> count > 0)
                .one();
    }
}
