/** The only door to hardware: sound, backlight, storage, life cycle. */
@NullMarked
package chevet.terminal.device;

import org.jspecify.annotations.NullMarked;
