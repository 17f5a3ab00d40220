package chevet.model.meal;

/**
 * What a recipe says of one allergen. What it does not say is {@link #UNKNOWN}, never {@link
 * #FREE}.
 */
public enum AllergenStatus {
    CONTAINS,
    MAY_CONTAIN,
    FREE,
    UNKNOWN
}
