package chevet.ward.account;

import chevet.model.place.WardId;
import chevet.model.text.Language;
import chevet.ward.console.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants an account to be, unchecked.
 *
 * @param login ignored where the account exists
 * @param wards that it may see; none where {@code allWards}
 */
public record AccountRequest(
        String login,
        String name,
        Set<Role> roles,
        boolean allWards,
        Set<WardId> wards,
        Optional<Language> language) {
    public AccountRequest {
        roles = Set.copyOf(roles);
        wards = Set.copyOf(wards);
    }

    @Override
    public String toString() {
        return "AccountRequest";
    }
}
