/**
 * Objects by HTTPS into the terminal's store, and out of it to the player: the only door to HTTP.
 */
@NullMarked
package chevet.terminal.fetch;

import org.jspecify.annotations.NullMarked;
