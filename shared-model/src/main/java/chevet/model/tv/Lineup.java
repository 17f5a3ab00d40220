package chevet.model.tv;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Channels in the order of their numbers, to be walked and typed.
 *
 * @param channels by number
 */
public record Lineup(List<Channel> channels) {
    public Lineup {
        channels = channels.stream().sorted(Channel.BY_NUMBER).toList();
    }

    /** Those of one kind only. */
    public static Lineup of(Collection<Channel> channels, Channel.Kind kind) {
        return new Lineup(channels.stream().filter(channel -> channel.kind() == kind).toList());
    }

    public Optional<Channel> byNumber(int number) {
        return channels.stream().filter(channel -> channel.number() == number).findFirst();
    }

    public Optional<Channel> byId(ChannelId id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** The next number up; after the last comes the first. Empty where there is no other. */
    public Optional<Channel> above(Channel channel) {
        return other(
                channel,
                channels.stream().filter(one -> one.number() > channel.number()).findFirst(),
                channels.stream().findFirst());
    }

    /** The next number down; before the first comes the last. Empty where there is no other. */
    public Optional<Channel> below(Channel channel) {
        List<Channel> down = channels.reversed();
        return other(
                channel,
                down.stream().filter(one -> one.number() < channel.number()).findFirst(),
                down.stream().findFirst());
    }

    private static Optional<Channel> other(
            Channel than, Optional<Channel> near, Optional<Channel> round) {
        return near.or(() -> round).filter(one -> !one.id().equals(than.id()));
    }

    /** True while typing these digits could still become a longer number of the list. */
    public boolean longer(String digits) {
        return channels.stream()
                .map(channel -> Integer.toString(channel.number()))
                .anyMatch(number -> number.length() > digits.length() && number.startsWith(digits));
    }
}
