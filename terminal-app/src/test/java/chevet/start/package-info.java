/**
 * What makes programs that tests start ready sooner: jars, what a JVM keeps, a ward that is made.
 */
@NullMarked
package chevet.start;

import org.jspecify.annotations.NullMarked;
