/** A real pcscd with two virtual readers, and the cards that are put into them. */
package chevet.cardroom;
