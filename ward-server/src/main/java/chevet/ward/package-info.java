/** The ward server: its main class, its commands and its wiring. */
@NullMarked
package chevet.ward;

import org.jspecify.annotations.NullMarked;
