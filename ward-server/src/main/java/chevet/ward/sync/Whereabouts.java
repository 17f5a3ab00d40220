package chevet.ward.sync;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which terminal is where, and who lies at it: what the roads must know of beds. All but {@link
 * #lay} tell what is committed, are asked for every message and answer from memory, which is
 * brought up to date in {@link Tx#afterCommit}. Safe for all threads.
 */
public interface Whereabouts {
    /** Every terminal that there is. */
    Collection<TerminalId> terminals();

    /** Empty where there is no such terminal: nothing is taken from it, nothing sent to it. */
    Optional<WardId> wardOf(TerminalId terminal);

    Optional<SiteId> siteOf(TerminalId terminal);

    Optional<TerminalId> terminalOf(StayId stay);

    Optional<StayId> stayAt(TerminalId terminal);

    /**
     * Whether the stay lay at the terminal's bed at any moment from {@code from} through {@code
     * through}, by the history of beds as this transaction sees it. On the writer's thread.
     */
    boolean lay(Tx tx, StayId stay, TerminalId terminal, Instant from, Instant through);

    /** The streams that the terminal may have now, in the order in which they are sent. */
    default Set<StreamId> entitled(TerminalId terminal) {
        Set<StreamId> streams = new LinkedHashSet<>();
        Optional<WardId> ward = wardOf(terminal);
        if (ward.isPresent()) {
            streams.add(StreamId.terminal(terminal));
            stayAt(terminal).ifPresent(stay -> streams.add(StreamId.stay(stay)));
            streams.add(StreamId.ward(ward.get()));
            siteOf(terminal).ifPresent(site -> streams.add(StreamId.site(site)));
            streams.add(StreamId.HOUSE);
        }
        return streams;
    }
}
