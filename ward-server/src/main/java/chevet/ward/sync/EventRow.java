package chevet.ward.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it lies in the table.
 *
 * @param place its order among the events of all streams
 * @param body JSON in UTF-8, sealed where the stream is a stay's; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // A row on its way through, never compared.
record EventRow(
        String stream,
        String item,
        long number,
        long place,
        String type,
        byte @Nullable [] body,
        Instant at) {}
