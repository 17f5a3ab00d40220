package chevet.model.meal;

/** IDDSI levels of drink (iddsi.org, framework 2019). */
public enum DrinkThickness {
    THIN(0),
    SLIGHTLY_THICK(1),
    MILDLY_THICK(2),
    MODERATELY_THICK(3),
    EXTREMELY_THICK(4);

    private final int level;

    DrinkThickness(int level) {
        this.level = level;
    }

    /** The IDDSI level, 0 to 4. */
    public int level() {
        return level;
    }
}
