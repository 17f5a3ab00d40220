package chevet.terminal.ui;

/** How large text is, in per cent of the sketches' sizes. */
public enum TextSize {
    NORMAL(100),
    LARGE(125),
    LARGER(150),
    LARGEST(200);

    /** Body text at 100 %, in pixels. */
    private static final double BODY = 20;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** Height of body text in pixels: one {@code em} of the style sheets. */
    public double body() {
        return BODY * percent / 100;
    }
}
