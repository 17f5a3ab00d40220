package chevet.terminal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.ReadFood;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.SourcedFood;
import chevet.model.meal.Tray;
import chevet.model.staff.Action;
import chevet.model.staff.Nonce;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.Standing;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.device.card.HandCard;
import chevet.terminal.library.Cinema;
import chevet.terminal.staff.StaffSeat;
import chevet.terminal.stay.MyStay;
import chevet.terminal.ui.Pressable;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/**
 * The whole terminal with a card in it that opens every pane but the record, each with something to
 * do: a held tray, a film to sign off, requests, a line about food that nobody understood.
 */
public final class StaffWard implements AutoCloseable {
    private static final FoodProfile PROFILE =
            new FoodProfile(
                    false,
                    Set.of(Diet.LOW_SALT, Diet.DIABETIC),
                    Set.of(Allergen.MILK, Allergen.EGGS),
                    FoodTexture.SOFT_AND_BITE_SIZED,
                    DrinkThickness.MILDLY_THICK,
                    Optional.empty(),
                    Set.of("épinards"),
                    Optional.of(60),
                    Optional.empty());

    /** What the record says of it. */
    private static final FoodProfile FROM_SYSTEMS =
            new FoodProfile(
                    false,
                    Set.of(),
                    Set.of(Allergen.EGGS),
                    FoodTexture.REGULAR,
                    DrinkThickness.THIN,
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());

    private final Bedside bedside = new Bedside(1280, 800).admitted();

    public StaffWard() {
        MyStay.fill(bedside.link()::put);
        Cinema.prescribe(bedside.link()::put);
        hold();
        HandAsks asks = bedside.asks();
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        asks.answer(StaffAsks.CHALLENGE, _ -> new Nonce(nonce, Bedside.SATURDAY.plusSeconds(30)));
        asks.answer(StaffAsks.END, _ -> new StaffAsks.Ended());
        asks.answer(
                StaffAsks.LOGIN,
                _ ->
                        StaffSeat.session(
                                Standing.PIN,
                                new Permission(Resource.FOOD_PROFILE, Action.READ),
                                new Permission(Resource.FOOD_PROFILE, Action.CHANGE),
                                new Permission(Resource.MEALS, Action.CHANGE),
                                new Permission(Resource.FILMS, Action.PRESCRIBE),
                                new Permission(Resource.FILMS, Action.SIGN_OFF),
                                new Permission(Resource.REQUESTS, Action.ANSWER)));
        FoodSheet.Doubt doubt =
                new FoodSheet.Doubt(
                        "fhir",
                        new SourcedFood.Unclear(
                                "k1", SourcedFood.Kind.ALLERGY, "noix de coco (urticaire)"),
                        Bedside.SATURDAY.minusSeconds(3600));
        asks.answer(ReadFood.TYPE, _ -> new FoodSheet(PROFILE, FROM_SYSTEMS, List.of(doubt)));
        bedside.cards().insert(new HandCard(StaffSeat.CODE));
        bedside.settle();
        bedside.settle();
    }

    private void hold() {
        ServiceKey dinner = new ServiceKey(LocalDate.of(2026, 11, 21), MealService.DINNER);
        bedside.link()
                .put(
                        Kind.STAY,
                        "tray/" + dinner,
                        new Tray(
                                dinner,
                                Tray.State.HELD,
                                Map.of(Course.DESSERT, new DishId("yaourt")),
                                Optional.of(Tray.ChosenBy.PATIENT),
                                Bedside.SATURDAY,
                                List.of(
                                        Refusal.of(
                                                Refusal.Code.ALLERGEN_CONTAINED, Allergen.MILK))));
    }

    public Bedside bedside() {
        return bedside;
    }

    /** Presses what has that id. */
    public void press(String id) {
        Bedside.onScreen(
                () -> {
                    Node found = bedside.scene().getRoot().lookup("#" + id);
                    if (found instanceof Pressable pressable) {
                        pressable.fire();
                    } else {
                        ((ButtonBase) found).fire();
                    }
                });
        bedside.settle();
    }

    @Override
    public void close() {
        bedside.close();
    }
}
