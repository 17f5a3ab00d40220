package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programmes;
import chevet.terminal.link.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Guides whose days come when a test says so. Safe for all threads. */
final class HandGuides implements Guides {
    private final Map<GuideDay, Programmes> days = new ConcurrentHashMap<>();
    private volatile List<GuideDay> asked = List.of();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** It is here from now on. */
    public void come(GuideDay day, Programmes programmes) {
        days.put(day, programmes);
        watchers.forEach(Runnable::run);
    }

    /** What was asked for last. */
    public List<GuideDay> asked() {
        return asked;
    }

    @Override
    public void want(Collection<GuideDay> wanted) {
        asked = List.copyOf(wanted);
    }

    @Override
    public Optional<Programmes> day(GuideDay day) {
        return Optional.ofNullable(days.get(day));
    }

    @Override
    public void wantLogos(Collection<ObjectRef> logos) {
        // They are brought for the eye, and no test looks here.
    }

    @Override
    public Watch watch(Runnable arrived) {
        watchers.add(arrived);
        return () -> watchers.remove(arrived);
    }
}
