/**
 * The audit: who reached or tried to reach what, in a chain that shows when it was tampered with.
 */
@NullMarked
package chevet.ward.audit;

import org.jspecify.annotations.NullMarked;
