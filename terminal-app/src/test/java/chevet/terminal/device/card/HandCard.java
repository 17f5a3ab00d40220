package chevet.terminal.device.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A card without a reader: signs with the digest itself, counts its tries. */
public final class HandCard implements Card {
    private final byte[] code;
    private int tries = 3;
    private boolean usable = true;

    public HandCard(String code) {
        this.code = code.getBytes(StandardCharsets.US_ASCII);
    }

    /** One that has nothing to do with the hospital. */
    public static HandCard foreign() {
        HandCard card = new HandCard("0000");
        card.usable = false;
        return card;
    }

    @Override
    public CompletableFuture<CardAnswer> present(byte[] digest) {
        return CompletableFuture.completedFuture(
                usable
                        ? new CardAnswer.Signed(new byte[] {1}, digest)
                        : new CardAnswer.Unusable("by hand"));
    }

    @Override
    public CompletableFuture<CardAnswer> login(byte[] digest, Pin pin) {
        byte[] typed = Arrays.copyOf(pin.padded(), pin.length());
        pin.wipe();
        boolean right = tries > 0 && Arrays.equals(typed, code);
        tries = right ? 3 : Math.max(0, tries - 1);
        return CompletableFuture.completedFuture(
                right
                        ? new CardAnswer.Signed(new byte[] {2}, digest)
                        : new CardAnswer.WrongPin(tries, new byte[] {2}));
    }

    @Override
    public CompletableFuture<Integer> triesLeft() {
        return CompletableFuture.completedFuture(tries);
    }
}
