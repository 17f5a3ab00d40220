package chevet.terminal.fetch;

import chevet.model.pack.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who wants what, and what is to be brought next. Not for several threads. */
final class Wishes {
    private record Wanted(Wish wish, List<ObjectRef> objects) {}

    private record Failure(int count, long again) {}

    private final Map<String, Wanted> owners = new LinkedHashMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private final Patience patience;

    Wishes(Patience patience) {
        this.patience = patience;
    }

    /** What somebody asks for anew is tried at once, whatever failed before. */
    void want(String owner, Wish wish, Collection<ObjectRef> objects) {
        if (objects.isEmpty()) {
            owners.remove(owner);
        } else {
            owners.put(owner, new Wanted(wish, List.copyOf(objects)));
        }
        if (wish == Wish.NOW) {
            objects.forEach(object -> failures.remove(object.sha256()));
        }
        failures.keySet().retainAll(order().stream().map(ObjectRef::sha256).toList());
    }

    List<ObjectRef> order() {
        return owners.values().stream()
                .sorted(Comparator.comparing(Wanted::wish))
                .flatMap(wanted -> wanted.objects().stream())
                .distinct()
                .toList();
    }

    List<ObjectRef> staying() {
        List<ObjectRef> staying = new ArrayList<>();
        owners.values().stream()
                .filter(wanted -> wanted.wish().stays())
                .forEach(wanted -> staying.addAll(wanted.objects()));
        return staying;
    }

    boolean mayTry(ObjectRef object, long nanos) {
        Failure failure = failures.get(object.sha256());
        return failure == null || nanos - failure.again() >= 0;
    }

    void failed(ObjectRef object, boolean passing, boolean progress, long nanos) {
        int before =
                progress
                        ? 0
                        : Optional.ofNullable(failures.get(object.sha256()))
                                .map(Failure::count)
                                .orElse(0);
        long wait = (passing ? patience.after(before) : patience.hopeless()).toNanos();
        failures.put(object.sha256(), new Failure(before + 1, nanos + wait));
    }

    void arrived(ObjectRef object) {
        failures.remove(object.sha256());
    }

    /** How long until one of these may be tried again; empty where none waits. */
    Optional<Long> next(Collection<ObjectRef> missing, long nanos) {
        return missing.stream()
                .map(object -> failures.get(object.sha256()))
                .filter(Objects::nonNull)
                .map(failure -> Math.max(failure.again() - nanos, 1))
                .min(Comparator.naturalOrder());
    }
}
