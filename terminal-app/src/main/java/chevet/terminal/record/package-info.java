/**
 * The patient's record while a card is in: what the session permits, section by section. It is held
 * in nodes only and dropped with the card.
 */
package chevet.terminal.record;
