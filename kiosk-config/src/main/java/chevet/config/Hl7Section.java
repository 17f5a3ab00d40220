package chevet.config;

import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code [hl7]}. */
final class Hl7Section {
    private static final Map<String, Charset> CHARSETS =
            Map.of(
                    "utf-8", StandardCharsets.UTF_8,
                    "ascii", StandardCharsets.US_ASCII,
                    "8859/1", StandardCharsets.ISO_8859_1,
                    "8859/15", Charset.forName("ISO-8859-15"),
                    "windows-1252", Charset.forName("windows-1252"));
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final Pattern EVENT = Pattern.compile("[A-Z][A-Z0-9]{2}");
    private static final Duration WEEK = Duration.ofDays(7);

    private Hl7Section() {}

    static Optional<Hl7Config> read(Section root, List<WardConfig.Ward> wards) {
        return root.optionalTable("hl7").map(hl7 -> config(hl7, wards));
    }

    private static Hl7Config config(Section hl7, List<WardConfig.Ward> wards) {
        WardConfig.Listener listener =
                new WardConfig.Listener(
                        hl7.host("address", Optional.of("127.0.0.1")), hl7.port("port", 0));
        boolean tls = hl7.mark("tls");
        Optional<Path> clientCa =
                hl7.has("client-ca") ? Optional.of(hl7.path("client-ca")) : Optional.empty();
        if (clientCa.isPresent() && !tls) {
            hl7.fault("client-ca", "hl7.ca-without-tls");
        }
        Set<String> passOver = Set.copyOf(hl7.texts("pass-over"));
        passOver.stream()
                .filter(event -> !EVENT.matcher(event).matches())
                .forEach(event -> hl7.fault("pass-over", "hl7.bad-event", event));
        Hl7Config config =
                new Hl7Config(
                        listener,
                        tls,
                        clientCa,
                        hl7.duration("kept", WEEK),
                        hl7.optionalText("processing").orElse("P"),
                        passOver,
                        senders(hl7),
                        beds(hl7, wards),
                        Set.copyOf(hl7.texts("elsewhere")),
                        diets(hl7));
        hl7.end();
        return config;
    }

    private static List<Hl7Config.Sender> senders(Section hl7) {
        List<Hl7Config.Sender> senders = new ArrayList<>();
        for (Section each : hl7.tables("sender", false)) {
            String address = each.text("address");
            if (!address.equals("?") && !ADDRESS.matcher(address).matches()) {
                each.fault("address", "hl7.bad-address", address);
            }
            senders.add(
                    new Hl7Config.Sender(
                            address,
                            each.optionalText("application"),
                            each.optionalText("facility"),
                            each.word(
                                    "charset",
                                    CHARSETS,
                                    StandardCharsets.ISO_8859_1,
                                    "hl7.bad-charset")));
            each.end();
        }
        return senders;
    }

    private static Map<String, BedId> beds(Section hl7, List<WardConfig.Ward> wards) {
        Set<String> known =
                wards.stream()
                        .flatMap(ward -> ward.beds().stream())
                        .map(bed -> bed.bed().value())
                        .collect(Collectors.toSet());
        Map<String, Integer> lines = new HashMap<>();
        Map<String, BedId> beds = new LinkedHashMap<>();
        for (Section each : hl7.optionalTables("bed")) {
            String location = each.text("location");
            int parts = location.split("\\^", -1).length;
            if (!location.equals("?") && (parts < 3 || parts > 4)) {
                each.fault("location", "hl7.bad-location", location);
            }
            BedId bed = each.id("bed", BedId::new);
            if (!bed.value().equals("x") && !known.contains(bed.value())) {
                each.fault("bed", "hl7.no-such-bed", bed.value());
            }
            Integer before = lines.putIfAbsent(location, each.line("location"));
            if (before != null && !location.equals("?")) {
                each.fault("location", "duplicate", String.valueOf(before));
            }
            beds.put(location, bed);
            each.end();
        }
        return beds;
    }

    private static Map<String, Hl7Config.DietCode> diets(Section hl7) {
        Map<String, Diet> diets = words(Diet.values(), Hl7Section::written);
        Map<String, FoodTexture> textures = words(FoodTexture.values(), Hl7Section::written);
        Map<String, DrinkThickness> drinks = words(DrinkThickness.values(), Hl7Section::written);
        Map<String, Hl7Config.DietCode> codes = new LinkedHashMap<>();
        for (Section each : hl7.optionalTables("diet")) {
            String code = each.text("code");
            Set<Diet> meant = new LinkedHashSet<>();
            for (String word : each.texts("diets")) {
                Diet diet = diets.get(word);
                if (diet == null) {
                    each.fault("diets", "hl7.bad-word", word, String.join(", ", diets.keySet()));
                } else {
                    meant.add(diet);
                }
            }
            codes.put(
                    code,
                    new Hl7Config.DietCode(
                            meant,
                            one(each, "texture", textures),
                            one(each, "thickness", drinks),
                            each.mark("fasting")));
            each.end();
        }
        return codes;
    }

    private static <T> Optional<T> one(Section section, String key, Map<String, T> words) {
        Optional<String> word = section.optionalText(key);
        Optional<T> found = word.flatMap(text -> Optional.ofNullable(words.get(text)));
        if (word.isPresent() && found.isEmpty()) {
            section.fault(key, "hl7.bad-word", word.get(), String.join(", ", words.keySet()));
        }
        return found;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] all, Function<E, String> word) {
        return Stream.of(all)
                .collect(Collectors.toMap(word, each -> each, (one, _) -> one, LinkedHashMap::new));
    }

    private static String written(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
