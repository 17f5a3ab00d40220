package chevet.ward.sync;

import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A replica as the protocol asks for it, in a few lines: what a terminal would know. */
public final class Copy {
    public final Map<StreamId, Cursor> cursors = new HashMap<>();
    final Map<StreamId, Map<String, String>> values = new HashMap<>();
    final List<Down.Page> pages = new ArrayList<>();
    int currents;
    boolean gap;

    public void take(List<Down> messages) {
        for (Down message : messages) {
            switch (message) {
                case Down.Page page -> {
                    pages.add(page);
                    page(page);
                }
                case Down.Live live -> live.events().forEach(event -> live(live.epoch(), event));
                case Down.Dropped dropped ->
                        dropped.streams()
                                .forEach(
                                        stream -> {
                                            cursors.remove(stream);
                                            values.remove(stream);
                                        });
                case Down.Current current -> {
                    currents++;
                    gap =
                            current.heads().entrySet().stream()
                                    .anyMatch(
                                            head ->
                                                    cursors.getOrDefault(head.getKey(), Cursor.NONE)
                                                                    .number()
                                                            < head.getValue().number());
                }
                case Down.Outcomes outcomes -> {}
            }
        }
    }

    private void page(Down.Page page) {
        Cursor cursor = cursors.getOrDefault(page.stream(), Cursor.NONE);
        if (page.reset()) {
            values.remove(page.stream());
        } else if (cursor.number() != page.from() || !cursor.epoch().equals(page.epoch())) {
            return;
        }
        page.events().forEach(this::apply);
        cursors.put(page.stream(), new Cursor(page.epoch(), page.through()));
    }

    private void live(String epoch, Event event) {
        Cursor cursor = cursors.getOrDefault(event.stream(), Cursor.NONE);
        if (!cursor.epoch().equals(epoch) || cursor.number() < event.after()) {
            gap = true;
        } else if (cursor.number() < event.number()) {
            apply(event);
            cursors.put(event.stream(), new Cursor(epoch, event.number()));
        }
    }

    private void apply(Event event) {
        Map<String, String> keys = values.computeIfAbsent(event.stream(), s -> new TreeMap<>());
        if (event.body().isPresent()) {
            keys.put(event.key(), event.body().get().json());
        } else {
            keys.remove(event.key());
        }
    }

    /** Puts in what no server ever sent, to see that it goes. */
    void haunt(StreamId stream) {
        values.computeIfAbsent(stream, s -> new TreeMap<>()).put("ghost", "boo");
    }

    public Map<String, String> of(StreamId stream) {
        return values.getOrDefault(stream, Map.of());
    }
}
