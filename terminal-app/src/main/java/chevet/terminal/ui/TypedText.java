package chevet.terminal.ui;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is being written with a {@link Keyboard}; its caret is at its end. On the JavaFX thread. */
public final class TypedText {
    private final int longest;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /**
     * @param longest so many characters; what goes beyond is not taken
     */
    public TypedText(int longest) {
        this.longest = longest;
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String text() {
        return text.get();
    }

    public int longest() {
        return longest;
    }

    /** Appends what is typed, while there is room. */
    public void type(String typed) {
        String longer = text.get() + typed;
        if (longer.codePointCount(0, longer.length()) <= longest) {
            text.set(longer);
        }
    }

    /** Takes the last letter back, with all that stands on it. */
    public void erase() {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text.get());
        letters.last();
        int before = letters.previous();
        text.set(before == BreakIterator.DONE ? "" : text.get().substring(0, before));
    }

    public void clear() {
        text.set("");
    }
}
