package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Opens the HLS channels that are likeliest next ahead, so that a zap to one of them has only to
 * show it. While a zap is in hand it is not to be asked to look, and it makes one at a time. What
 * goes wrong is left out without a word: whoever opens it will be told. On the JavaFX thread.
 */
final class FxAhead {
    /** Up and down. Each costs the headend three quarters of what watching it does. */
    static final int MOST = 2;

    /**
     * A live stream goes on while its player stands: from then on it is opened anew. A picture is
     * at most so much older than that of a channel that is opened just then.
     */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** Who has not zapped for so long watches. */
    static final Duration ZAPPING = Duration.ofMinutes(2);

    private final Playlists playlists;
    private final Function<URI, Optional<Master>> fits;
    private final Map<URI, FxMade> made = new LinkedHashMap<>();

    /** Not tried again until others are wanted. */
    private final Set<URI> spoilt = new HashSet<>();

    private List<URI> wanted = List.of();
    private long wantedAt;

    /**
     * @param fits what JavaFX would open of an address; empty where that is not known or not so
     */
    FxAhead(Playlists playlists, Function<URI, Optional<Master>> fits) {
        this.playlists = playlists;
        this.fits = fits;
    }

    /** Those and no others, the likeliest first. */
    void want(List<URI> next, long now) {
        wanted = List.copyOf(next);
        wantedAt = now;
        spoilt.clear();
    }

    /** Leaves what is not wanted any more or too old, and makes what is missing. */
    void look(long now) {
        boolean zapping = now - wantedAt < ZAPPING.toNanos();
        made.forEach(
                (address, each) -> {
                    if (each.failed() || (old(each, now) && !each.ready())) {
                        spoilt.add(address);
                    }
                });
        leave(
                (address, each) ->
                        !zapping
                                || !wanted.contains(address)
                                || spoilt.contains(address)
                                || old(each, now));
        if (zapping && made.values().stream().allMatch(FxMade::ready)) {
            wanted.stream()
                    .filter(each -> !made.containsKey(each) && !spoilt.contains(each))
                    .findFirst()
                    .ifPresent(each -> fits.apply(each).ifPresent(is -> make(each, is, now)));
        }
    }

    private static boolean old(FxMade each, long now) {
        return each.age(now) >= FRESH.toNanos();
    }

    private void leave(BiPredicate<URI, FxMade> which) {
        made.entrySet()
                .removeIf(
                        each -> {
                            boolean gone = which.test(each.getKey(), each.getValue());
                            if (gone) {
                                each.getValue().close();
                            }
                            return gone;
                        });
    }

    private void make(URI address, Master master, long now) {
        Playlists.Opened opened = playlists.openAhead(master);
        FxMade next = new FxMade(master, opened, now);
        made.put(address, next);
        opened.listed().thenAccept(all -> Platform.runLater(() -> next.listed(all)));
    }

    /** What was made of it, ready or nearly so: it is the caller's from now on. */
    Optional<FxMade> take(URI address, Master master, long now) {
        Optional<FxMade> taken =
                Optional.ofNullable(made.get(address))
                        .filter(each -> !each.failed() && !old(each, now))
                        .filter(each -> each.player().isPresent() && each.master().equals(master));
        taken.ifPresent(
                each -> {
                    made.remove(address);
                    each.opened().reading().go();
                });
        return taken;
    }

    /** Leaves all. */
    void drop() {
        leave((_, _) -> true);
    }
}
