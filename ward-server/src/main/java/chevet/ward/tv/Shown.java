package chevet.ward.tv;

import chevet.model.tv.ChannelId;
import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first two days of the guide as it was published last, so that a page need not read objects.
 */
final class Shown {
    private volatile Map<ChannelId, Map<LocalDate, Programmes>> days = Map.of();

    void replace(Map<ChannelId, Map<LocalDate, Programmes>> guide) {
        Map<ChannelId, Map<LocalDate, Programmes>> first = new TreeMap<>();
        guide.forEach(
                (channel, dates) -> {
                    Map<LocalDate, Programmes> two = new TreeMap<>();
                    dates.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .limit(2)
                            .forEach(entry -> two.put(entry.getKey(), entry.getValue()));
                    first.put(channel, two);
                });
        days = first;
    }

    /** What is on, by channel; a channel in a gap is missing. */
    Map<ChannelId, Programme> at(Instant now) {
        Map<ChannelId, Programme> on = new TreeMap<>();
        days.forEach(
                (channel, dates) ->
                        dates.values().stream()
                                .map(programmes -> programmes.at(now))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .ifPresent(programme -> on.put(channel, programme)));
        return on;
    }
}
