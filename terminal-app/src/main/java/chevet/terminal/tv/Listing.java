package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Lineup;
import chevet.model.tv.Programme;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRule;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.GuideCard;
import chevet.terminal.tv.TvModel.Range;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays the channels and the guide out for one moment. Pure.
 *
 * @param now in the ward
 */
record Listing(TvFacts facts, ZonedDateTime now) {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime EVENING_ENDS = LocalTime.of(4, 0);
    private static final int REST_OF_THE_DAY = 40;

    private Instant instant() {
        return now.toInstant();
    }

    /** What the stay has of that kind, to be walked up and down. */
    Lineup lineup(Channel.Kind kind) {
        return Lineup.of(visible(), kind);
    }

    private List<Channel> visible() {
        return TvRule.visible(facts.channels(), facts.rules(), facts.access());
    }

    /** Favourites, then the others by number, then those that would need a pack. */
    List<Card> cards(Channel.Kind kind, Optional<ChannelId> tuned) {
        List<Card> all =
                facts.channels().stream()
                        .filter(channel -> channel.kind() == kind)
                        .filter(channel -> !forOlder(channel))
                        .map(channel -> card(channel, tuned))
                        .toList();
        List<ChannelId> favourites = facts.favourites().channels();
        return Stream.of(
                        all.stream()
                                .filter(card -> card.favourite() && !wantsPack(card))
                                .sorted(
                                        Comparator.comparingInt(
                                                card -> favourites.indexOf(card.id()))),
                        all.stream().filter(card -> !card.favourite() && !wantsPack(card)),
                        all.stream().filter(Listing::wantsPack))
                .flatMap(cards -> cards)
                .toList();
    }

    /** All that the guide shows of a range. */
    List<GuideCard> guide(Range range, Optional<ChannelId> tuned) {
        if (range == Range.CHANNEL) {
            return tuned.flatMap(facts::channel).stream()
                    .flatMap(
                            channel ->
                                    facts
                                            .schedule(channel.id())
                                            .between(instant(), Instant.MAX)
                                            .stream()
                                            .limit(REST_OF_THE_DAY)
                                            .map(each -> guide(channel, tuned, List.of(each))))
                    .toList();
        }
        return visible().stream()
                .map(channel -> guide(channel, tuned, programmes(channel.id(), range)))
                .filter(card -> !card.programmes().isEmpty())
                .toList();
    }

    private List<Programme> programmes(ChannelId channel, Range range) {
        Schedule schedule = facts.schedule(channel);
        return switch (range) {
            case NEXT, CHANNEL -> schedule.next(instant()).stream().toList();
            case EVENING -> schedule.between(evening(), eveningEnds());
        };
    }

    /** At eight, or now where that is over; after midnight it is still the same evening. */
    private Instant evening() {
        ZonedDateTime eight = now.with(EVENING);
        return (beforeMorning() || now.isAfter(eight) ? now : eight).toInstant();
    }

    private Instant eveningEnds() {
        ZonedDateTime ends = now.with(EVENING_ENDS);
        return (beforeMorning() ? ends : ends.plusDays(1)).toInstant();
    }

    private boolean beforeMorning() {
        return now.toLocalTime().isBefore(EVENING_ENDS);
    }

    private static GuideCard guide(
            Channel channel, Optional<ChannelId> tuned, List<Programme> programmes) {
        return new GuideCard(
                channel.id(),
                channel.number(),
                channel.name(),
                channel.logo(),
                tuned.filter(channel.id()::equals).isPresent(),
                programmes);
    }

    Card card(Channel channel, Optional<ChannelId> tuned) {
        Optional<Programme> on = facts.schedule(channel.id()).at(instant());
        return new Card(
                channel.id(),
                channel.number(),
                channel.name(),
                channel.logo(),
                channel.kind(),
                on,
                on.map(programme -> programme.share(instant())).orElse(0.0),
                facts.favourites().holds(channel.id()),
                tuned.filter(channel.id()::equals).isPresent(),
                access(channel, on));
    }

    private boolean forOlder(Channel channel) {
        return channel.age() > TvRule.greatestAge(facts.rules(), facts.access());
    }

    private Access access(Channel channel, Optional<Programme> on) {
        return switch (TvRule.judge(channel, on, facts.rules(), facts.access())) {
            case TvRule.Verdict.Shown _ -> new Access.Free();
            case TvRule.Verdict.NeedsPack needs ->
                    new Access.Pack(
                            needs.packs().stream()
                                    .flatMap(id -> pack(id).stream())
                                    .map(TvPack::name)
                                    .toList());
            case TvRule.Verdict.ForOlder older ->
                    new Access.Older(
                            older.age(),
                            forOlder(channel) ? Optional.empty() : on.map(Programme::stop));
        };
    }

    private Optional<TvPack> pack(TvPackId id) {
        return Optional.ofNullable(facts.packs().get(id));
    }

    private static boolean wantsPack(Card card) {
        return card.access() instanceof Access.Pack;
    }
}
