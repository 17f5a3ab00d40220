package chevet.ward.tv;

import chevet.model.text.Texts;
import chevet.model.tv.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits one channel's programmes among each other: sorted, none over another, each with an end. What
 * the next one's start says goes before what this one says of its own end.
 */
final class Fitting {
    /** The end of a programme after which the guide says nothing more. */
    static final Duration LAST = Duration.ofHours(1);

    /** Without an end of its own, a programme lasts no longer; then comes a gap. */
    static final Duration OPEN = Duration.ofHours(6);

    private final Findings findings;

    Fitting(Findings findings) {
        this.findings = findings;
    }

    List<Programme> fit(List<Slot> all) {
        Map<Instant, List<Slot>> byStart =
                all.stream()
                        .sorted(Comparator.comparingInt(Slot::line))
                        .collect(
                                Collectors.groupingBy(
                                        Slot::start, TreeMap::new, Collectors.toList()));
        List<Slot> one = byStart.values().stream().map(this::one).toList();
        List<Programme> fitted = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            Slot slot = one.get(i);
            Optional<Slot> next =
                    i + 1 < one.size() ? Optional.of(one.get(i + 1)) : Optional.empty();
            fitted.add(programme(slot, end(slot, next)));
        }
        return fitted;
    }

    /** Of several that begin together, what is shown of them. */
    private Slot one(List<Slot> together) {
        Slot first = together.getFirst();
        if (together.size() == 1) {
            return first;
        }
        if (together.stream().allMatch(Slot::clump)) {
            Slot joined = joined(together);
            findings.add(first.line(), Finding.Kind.CLUMP, joined.title().fr());
            return joined;
        }
        // The first that says when it ends; what has no end may be a mere mark in the guide.
        Slot kept =
                together.stream().filter(slot -> slot.stop().isPresent()).findFirst().orElse(first);
        int place = together.indexOf(kept);
        for (int i = 0; i < together.size(); i++) {
            Slot slot = together.get(i);
            if (i != place) {
                boolean same = slot.title().equals(kept.title());
                findings.add(
                        slot.line(),
                        same ? Finding.Kind.TWICE : Finding.Kind.SAME_START,
                        slot.title().fr(),
                        kept.title().fr());
            }
        }
        return kept;
    }

    private static Slot joined(List<Slot> together) {
        Slot first = together.getFirst();
        return new Slot(
                first.line(),
                first.channel(),
                first.start(),
                first.stop(),
                true,
                new Texts(
                        titles(together, slot -> Optional.of(slot.title().fr())).orElse(""),
                        titles(together, slot -> slot.title().en()),
                        titles(together, slot -> slot.title().ar())),
                Optional.empty(),
                first.description(),
                together.stream().flatMap(slot -> slot.categories().stream()).distinct().toList(),
                Optional.empty(),
                together.stream().flatMap(slot -> slot.age().stream()).max(Integer::compare),
                together.stream().allMatch(Slot::subtitled),
                together.stream().allMatch(Slot::described));
    }

    /** Empty where not all of them have one. */
    private static Optional<String> titles(
            List<Slot> together, Function<Slot, Optional<String>> title) {
        List<String> titles =
                together.stream().flatMap(slot -> title.apply(slot).stream()).toList();
        return titles.size() < together.size()
                ? Optional.empty()
                : Optional.of(String.join(" / ", titles));
    }

    private Instant end(Slot slot, Optional<Slot> next) {
        if (next.isEmpty()) {
            return slot.stop().orElse(slot.start().plus(LAST));
        }
        Instant follows = next.get().start();
        if (slot.stop().isEmpty()) {
            Instant latest = slot.start().plus(OPEN);
            return follows.isBefore(latest) ? follows : slot.start().plus(LAST);
        }
        if (slot.stop().get().isAfter(follows)) {
            findings.add(
                    slot.line(), Finding.Kind.OVERLAP, slot.title().fr(), next.get().title().fr());
            return follows;
        }
        return slot.stop().get();
    }

    private static Programme programme(Slot slot, Instant end) {
        return new Programme(
                slot.start(),
                end,
                slot.title(),
                slot.subtitle(),
                slot.description(),
                slot.categories(),
                slot.episode(),
                slot.age(),
                slot.subtitled(),
                slot.described());
    }
}
