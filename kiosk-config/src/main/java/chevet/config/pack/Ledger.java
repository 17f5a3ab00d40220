package chevet.config.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The book of an object store: what it holds, what is promised to transfers, and what may go when
 * room is needed. Not for several threads: the store locks.
 */
final class Ledger {
    record Entry(long bytes, Instant used) {}

    /** An object, or a part of one, that has to go. */
    record Going(String sha256, boolean part) {}

    private final long quota;
    private final Map<String, Entry> objects;
    private final Map<String, Entry> parts;
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Set<String>> pins = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();

    Ledger(long quota, Map<String, Entry> objects, Map<String, Entry> parts) {
        this.quota = quota;
        this.objects = new HashMap<>(objects);
        this.parts = new HashMap<>(parts);
    }

    Optional<Entry> object(String sha256) {
        return Optional.ofNullable(objects.get(sha256));
    }

    boolean taking(String sha256) {
        return reserved.containsKey(sha256);
    }

    /** Bytes on the disk and bytes promised; never above the quota unless the quota was lowered. */
    long used() {
        return sum(objects.values().stream().map(Entry::bytes).toList())
                + sum(parts.values().stream().map(Entry::bytes).toList())
                + sum(reserved.values());
    }

    private static long sum(Collection<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What has to go so that an object has room; empty where it has none even then, and nothing
     * goes in vain. Abandoned parts go before objects, and each kind from the longest unused.
     *
     * @param space that the disk still has
     */
    Optional<List<Going>> room(String sha256, long bytes, long space) {
        long mine = Optional.ofNullable(parts.get(sha256)).map(Entry::bytes).orElse(0L);
        // Every term is at most the quota or the disk, but for the object's own length, which may
        // lie: it stands alone on its side, so nothing overflows.
        long toFree = Math.max(bytes - (quota - used() + mine), bytes - mine - space);
        if (bytes > quota) {
            return Optional.empty();
        }
        List<Going> going = new ArrayList<>();
        for (Going next : candidates(sha256)) {
            if (toFree <= 0) {
                break;
            }
            going.add(next);
            toFree -= entry(next).bytes();
        }
        return toFree <= 0 ? Optional.of(going) : Optional.empty();
    }

    /** True where the quota itself has room when all that may go is gone. */
    boolean fits(String sha256, long bytes) {
        return room(sha256, bytes, Long.MAX_VALUE / 2).isPresent();
    }

    private List<Going> candidates(String except) {
        Set<String> kept = new HashSet<>(held.keySet());
        pins.values().forEach(kept::addAll);
        List<Going> all = new ArrayList<>();
        parts.keySet().forEach(sha -> all.add(new Going(sha, true)));
        objects.keySet().forEach(sha -> all.add(new Going(sha, false)));
        all.removeIf(going -> going.sha256().equals(except) || kept.contains(going.sha256()));
        all.sort(
                Comparator.comparing((Going going) -> !going.part())
                        .thenComparing(going -> entry(going).used())
                        .thenComparing(Going::sha256));
        return all;
    }

    private Entry entry(Going going) {
        Entry entry = (going.part() ? parts : objects).get(going.sha256());
        return entry == null ? new Entry(0, Instant.EPOCH) : entry;
    }

    void gone(Going going) {
        (going.part() ? parts : objects).remove(going.sha256());
    }

    void reserve(String sha256, long bytes) {
        parts.remove(sha256);
        reserved.put(sha256, bytes);
    }

    /** A transfer ends without its object; so much of it lies in staging. */
    void leave(String sha256, long bytes, Instant now) {
        reserved.remove(sha256);
        if (bytes > 0) {
            parts.put(sha256, new Entry(bytes, now));
        }
    }

    void whole(String sha256, long bytes, Instant now) {
        reserved.remove(sha256);
        parts.remove(sha256);
        objects.put(sha256, new Entry(bytes, now));
    }

    void touch(String sha256, Instant now) {
        objects.computeIfPresent(sha256, (_, entry) -> new Entry(entry.bytes(), now));
    }

    /** Replaces what this owner wants to stay. */
    void pin(String owner, Set<String> hashes) {
        pins.put(owner, Set.copyOf(hashes));
    }

    boolean pinned(String sha256) {
        return held.containsKey(sha256)
                || pins.values().stream().anyMatch(hashes -> hashes.contains(sha256));
    }

    void hold(String sha256) {
        held.merge(sha256, 1, Integer::sum);
    }

    void release(String sha256) {
        held.computeIfPresent(sha256, (_, count) -> count > 1 ? count - 1 : null);
    }
}
