/** The door to key files. */
@NullMarked
package chevet.ward.keys;

import org.jspecify.annotations.NullMarked;
