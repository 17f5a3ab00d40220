package chevet.ward.console;

import java.util.List;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name in the form
 * @param key of the words that say what to do
 * @param about what the words are filled with
 */
public record Fault(String field, String key, List<Object> about) {
    public Fault {
        about = List.copyOf(about);
    }

    public static Fault of(String field, String key, Object... about) {
        return new Fault(field, key, List.of(about));
    }

    @Override
    public String toString() {
        return "Fault[" + field + " " + key + "]";
    }
}
