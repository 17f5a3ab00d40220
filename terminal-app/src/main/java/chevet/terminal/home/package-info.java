/** The first screen. */
@NullMarked
package chevet.terminal.home;

import org.jspecify.annotations.NullMarked;
