package chevet.model.tv;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a stay may see and hear: the ward's rules and what the ward has set for the stay, at one
 * moment of the hospital's clock. Pure.
 */
public final class TvRule {
    private TvRule() {}

    /** Whether something is shown. */
    public sealed interface Verdict {
        record Shown() implements Verdict {}

        /** The stay would have to hold one of these packs. */
        record NeedsPack(Set<TvPackId> packs) implements Verdict {}

        /** It is for older people; the limit is the stay's or the ward's. */
        record ForOlder(int age, int limit) implements Verdict {}
    }

    /** The greatest rating that this stay may see: its own where the ward has set one. */
    public static int greatestAge(TvRules rules, TvAccess access) {
        return access.greatestAge().orElse(rules.greatestAge());
    }

    /**
     * Whether a channel may be seen while that programme is on.
     *
     * @param now what is on; empty where the guide does not say
     */
    public static Verdict judge(
            Channel channel, Optional<Programme> now, TvRules rules, TvAccess access) {
        if (!held(channel, rules, access)) {
            return new Verdict.NeedsPack(channel.packs());
        }
        int age = age(channel, now);
        int limit = greatestAge(rules, access);
        return age <= limit ? new Verdict.Shown() : new Verdict.ForOlder(age, limit);
    }

    /**
     * The channels that this stay has, by number: those whose packs it holds and which are not made
     * for older people as a whole. What is on now may still be for older people: ask {@link
     * #judge}.
     */
    public static List<Channel> visible(
            Collection<Channel> channels, TvRules rules, TvAccess access) {
        int limit = greatestAge(rules, access);
        return channels.stream()
                .filter(channel -> held(channel, rules, access) && channel.age() <= limit)
                .sorted(Channel.BY_NUMBER)
                .toList();
    }

    /** The loudest at that moment, in percent. */
    public static int greatestVolume(TvRules rules, ZonedDateTime now) {
        return rules.caps().stream()
                .filter(cap -> cap.hours().hold(now.toLocalTime()))
                .mapToInt(TvRules.VolumeCap::percent)
                .reduce(rules.volume(), Math::min);
    }

    /** True while sound may come from the headphones only. */
    public static boolean headphonesOnly(TvRules rules, ZonedDateTime now) {
        return rules.headphonesOnly().stream().anyMatch(hours -> hours.hold(now.toLocalTime()));
    }

    private static boolean held(Channel channel, TvRules rules, TvAccess access) {
        Set<TvPackId> held = new HashSet<>(rules.packs());
        held.addAll(access.packs());
        return channel.packs().isEmpty() || channel.packs().stream().anyMatch(held::contains);
    }

    /** A guide may rate one programme lower than its channel: a cartoon on a film channel. */
    private static int age(Channel channel, Optional<Programme> programme) {
        return programme.flatMap(Programme::age).orElse(channel.age());
    }
}
