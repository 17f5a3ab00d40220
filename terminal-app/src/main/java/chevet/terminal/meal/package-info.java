/** Choosing a meal. */
@NullMarked
package chevet.terminal.meal;

import org.jspecify.annotations.NullMarked;
