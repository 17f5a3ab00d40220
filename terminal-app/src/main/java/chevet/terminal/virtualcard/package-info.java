/**
 * PIV cards made of software, in virtual readers that pcscd takes for real ones: for the demo, the
 * tour and the tests. A program of its own; nothing of the terminal knows it.
 */
@NullMarked
package chevet.terminal.virtualcard;

import org.jspecify.annotations.NullMarked;
