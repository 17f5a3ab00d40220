package chevet.terminal.tv;

import chevet.model.stay.StayId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Favourites;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the replica, the outbox and the guides held at one moment, as far as television is
 * concerned.
 *
 * @param stay who lies here; empty where nobody does
 * @param channels by number
 * @param rules {@link TvRules#CAUTIOUS} until the ward's have come
 * @param favourites those on their way to the server before those that came from it
 * @param programmes of today and tomorrow, of the channels whose guide is here
 * @param guideUntil the last day of which the guide speaks; empty where there is no guide
 */
record TvFacts(
        Optional<StayId> stay,
        List<Channel> channels,
        Map<TvPackId, TvPack> packs,
        TvRules rules,
        TvAccess access,
        Favourites favourites,
        Map<ChannelId, Schedule> programmes,
        Optional<LocalDate> guideUntil) {
    /** Nothing is known and nobody lies here. */
    static final TvFacts NONE =
            new TvFacts(
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    TvRules.CAUTIOUS,
                    TvAccess.NONE,
                    Favourites.NONE,
                    Map.of(),
                    Optional.empty());

    TvFacts {
        channels = channels.stream().sorted(Channel.BY_NUMBER).toList();
        packs = Map.copyOf(packs);
        programmes = Map.copyOf(programmes);
    }

    Schedule schedule(ChannelId channel) {
        return programmes.getOrDefault(channel, Schedule.NONE);
    }

    Optional<Channel> channel(ChannelId id) {
        return channels.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "TvFacts[" + channels.size() + " channels]";
    }
}
