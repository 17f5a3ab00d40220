package chevet.ward.staff;

import java.util.Optional;

/**
 * A broken glass as a reviewer sees it.
 *
 * @param name of the person; the id where the directory has forgotten it
 * @param words as they were written; empty where the stay's key is destroyed
 */
public record GlassLine(Glass glass, String name, Optional<String> words) {
    @Override
    public String toString() {
        return "GlassLine[" + glass.id() + "]";
    }
}
