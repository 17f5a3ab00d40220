package chevet.model.text;

/** A language that the screens speak. */
public enum Language {
    FR("fr"),
    EN("en"),
    AR("ar");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** True where lines run from right to left and screens are mirrored. */
    public boolean rightToLeft() {
        return this == AR;
    }
}
