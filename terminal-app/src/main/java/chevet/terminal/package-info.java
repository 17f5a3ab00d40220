/** The kiosk at the bed: its main class and its wiring. */
@NullMarked
package chevet.terminal;

import org.jspecify.annotations.NullMarked;
