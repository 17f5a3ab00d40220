package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Lineup;
import chevet.terminal.player.MediaSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the next tap may ask for. Pure.
 *
 * @param listing of now
 * @param on what is tuned
 * @param before what was tuned before it
 */
record Neighbours(Listing listing, Channel on, Optional<ChannelId> before) {
    /**
     * All that the stay has, the likeliest first.
     *
     * @param typed digits of a number that may go on; empty while none is typed
     * @param touched where a finger lies
     * @param inSight the tiles that are seen
     */
    List<MediaSource.Live> likeliest(
            String typed, Optional<ChannelId> touched, List<ChannelId> inSight) {
        return Stream.of(
                        touched.stream().flatMap(this::had),
                        had().filter(each -> begins(each, typed)),
                        beside(),
                        inSight.stream().flatMap(this::had),
                        listing.facts().favourites().channels().stream().flatMap(this::had),
                        had())
                .flatMap(channels -> channels)
                .filter(channel -> !channel.id().equals(on.id()))
                .distinct()
                .flatMap(channel -> Streams.of(channel).stream())
                .toList();
    }

    private static boolean begins(Channel channel, String typed) {
        return !typed.isEmpty() && Integer.toString(channel.number()).startsWith(typed);
    }

    /** A tap up or down, one back, and a second tap the same way. */
    private Stream<Channel> beside() {
        Lineup lineup = listing.lineup(on.kind());
        Optional<Channel> above = lineup.above(on);
        Optional<Channel> below = lineup.below(on);
        return Stream.of(
                        above,
                        below,
                        before.flatMap(lineup::byId),
                        above.flatMap(lineup::above),
                        below.flatMap(lineup::below))
                .flatMap(Optional::stream);
    }

    private Stream<Channel> had(ChannelId id) {
        return had().filter(each -> each.id().equals(id));
    }

    /** What the stay has, of the tuned kind first. */
    private Stream<Channel> had() {
        return Stream.concat(
                listing.lineup(on.kind()).channels().stream(),
                Stream.of(Channel.Kind.values())
                        .filter(kind -> kind != on.kind())
                        .flatMap(kind -> listing.lineup(kind).channels().stream()));
    }
}
