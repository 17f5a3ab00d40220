package chevet.terminal;

import chevet.config.pack.Fault;
import chevet.model.pack.ObjectRef;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.fetch.Wish;
import chevet.terminal.library.Coming;
import chevet.terminal.library.FilmObjects;
import chevet.terminal.link.Watch;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The library's films out of what this terminal fetches, for its life. Safe for all threads. */
final class FetchedFilms implements FilmObjects {
    private static final String OPEN = "library.open";
    private static final String PRESCRIBED = "library.prescribed";

    private final Fetch fetch;
    private final List<Following> followings = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService seconds =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("films").daemon().unstarted(task));

    FetchedFilms(Fetch fetch) {
        this.fetch = fetch;
        fetch.watch(_ -> seconds.execute(this::look));
    }

    private void look() {
        followings.forEach(Following::look);
    }

    @Override
    public Watch follow(ObjectRef object, Consumer<Coming> told) {
        Following following = new Following(object, told);
        followings.add(following);
        seconds.execute(this::want);
        ScheduledFuture<?> looking =
                seconds.scheduleWithFixedDelay(following::look, 0, 1, TimeUnit.SECONDS);
        return () -> {
            if (followings.remove(following)) {
                looking.cancel(false);
                seconds.execute(this::want);
            }
        };
    }

    private void want() {
        Set<ObjectRef> open = new LinkedHashSet<>();
        followings.forEach(each -> open.add(each.object));
        fetch.want(OPEN, Wish.NOW, open);
    }

    @Override
    public Optional<byte[]> bytes(ObjectRef object) {
        return fetch.bytes(object);
    }

    @Override
    public void keep(List<ObjectRef> prescribed) {
        Collection<ObjectRef> all = List.copyOf(prescribed);
        seconds.execute(() -> fetch.want(PRESCRIBED, Wish.PRESCRIBED, all));
    }

    private Coming coming(ObjectRef object) {
        chevet.terminal.fetch.Coming now = fetch.coming(object);
        if (now.here()) {
            return new Coming.Here(fetch.address(object));
        }
        return now.fault()
                .map(FetchedFilms::refused)
                .orElseGet(
                        () ->
                                new Coming.Under(
                                        (int) Math.min(99, Math.floor(now.share() * 100)),
                                        now.bytes() > 0
                                                ? Optional.of(fetch.address(object))
                                                : Optional.empty()));
    }

    private static Coming refused(Fault fault) {
        return switch (fault) {
            case OVER_QUOTA, NO_SPACE, DISK -> new Coming.Refused(Coming.Refused.Why.NO_ROOM);
            case MISSING -> new Coming.Refused(Coming.Refused.Why.NOT_FOUND);
            case WRONG_LENGTH, TOO_SHORT, TOO_LONG, WRONG_RANGE, CHANGED, WRONG_CHUNK, WRONG_HASH ->
                    new Coming.Refused(Coming.Refused.Why.DAMAGED);
            case BUSY, TURNED_OUT, UNREACHABLE, REFUSED, REDIRECTED, STALLED -> new Coming.Away();
        };
    }

    /** One object that somebody looks at; tells only what has changed. On the films' thread. */
    private final class Following {
        private final ObjectRef object;
        private final Consumer<Coming> told;
        private Optional<Coming> last = Optional.empty();

        Following(ObjectRef object, Consumer<Coming> told) {
            this.object = object;
            this.told = told;
        }

        void look() {
            Coming now = coming(object);
            if (!last.equals(Optional.of(now))) {
                last = Optional.of(now);
                told.accept(now);
            }
        }
    }
}
