package chevet.ward.console;

/**
 * A state in a word or two, with a drawing: never by colour alone.
 *
 * @param icon name of its drawing in {@code console/icon.jte}
 */
public record Chip(Tone tone, String icon, String text) {
    /** How much it asks for. */
    public enum Tone {
        PLAIN(""),
        OK("ok"),
        WARN("warn"),
        ALERT("alert");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        /** The class of the style sheet. */
        public String style() {
            return style;
        }
    }
}
