/**
 * The roads: commands in, events out, catch-up, presence, ask and answer. Runs on a given clock,
 * wire and store.
 */
@NullMarked
package chevet.ward.sync;

import org.jspecify.annotations.NullMarked;
