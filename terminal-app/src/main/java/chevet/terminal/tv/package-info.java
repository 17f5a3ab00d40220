/** Television and radio: channels, what is on, and the picture. */
@NullMarked
package chevet.terminal.tv;

import org.jspecify.annotations.NullMarked;
