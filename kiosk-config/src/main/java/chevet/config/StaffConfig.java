package chevet.config;

import chevet.model.staff.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a ward server is told about staff.
 *
 * @param ca PEM file with the certificates that the hospital's cards descend from; where empty no
 *     card opens anything
 * @param profiles what each trade may do; ids are unique
 * @param offline whether a card and its PIN may open what a terminal knows of its stay while the
 *     server cannot be asked
 */
public record StaffConfig(Optional<Path> ca, List<Profile> profiles, boolean offline) {
    public StaffConfig {
        profiles = List.copyOf(profiles);
    }

    /** The profile of that id; empty where the site has none. */
    public Optional<Profile> profile(String id) {
        return profiles.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
