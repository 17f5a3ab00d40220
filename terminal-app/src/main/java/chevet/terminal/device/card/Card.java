package chevet.terminal.device.card;

import java.util.concurrent.CompletableFuture;

/**
 * A card that lies in a reader, from its insertion to its removal. What it is made of (PIV, CPS,
 * DESFire) is its own affair: it proves that it is there, and that its holder is. Safe for all
 * threads; does no work on the caller's thread. No future completes exceptionally.
 */
public interface Card {
    /** Length in bytes of what is signed: a SHA-256. */
    int DIGEST = 32;

    /**
     * Signs without a code: the card is there, and is the one that was given out. PIV: the key of
     * slot 9E.
     *
     * @param digest {@link #DIGEST} bytes that hold the server's challenge
     */
    CompletableFuture<CardAnswer> present(byte[] digest);

    /**
     * Signs after the code was right: the holder is there. PIV: VERIFY, then the key of slot 9A.
     *
     * @param digest {@link #DIGEST} bytes that hold the server's challenge
     * @param pin goes to the card only, and is wiped when this completes
     */
    CompletableFuture<CardAnswer> login(byte[] digest, Pin pin);

    /** How many wrong codes the card still forgives; -1 when it does not say. */
    CompletableFuture<Integer> triesLeft();
}
