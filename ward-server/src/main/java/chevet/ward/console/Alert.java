package chevet.ward.console;

import java.util.List;
import java.util.Optional;

/**
 * Something that somebody has to see at once, whatever page is open.
 *
 * @param path where to see to it; empty where others do
 * @param key of the words
 * @param about what the words are filled with; instants are told by the hospital's clock
 */
public record Alert(Optional<String> path, String key, List<Object> about) {
    public Alert {
        about = List.copyOf(about);
    }
}
