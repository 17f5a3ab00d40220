package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Favourites;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programmes;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.Command;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the replica, the outbox and the guides, only what has changed since the last time. Not for
 * the JavaFX thread: one worker calls it.
 */
final class FactsReader {
    private final Replica replica;
    private final Outbox outbox;
    private final Guides guides;
    private final Map<GuideDay, Programmes> here = new HashMap<>();
    private Collection<GuideDay> days = List.of();
    private List<GuideDay> asked = List.of();
    private TvFacts last = TvFacts.NONE;

    FactsReader(Replica replica, Outbox outbox, Guides guides) {
        this.replica = replica;
        this.outbox = outbox;
        this.guides = guides;
    }

    /**
     * The facts after those kinds of streams have changed; the outbox and the guides are read each
     * time.
     *
     * @param today in the ward
     */
    TvFacts read(Set<Kind> changed, LocalDate today) {
        Replica.Snapshot now = replica.snapshot();
        boolean house = changed.contains(Kind.HOUSE);
        boolean ward = changed.contains(Kind.WARD);
        boolean stay = changed.contains(Kind.STAY) || !now.stay().equals(last.stay());
        if (house) {
            days = now.all(Kind.HOUSE, "guide/", GuideDay.class).values();
            guides.wantLogos(
                    channels(now).stream().flatMap(channel -> channel.logo().stream()).toList());
        }
        last =
                new TvFacts(
                        now.stay(),
                        house ? channels(now) : last.channels(),
                        house ? packs(now) : last.packs(),
                        ward ? rules(now) : last.rules(),
                        stay ? access(now) : last.access(),
                        favourites(now),
                        programmes(today),
                        days.stream().map(GuideDay::date).max(LocalDate::compareTo));
        return last;
    }

    /** Keeps nothing of what was read; the house's guide is nobody's own. */
    void forget() {
        last = TvFacts.NONE;
    }

    private static List<Channel> channels(Replica.Snapshot now) {
        return List.copyOf(now.all(Kind.HOUSE, "channel/", Channel.class).values());
    }

    private static Map<TvPackId, TvPack> packs(Replica.Snapshot now) {
        Map<TvPackId, TvPack> packs = new HashMap<>();
        now.all(Kind.HOUSE, "tv-pack/", TvPack.class)
                .values()
                .forEach(pack -> packs.put(pack.id(), pack));
        return packs;
    }

    private static TvRules rules(Replica.Snapshot now) {
        return now.one(Kind.WARD, TvRules.KEY, TvRules.class).orElse(TvRules.CAUTIOUS);
    }

    private static TvAccess access(Replica.Snapshot now) {
        return now.one(Kind.STAY, TvAccess.KEY, TvAccess.class).orElse(TvAccess.NONE);
    }

    /** The outbox may know of a newer stay than the snapshot: what is not this stay's is left. */
    private Favourites favourites(Replica.Snapshot now) {
        return outbox.waiting(Favourites.TYPE).stream()
                .filter(command -> command.stay().equals(now.stay()))
                .flatMap(command -> favourites(command).stream())
                .reduce((_, newer) -> newer)
                .or(() -> now.one(Kind.STAY, Favourites.KEY, Favourites.class))
                .orElse(Favourites.NONE);
    }

    /** The favourites in a command; empty where an older program wrote another shape. */
    static Optional<Favourites> favourites(Command command) {
        try {
            return Optional.of(WireCodec.lenient(command.body(), Favourites.class));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    private Map<ChannelId, Schedule> programmes(LocalDate today) {
        List<GuideDay> wanted =
                days.stream()
                        .filter(
                                day ->
                                        !day.date().isBefore(today)
                                                && !day.date().isAfter(today.plusDays(1)))
                        .toList();
        if (!wanted.equals(asked)) {
            asked = wanted;
            guides.want(wanted);
        }
        here.keySet().retainAll(wanted);
        Map<ChannelId, List<Programmes>> byChannel = new HashMap<>();
        for (GuideDay day : wanted) {
            programmes(day)
                    .forEach(
                            list ->
                                    byChannel
                                            .computeIfAbsent(day.channel(), _ -> new ArrayList<>())
                                            .add(list));
        }
        Map<ChannelId, Schedule> schedules = new HashMap<>();
        byChannel.forEach((channel, lists) -> schedules.put(channel, Schedule.of(lists)));
        return schedules;
    }

    private Stream<Programmes> programmes(GuideDay day) {
        Programmes known = here.get(day);
        Optional<Programmes> list = known == null ? guides.day(day) : Optional.of(known);
        list.ifPresent(read -> here.put(day, read));
        return list.stream();
    }
}
