/** Tiles, dialogs, theme and texts; knows no feature. */
@NullMarked
package chevet.terminal.ui;

import org.jspecify.annotations.NullMarked;
