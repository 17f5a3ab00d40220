package chevet.model.meal;

/** IDDSI levels of food (iddsi.org, framework 2019): what can be chewed and swallowed. */
public enum FoodTexture {
    LIQUIDISED(3),
    PUREED(4),
    MINCED_AND_MOIST(5),
    SOFT_AND_BITE_SIZED(6),
    REGULAR(7);

    private final int level;

    FoodTexture(int level) {
        this.level = level;
    }

    /** The IDDSI level, 3 to 7. */
    public int level() {
        return level;
    }
}
