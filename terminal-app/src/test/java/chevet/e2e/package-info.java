/** Trials of the whole: real processes, killed, cut off and starved, and then the trays counted. */
@NullMarked
package chevet.e2e;

import org.jspecify.annotations.NullMarked;
