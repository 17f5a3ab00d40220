package chevet.terminal.player;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The segment that a player asks for first, fetched while the player is still being made, and
 * {@link FirstLook shortened}. Safe for several threads.
 */
final class FirstSegment {
    /**
     * Smaller ones the player fetches itself: JavaFX Media divides by the milliseconds that it
     * takes to read one.
     */
    private static final int LEAST = 256 << 10;

    private final URI address;
    private Optional<CompletableFuture<Optional<byte[]>>> bytes;

    FirstSegment(URI address, Headend headend, Executor answers) {
        this.address = address;
        this.bytes =
                Optional.of(
                        CompletableFuture.supplyAsync(
                                () ->
                                        headend.whole(address)
                                                .filter(all -> all.length >= LEAST)
                                                .map(FirstLook::shortened),
                                answers));
    }

    URI address() {
        return address;
    }

    /** Once, as soon as it is here; empty where the player has to fetch it itself. */
    Optional<byte[]> take() {
        return held().flatMap(CompletableFuture::join);
    }

    private synchronized Optional<CompletableFuture<Optional<byte[]>>> held() {
        Optional<CompletableFuture<Optional<byte[]>>> once = bytes;
        bytes = Optional.empty();
        return once;
    }
}
