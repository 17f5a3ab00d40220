package chevet.ward.console;

import chevet.model.place.WardId;
import chevet.model.text.Language;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may log in, without the secrets.
 *
 * @param login what is typed at login; lower case, unique
 * @param name how colleagues call this person
 * @param wards that it may see; none where {@code allWards}
 * @param language of the console; the browser's where empty
 * @param mustChange the password was given by somebody else and has to be replaced first
 */
public record Account(
        String id,
        String login,
        String name,
        Set<Role> roles,
        boolean allWards,
        Set<WardId> wards,
        Optional<Language> language,
        boolean mustChange) {
    public Account {
        roles = Set.copyOf(roles);
        wards = Set.copyOf(wards);
    }

    public boolean maySee(WardId ward) {
        return allWards || wards.contains(ward);
    }

    /** True where it has at least one of these roles. */
    public boolean has(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
