/** My stay: requests, the care team, the day's appointments, who opened the record. */
@NullMarked
package chevet.terminal.stay;

import org.jspecify.annotations.NullMarked;
