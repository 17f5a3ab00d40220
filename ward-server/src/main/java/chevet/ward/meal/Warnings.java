package chevet.ward.meal;

import chevet.model.meal.DefaultTray;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import chevet.model.stay.StayId;
import chevet.ward.sync.Bedsides;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the beds for which somebody must decide. */
final class Warnings {
    /** Trays are eaten, or came back, by then. */
    private static final Duration EATEN = Duration.ofHours(2);

    private final MealStore store;
    private final TrayBook book;
    private final Catalogue catalogue;
    private final Map<StayId, FoodProfile> profiles;
    private final Instant now;

    Warnings(
            MealStore store,
            TrayBook book,
            Catalogue catalogue,
            Map<StayId, FoodProfile> profiles,
            Instant now) {
        this.store = store;
        this.book = book;
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.now = now;
    }

    /** Of one service, in the order of the beds. */
    List<MealWarning> of(Handle handle, ServiceMenu menu, List<Bedsides.Lying> lying) {
        List<MealWarning> warnings = new ArrayList<>();
        if (now.isBefore(menu.served().plus(EATEN))) {
            Map<StayId, MealStore.TrayRow> rows = store.trays(handle, menu.key());
            for (Bedsides.Lying patient : lying) {
                Optional<TrayBook.Page> page =
                        Optional.ofNullable(rows.get(patient.stay())).flatMap(book::page);
                warning(menu, patient, page).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private Optional<MealWarning> warning(
            ServiceMenu menu, Bedsides.Lying patient, Optional<TrayBook.Page> page) {
        FoodProfile profile = profiles.getOrDefault(patient.stay(), FoodProfile.UNCONFIRMED);
        if (menu.closed()) {
            return closed(menu, patient, profile, page);
        }
        Tray tray = book.standing(menu, page, profile, catalogue, now);
        return switch (tray.state()) {
            case HELD -> warning(MealWarning.Kind.HELD, menu, patient, tray.held());
            case UNCHOSEN, DEFAULT -> byDefault(menu, patient, profile);
            case CHOSEN, FASTING -> Optional.empty();
        };
    }

    private Optional<MealWarning> byDefault(
            ServiceMenu menu, Bedsides.Lying patient, FoodProfile profile) {
        return switch (DefaultTray.of(menu, catalogue::dish, profile)) {
            case DefaultTray.Fits fits when fits.without().isEmpty() -> Optional.empty();
            case DefaultTray.Fits fits ->
                    Optional.of(
                            new MealWarning(
                                    MealWarning.Kind.INCOMPLETE,
                                    patient.bed(),
                                    patient.stay(),
                                    menu.key(),
                                    menu.cutOff(),
                                    List.of(),
                                    fits.without()));
            case DefaultTray.NothingFits nothing ->
                    warning(MealWarning.Kind.NOTHING_FITS, menu, patient, nothing.reasons());
        };
    }

    private Optional<MealWarning> closed(
            ServiceMenu menu,
            Bedsides.Lying patient,
            FoodProfile profile,
            Optional<TrayBook.Page> page) {
        if (page.isEmpty() || page.get().closedIn().isEmpty()) {
            return warning(MealWarning.Kind.NO_TRAY, menu, patient, List.of());
        }
        Tray tray = page.get().tray();
        return switch (tray.state()) {
            case HELD -> warning(MealWarning.Kind.HELD, menu, patient, tray.held());
            case CHOSEN, DEFAULT ->
                    switch (MealRule.judgeTray(tray.dishes(), catalogue::dish, profile, menu)) {
                        case Verdict.Offered _ -> Optional.empty();
                        case Verdict.Refused(List<Refusal> reasons) ->
                                warning(MealWarning.Kind.PLATED, menu, patient, reasons);
                    };
            case UNCHOSEN, FASTING -> Optional.empty();
        };
    }

    private static Optional<MealWarning> warning(
            MealWarning.Kind kind,
            ServiceMenu menu,
            Bedsides.Lying patient,
            List<Refusal> reasons) {
        return Optional.of(
                new MealWarning(
                        kind,
                        patient.bed(),
                        patient.stay(),
                        menu.key(),
                        menu.cutOff(),
                        reasons,
                        Collections.emptySortedMap()));
    }
}
