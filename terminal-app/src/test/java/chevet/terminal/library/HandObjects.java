package chevet.terminal.library;

import chevet.model.pack.ObjectRef;
import chevet.terminal.link.Watch;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects that are here, come or stay away as a test says; at first all are here. */
final class HandObjects implements FilmObjects {
    private record Following(ObjectRef object, Consumer<Coming> told) {}

    private final Map<ObjectRef, Coming> states = new HashMap<>();
    private final List<Following> followings = new ArrayList<>();
    private List<ObjectRef> kept = List.of();

    static URI address(ObjectRef object) {
        return URI.create("file:///objects/" + object.sha256() + ".mp4");
    }

    void become(ObjectRef object, Coming coming) {
        states.put(object, coming);
        for (Following each : List.copyOf(followings)) {
            if (each.object().equals(object)) {
                each.told().accept(coming);
            }
        }
    }

    List<ObjectRef> kept() {
        return kept;
    }

    private Coming state(ObjectRef object) {
        return states.getOrDefault(object, new Coming.Here(address(object)));
    }

    @Override
    public Watch follow(ObjectRef object, Consumer<Coming> told) {
        Following following = new Following(object, told);
        followings.add(following);
        told.accept(state(object));
        return () -> followings.remove(following);
    }

    @Override
    public Optional<byte[]> bytes(ObjectRef object) {
        return state(object) instanceof Coming.Here
                ? Optional.ofNullable(Cinema.objects().get(object))
                : Optional.empty();
    }

    @Override
    public void keep(List<ObjectRef> prescribed) {
        kept = List.copyOf(prescribed);
    }
}
