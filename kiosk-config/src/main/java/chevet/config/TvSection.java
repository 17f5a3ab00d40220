package chevet.config;

import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.model.tv.DailyHours;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code [tv]} and what each ward says besides under {@code tv}. */
final class TvSection {
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final Optional<Section> section;
    private final TvRules house;
    private final List<TvConfig.Pack> packs;
    private final Map<WardId, TvRules> rules = new HashMap<>();
    private final Optional<URI> channels;
    private final Optional<URI> guide;
    private final Duration every;

    TvSection(Section root) {
        this.section = root.optionalTable("tv");
        this.channels = section.flatMap(tv -> tv.source("channels"));
        this.guide = section.flatMap(tv -> tv.source("guide"));
        this.every = section.map(tv -> tv.duration("every", SIX_HOURS)).orElse(SIX_HOURS);
        this.packs = section.map(TvSection::packs).orElse(List.of());
        this.house = section.map(tv -> rules(tv, TvConfig.RULES, Set.of())).orElse(TvConfig.RULES);
        section.filter(_ -> every.compareTo(Duration.ofMinutes(1)) < 0)
                .ifPresent(tv -> tv.fault("every", "too-often"));
        section.ifPresent(Section::end);
    }

    /** What the ward says; what it leaves out is as for the whole house. */
    void ward(WardId id, Section ward) {
        Optional<Section> own = ward.optionalTable("tv");
        rules.put(
                id,
                own.map(
                                tv -> {
                                    TvRules read = rules(tv, house, heldPacks(tv));
                                    tv.end();
                                    return read;
                                })
                        .orElse(house));
    }

    TvConfig config() {
        return new TvConfig(channels, guide, every, packs, rules);
    }

    private Set<TvPackId> heldPacks(Section tv) {
        Set<String> known =
                packs.stream().map(pack -> pack.pack().id().value()).collect(Collectors.toSet());
        List<String> named = tv.texts("packs");
        named.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> tv.fault("packs", "no-such-pack", name));
        return named.stream()
                .filter(known::contains)
                .map(TvPackId::new)
                .collect(Collectors.toSet());
    }

    private static TvRules rules(Section tv, TvRules otherwise, Set<TvPackId> packs) {
        List<TvRules.VolumeCap> caps = new ArrayList<>();
        List<Section> capTables = tv.optionalTables("caps");
        for (Section cap : capTables) {
            caps.add(new TvRules.VolumeCap(hours(cap), cap.number("percent", 0, 100, 0)));
            if (!cap.has("percent")) {
                cap.fault("percent", "missing");
            }
            cap.end();
        }
        List<DailyHours> headphones = new ArrayList<>();
        for (Section hours : tv.optionalTables("headphones-only")) {
            headphones.add(hours(hours));
            hours.end();
        }
        return new TvRules(
                tv.number("volume", 0, 100, otherwise.volume()),
                tv.has("caps") ? caps : otherwise.caps(),
                tv.has("headphones-only") ? headphones : otherwise.headphonesOnly(),
                tv.number("greatest-age", 0, 18, otherwise.greatestAge()),
                packs);
    }

    private static DailyHours hours(Section section) {
        return new DailyHours(section.time("from"), section.time("to"));
    }

    private static List<TvConfig.Pack> packs(Section tv) {
        Map<String, Integer> lines = new HashMap<>();
        List<TvConfig.Pack> packs = new ArrayList<>();
        for (Section each : tv.optionalTables("pack")) {
            TvPackId id = each.id("id", TvPackId::new);
            Integer before =
                    id.value().equals("x") ? null : lines.putIfAbsent(id.value(), each.line("id"));
            if (before != null) {
                each.fault("id", "duplicate", String.valueOf(before));
            }
            TvPack pack =
                    new TvPack(
                            id,
                            new Texts(
                                    each.text("name"),
                                    each.optionalText("name-en"),
                                    each.optionalText("name-ar")),
                            each.word(
                                    "kind",
                                    Map.of(
                                            "free", TvPack.Kind.FREE,
                                            "paid", TvPack.Kind.PAID,
                                            "paediatric", TvPack.Kind.PAEDIATRIC),
                                    TvPack.Kind.FREE,
                                    "bad-pack-kind"));
            TvConfig.Pack read =
                    new TvConfig.Pack(
                            pack,
                            Set.copyOf(each.texts("groups")),
                            Set.copyOf(each.texts("channels")));
            if (read.groups().isEmpty() && read.channels().isEmpty()) {
                each.fault("groups", "pack-holds-nothing");
            }
            each.end();
            packs.add(read);
        }
        return packs;
    }
}
