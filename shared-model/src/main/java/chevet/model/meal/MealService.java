package chevet.model.meal;

/** The four times a day that trays go out, in the order of the day. */
public enum MealService {
    BREAKFAST,
    LUNCH,
    SNACK,
    DINNER
}
