package chevet.ward.console;

import java.util.Set;

/**
 * A door in the console's side bar.
 *
 * @param path where it leads
 * @param key of its words
 * @param icon name of its drawing in {@code console/icon.jte}
 * @param roles that see it; at least one of them may open the path
 * @param place in the bar, smallest first
 */
public record NavItem(String path, String key, String icon, Set<Role> roles, int place) {
    public NavItem {
        roles = Set.copyOf(roles);
    }
}
