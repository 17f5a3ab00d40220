/** Thirty terminals and a ward server on one thread, one clock and one seed. */
@NullMarked
package chevet.sim;

import org.jspecify.annotations.NullMarked;
