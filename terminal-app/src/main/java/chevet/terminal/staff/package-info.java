/**
 * Staff at the bed: the card's code, the session and what it shows, the lock, and the patient's
 * screen given back as it was.
 */
@NullMarked
package chevet.terminal.staff;

import org.jspecify.annotations.NullMarked;
