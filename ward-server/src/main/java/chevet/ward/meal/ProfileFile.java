package chevet.ward.meal;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.RowFile;
import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of food profiles: one bed and what its patient may eat to a row. */
final class ProfileFile {
    private static final List<String> REQUIRED = List.of("bed", "confirmed");
    private static final List<String> TOO =
            List.of(
                    "diets",
                    "allergies",
                    "texture",
                    "thickness",
                    "fasting_from",
                    "fasting_until",
                    "aversions",
                    "carbohydrate_limit",
                    "fluid_limit",
                    // Of the admission; profiles pass over them.
                    "title",
                    "name",
                    "language",
                    "day",
                    "number",
                    "action",
                    "to");
    private static final Map<String, Boolean> CONFIRMED = Map.of("yes", true, "no", false);

    private final Map<String, StayId> stays = new LinkedHashMap<>();
    private final LocalDate firstDay;
    private final ZoneId zone;

    /**
     * @param firstDay that a fasting's days are counted from
     */
    ProfileFile(Map<BedId, StayId> stays, LocalDate firstDay, ZoneId zone) {
        stays.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> this.stays.put(entry.getKey().value(), entry.getValue()));
        this.firstDay = firstDay;
        this.zone = zone;
    }

    Map<StayId, FoodProfile> read(String file, byte[] content, RowFaults faults) {
        Map<StayId, FoodProfile> profiles = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : RowFile.read(file, content, "profile", REQUIRED, TOO, faults)) {
            FoodProfile profile = profile(row);
            Optional<String> bed = row.required("bed");
            bed.map(name -> seen.putIfAbsent(name, row.line()))
                    .ifPresent(
                            before -> faults.at(row.cell("bed"), "twice", row.text("bed"), before));
            StayId stay = stays.get(row.text("bed"));
            if (stay != null) {
                profiles.put(stay, profile);
            } else if (bed.isPresent()) {
                faults.at(row.cell("bed"), "bed-empty", row.text("bed"));
            }
        }
        return profiles;
    }

    private FoodProfile profile(Row row) {
        boolean confirmed =
                row.required("confirmed")
                        .flatMap(_ -> row.one("confirmed", CONFIRMED))
                        .orElse(false);
        Set<String> aversions = new LinkedHashSet<>(row.phrases("aversions"));
        Optional<Fasting> fasting =
                instant(row, "fasting_from")
                        .map(from -> new Fasting(from, instant(row, "fasting_until")));
        return new FoodProfile(
                confirmed,
                row.words("diets", Diet.class),
                row.words("allergies", Allergen.class),
                row.one("texture", MenuFiles.TEXTURES).orElse(FoodTexture.REGULAR),
                row.one("thickness", MenuFiles.THICKNESSES).orElse(DrinkThickness.THIN),
                fasting,
                aversions,
                row.whole("carbohydrate_limit", 0, 1000),
                row.whole("fluid_limit", 0, 5000));
    }

    /** {@code 0 06:00} is today, {@code 1 06:00} tomorrow; or a date. */
    private Optional<Instant> instant(Row row, String column) {
        return row.value(column, "bad-date", this::instant);
    }

    private Instant instant(String text) {
        String[] parts = text.split(" +", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no time");
        }
        try {
            LocalDate date =
                    parts[0].contains("-") && !parts[0].startsWith("-")
                            ? LocalDate.parse(parts[0])
                            : firstDay.plusDays(Integer.parseInt(parts[0]));
            return date.atTime(LocalTime.parse(parts[1])).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date", e);
        }
    }
}
