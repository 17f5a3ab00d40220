/**
 * The only door to media: plays live television and films through JavaFX Media or GStreamer,
 * whichever the stream asks for and the device has, and draws subtitles by itself.
 */
@NullMarked
package chevet.terminal.player;

import org.jspecify.annotations.NullMarked;
