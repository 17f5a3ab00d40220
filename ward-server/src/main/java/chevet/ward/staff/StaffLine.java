package chevet.ward.staff;

import java.util.Optional;

/**
 * A person as IT sees it.
 *
 * @param card the newest one; empty: none yet
 * @param locked three wrong PINs
 * @param open whether a session is open now
 */
public record StaffLine(Person person, Optional<Card> card, boolean locked, boolean open) {}
