package chevet.config;

import chevet.model.place.WardId;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ward server is told about television.
 *
 * @param channels where the channel list (M3U) is: {@code file:}, {@code http:} or {@code https:};
 *     where empty it is brought by hand
 * @param guide where the guide (XMLTV) is; where empty the list may name one
 * @param every how often both are read
 * @param packs of channels; what is in none is everybody's
 * @param rules of each ward
 */
public record TvConfig(
        Optional<URI> channels,
        Optional<URI> guide,
        Duration every,
        List<Pack> packs,
        Map<WardId, TvRules> rules) {
    /** Without a word about it: everything of the list is for everybody, at any volume. */
    public static final TvRules RULES = new TvRules(100, List.of(), List.of(), 18, Set.of());

    public TvConfig {
        packs = List.copyOf(packs);
        rules = Map.copyOf(rules);
    }

    /** The rules of a ward; {@link #RULES} where nothing was said. */
    public TvRules rules(WardId ward) {
        return rules.getOrDefault(ward, RULES);
    }

    /**
     * A pack and what is in it.
     *
     * @param groups headings of the channel list ({@code group-title}), whatever their case
     * @param channels ids of single channels ({@code tvg-id})
     */
    public record Pack(TvPack pack, Set<String> groups, Set<String> channels) {
        public Pack {
            groups = Set.copyOf(groups);
            channels = Set.copyOf(channels);
        }
    }
}
