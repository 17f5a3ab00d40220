package chevet.model.meal;

/** A diet that a dietitian orders or a patient keeps; a patient may have several at once. */
public enum Diet {
    LOW_SALT,
    DIABETIC,
    LOW_RESIDUE,
    LOW_FAT,
    LOW_POTASSIUM,
    LOW_PROTEIN,
    HIGH_PROTEIN,
    LOW_CALORIE,
    GLUTEN_FREE,
    LACTOSE_FREE,
    VEGETARIAN,
    VEGAN,
    NO_PORK
}
