/**
 * The establishment card at the bed: readers over PC/SC, and what cards say. Whoever is beyond this
 * package knows {@link chevet.terminal.device.card.CardReader} and {@link
 * chevet.terminal.device.card.Card} only.
 */
@NullMarked
package chevet.terminal.device.card;

import org.jspecify.annotations.NullMarked;
