package chevet.ward.console;

import java.util.Map;

/** A form as it is shown: what its fields hold, by their names, and what is wrong with them. */
public interface Filled extends Faulted {
    Map<String, String> values();

    /** What that field holds; an empty text where nothing was filled in. */
    default String value(String field) {
        return values().getOrDefault(field, "");
    }
}
