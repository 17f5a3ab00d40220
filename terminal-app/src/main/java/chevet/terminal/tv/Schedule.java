package chevet.terminal.tv;

import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One channel's programmes of several days.
 *
 * @param list by their start; one that stands in two days is there once
 */
record Schedule(List<Programme> list) {
    static final Schedule NONE = new Schedule(List.of());

    Schedule {
        list = List.copyOf(list);
    }

    static Schedule of(Collection<Programmes> days) {
        TreeMap<Instant, Programme> byStart = new TreeMap<>(Comparator.naturalOrder());
        days.forEach(day -> day.list().forEach(each -> byStart.putIfAbsent(each.start(), each)));
        return new Schedule(List.copyOf(byStart.values()));
    }

    Optional<Programme> at(Instant now) {
        return list.stream().filter(each -> each.on(now)).findFirst();
    }

    /** The first that begins after now. */
    Optional<Programme> next(Instant now) {
        return list.stream().filter(each -> each.start().isAfter(now)).findFirst();
    }

    /** Those of which some part lies between, in their order. */
    List<Programme> between(Instant from, Instant to) {
        return list.stream()
                .filter(each -> each.stop().isAfter(from) && each.start().isBefore(to))
                .toList();
    }
}
