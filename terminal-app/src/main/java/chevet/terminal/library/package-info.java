/** Films and health education: the shelves, the player, and the check after a prescribed film. */
@NullMarked
package chevet.terminal.library;

import org.jspecify.annotations.NullMarked;
