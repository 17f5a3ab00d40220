/**
 * Faults that can be made on one machine: power cuts of a disk image, a network that delays and
 * breaks.
 */
@NullMarked
package chevet.fault;

import org.jspecify.annotations.NullMarked;
