package chevet.ward.staff;

import java.util.Optional;

/**
 * A person and the card that this person has from now on.
 *
 * @param card empty: none yet, or as it was
 */
record Enrolment(Person person, Optional<Card> card) {}
