package chevet.model.tv;

import chevet.model.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Channels and programmes that the tests of this package share. */
final class Sets {
    private Sets() {}

    static Channel channel(int number, String... packs) {
        return channel(number, 0, packs);
    }

    static Channel channel(int number, int age, String... packs) {
        return new Channel(
                new ChannelId("c" + number),
                number,
                "Chaîne " + number,
                Channel.Kind.TELEVISION,
                URI.create("udp://239.11.11.1:" + (5000 + number)),
                Optional.empty(),
                Optional.empty(),
                packs(packs),
                age);
    }

    static Set<TvPackId> packs(String... packs) {
        return Set.copyOf(List.of(packs).stream().map(TvPackId::new).toList());
    }

    static Programme programme(String start, String stop, Optional<Integer> age) {
        return new Programme(
                Instant.parse(start),
                Instant.parse(stop),
                Texts.french("Le journal"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                age,
                false,
                false);
    }

    static DailyHours hours(String from, String to) {
        return new DailyHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    static TvRules rules(int greatestAge, String... packs) {
        return new TvRules(
                80,
                List.of(
                        new TvRules.VolumeCap(hours("20:00", "08:00"), 50),
                        new TvRules.VolumeCap(hours("13:00", "15:00"), 60),
                        new TvRules.VolumeCap(hours("22:00", "06:00"), 30)),
                List.of(hours("21:30", "07:00")),
                greatestAge,
                packs(packs));
    }
}
