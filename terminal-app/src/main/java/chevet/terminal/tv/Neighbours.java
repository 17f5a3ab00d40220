package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Lineup;
import chevet.terminal.player.MediaSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the next tap may ask for, the likeliest first. */
final class Neighbours {
    /** As many as an engine keeps warm. */
    private static final int MOST = 4;

    private Neighbours() {}

    /** The channels beside one, and the one before it. */
    static List<MediaSource.Live> of(Listing listing, Channel on, Optional<ChannelId> before) {
        Lineup lineup = listing.lineup(on.kind());
        return streams(
                Stream.of(
                                lineup.above(on),
                                lineup.below(on),
                                before.flatMap(lineup::byId),
                                lineup.above(on).flatMap(lineup::above))
                        .flatMap(Optional::stream)
                        .filter(channel -> !channel.id().equals(on.id())));
    }

    /** What a number that is being typed may become. */
    static List<MediaSource.Live> typed(Listing listing, String digits) {
        return streams(
                Stream.of(Channel.Kind.values())
                        .flatMap(kind -> listing.lineup(kind).channels().stream())
                        .filter(each -> Integer.toString(each.number()).startsWith(digits)));
    }

    private static List<MediaSource.Live> streams(Stream<Channel> channels) {
        return channels.distinct()
                .flatMap(channel -> Streams.of(channel).stream())
                .limit(MOST)
                .toList();
    }
}
