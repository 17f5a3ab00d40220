package chevet.ward.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes each channel's days from a guide: matches the guide's channels with the list's (by id, else
 * by name, as Kodi does), and fits the programmes so that none is over another.
 */
final class GuideMaker implements GuideSink {
    /** A day of margin at both ends: for shifts, and for programmes that say no end. */
    private static final Duration MARGIN = Duration.ofHours(26);

    private final List<Listed> list;
    private final LocalDate first;
    private final int days;
    private final ZoneId zone;
    private final Findings findings;
    private final Instant from;
    private final Instant until;

    /** Ids that the guide describes, in lower case. */
    private final Set<String> described = new HashSet<>();

    /** By one of the guide's names in lower case, the id that has it first. */
    private final Map<String, String> named = new HashMap<>();

    private final Map<String, List<Slot>> slots = new LinkedHashMap<>();
    private final Set<String> others = new HashSet<>();

    /** Whether a channel of the guide is one of the list's, as far as the guide has been read. */
    private final Map<String, Boolean> known = new HashMap<>();

    private int programmes;

    GuideMaker(List<Listed> list, LocalDate first, int days, ZoneId zone, Findings findings) {
        this.list = List.copyOf(list);
        this.first = first;
        this.days = days;
        this.zone = zone;
        this.findings = findings;
        this.from = first.atStartOfDay(zone).toInstant();
        this.until = first.plusDays(days).atStartOfDay(zone).toInstant();
    }

    @Override
    public void channel(String id, String name) {
        described.add(lower(id));
        named.putIfAbsent(lower(name), id);
        known.clear();
    }

    @Override
    public boolean wants(String channel, Instant start, Instant stop) {
        if (!known.computeIfAbsent(channel, id -> list.stream().anyMatch(one -> is(one, id)))) {
            others.add(channel);
            return false;
        }
        return start.minus(MARGIN).isBefore(until) && stop.plus(MARGIN).isAfter(from);
    }

    @Override
    public void programme(Slot slot) {
        programmes++;
        slots.computeIfAbsent(slot.channel(), _ -> new ArrayList<>()).add(slot);
    }

    /** How many programmes were taken. */
    int programmes() {
        return programmes;
    }

    private boolean is(Listed listed, String channel) {
        String id = lower(listed.guideId());
        if (!id.isEmpty() && (described.contains(id) || id.equals(lower(channel)))) {
            return id.equals(lower(channel));
        }
        return Stream.of(listed.guideName(), listed.channel().name())
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> channel.equals(named.get(lower(name))));
    }

    /** Each channel's days that have a programme. */
    Map<ChannelId, Map<LocalDate, Programmes>> make() {
        if (!others.isEmpty()) {
            findings.add(0, Finding.Kind.NOT_IN_LIST, others.size());
        }
        Map<String, List<Programme>> fitted = new LinkedHashMap<>();
        slots.forEach((channel, all) -> fitted.put(channel, new Fitting(findings).fit(all)));
        Map<ChannelId, Map<LocalDate, Programmes>> guide = new LinkedHashMap<>();
        for (Listed listed : list) {
            Map<LocalDate, Programmes> made =
                    fitted.entrySet().stream()
                            .filter(entry -> is(listed, entry.getKey()))
                            .findFirst()
                            .map(entry -> days(listed, entry.getValue()))
                            .orElse(Map.of());
            if (!made.isEmpty()) {
                guide.put(listed.channel().id(), made);
            } else if (listed.channel().kind() == Channel.Kind.TELEVISION) {
                findings.add(0, Finding.Kind.NO_GUIDE, listed.channel().name());
            }
        }
        if (guide.isEmpty()) {
            findings.add(0, Finding.Kind.GUIDE_EMPTY);
        }
        return guide;
    }

    private Map<LocalDate, Programmes> days(Listed listed, List<Programme> all) {
        List<Programme> shifted =
                listed.shift().isZero()
                        ? all
                        : all.stream().map(one -> shifted(one, listed.shift())).toList();
        Map<LocalDate, Programmes> made = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            Instant begins = date.atStartOfDay(zone).toInstant();
            Instant ends = date.plusDays(1).atStartOfDay(zone).toInstant();
            List<Programme> on =
                    shifted.stream()
                            .filter(one -> one.start().isBefore(ends) && one.stop().isAfter(begins))
                            .toList();
            if (!on.isEmpty()) {
                made.put(date, new Programmes(listed.channel().id(), date, on));
            }
        }
        return made;
    }

    private static Programme shifted(Programme one, Duration by) {
        return new Programme(
                one.start().plus(by),
                one.stop().plus(by),
                one.title(),
                one.subtitle(),
                one.description(),
                one.categories(),
                one.episode(),
                one.age(),
                one.subtitled(),
                one.described());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
