package chevet.model.stay;

import java.util.Set;

/**
 * Stays that have left the terminal and of whose erasing the server has no receipt, though it is
 * late: body of the event {@code erasures} of the terminal's stream. The terminal erases what it
 * finds of them and gives the receipt, also where it never knew them.
 */
public record ErasuresOwed(Set<StayId> stays) {
    public static final String KEY = "erasures";
    public static final String TYPE = "stay.erasures-owed";

    public ErasuresOwed {
        stays = Set.copyOf(stays);
    }
}
