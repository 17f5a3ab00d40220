package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds everybody whose food a person has to look at. Blocks; for virtual threads. */
public final class DietList {
    private static final Comparator<DietLine> ORDER =
            Comparator.comparing(DietLine::until)
                    .thenComparing(line -> line.doubts().isEmpty())
                    .thenComparing(DietLine::bed);

    private final MealDoors doors;
    private final MealStore store;
    private final Shelf shelf;
    private final TrayBook book;
    private final Bedsides patients;
    private final FoodSources sources;

    DietList(
            MealDoors doors,
            MealStore store,
            Shelf shelf,
            TrayBook book,
            Bedsides patients,
            FoodSources sources) {
        this.doors = doors;
        this.store = store;
        this.shelf = shelf;
        this.book = book;
        this.patients = patients;
        this.sources = sources;
    }

    /**
     * Everybody in the ward with a held tray, with lines that no rule understood, or with a profile
     * that nobody has confirmed: first whose meal comes first, then those with such lines, then by
     * bed.
     */
    public List<DietLine> of(WardId ward) {
        Instant now = doors.clock().instant();
        return doors.database().read(handle -> of(handle, ward, now));
    }

    private List<DietLine> of(Handle handle, WardId ward, Instant now) {
        Catalogue catalogue = shelf.in(handle);
        List<Bedsides.Lying> lying = patients.in(handle, ward);
        Map<StayId, FoodProfile> profiles = new HashMap<>();
        lying.forEach(each -> profiles.put(each.stay(), book.profile(handle, each.stay())));
        Warnings warnings = new Warnings(store, book, catalogue, profiles, now);
        Map<StayId, List<MealWarning>> held =
                catalogue.of(ward).values().stream()
                        .filter(menu -> !menu.closed())
                        .flatMap(menu -> warnings.of(handle, menu, lying).stream())
                        .filter(warning -> warning.kind() == MealWarning.Kind.HELD)
                        .collect(Collectors.groupingBy(MealWarning::stay));
        return lying.stream()
                .map(
                        each ->
                                new DietLine(
                                        ward,
                                        each.bed(),
                                        profiles.getOrDefault(each.stay(), FoodProfile.UNCONFIRMED),
                                        sources.doubts(handle, each),
                                        held.getOrDefault(each.stay(), List.of())))
                .filter(DietLine::open)
                .sorted(ORDER)
                .toList();
    }
}
