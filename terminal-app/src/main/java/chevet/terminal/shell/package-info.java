/** Hosts the features and names none: screens, navigator, bars, idle and night, audio focus. */
@NullMarked
package chevet.terminal.shell;

import org.jspecify.annotations.NullMarked;
