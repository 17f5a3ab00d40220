package chevet.ward.console;

import chevet.config.Hl7Config;
import chevet.config.TvConfig;
import chevet.config.WardConfig;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.model.tv.DailyHours;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.ward.FeedHouses;
import chevet.ward.meal.House;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a console's house is configured with, where the test of a page does not say more. */
final class ConsoleSettings {
    private ConsoleSettings() {}

    /** Two packs, and a list that is read by itself; the guide is brought by hand. */
    static TvConfig tv(WardId ward) {
        return new TvConfig(
                Optional.of(URI.create("https://tv.example/channels.m3u")),
                Optional.empty(),
                Duration.ofHours(6),
                List.of(
                        pack("cinema", "Cinéma", TvPack.Kind.PAID),
                        pack("jeunesse", "Jeunesse", TvPack.Kind.PAEDIATRIC)),
                Map.of(
                        ward,
                        new TvRules(
                                80,
                                List.of(new TvRules.VolumeCap(hours("20:00", "08:00"), 50)),
                                List.of(hours("21:30", "07:00")),
                                16,
                                Set.of(new TvPackId("jeunesse")))));
    }

    private static TvConfig.Pack pack(String id, String name, TvPack.Kind kind) {
        return new TvConfig.Pack(
                new TvPack(new TvPackId(id), Texts.french(name), kind), Set.of(name), Set.of());
    }

    /** Whoever sends from here, and beds under the hospital's own names. */
    static Hl7Config hl7() {
        Map<String, BedId> beds = new HashMap<>();
        House.places().forEach(place -> beds.put(FeedHouses.place(place.bed()), place.bed()));
        return new Hl7Config(
                new WardConfig.Listener("127.0.0.1", 0),
                false,
                Optional.empty(),
                Duration.ofDays(7),
                "P",
                Set.of(),
                List.of(
                        new Hl7Config.Sender(
                                "127.0.0.1",
                                Optional.empty(),
                                Optional.empty(),
                                StandardCharsets.UTF_8)),
                beds,
                Set.of(),
                Map.of());
    }

    private static DailyHours hours(String from, String to) {
        return new DailyHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
