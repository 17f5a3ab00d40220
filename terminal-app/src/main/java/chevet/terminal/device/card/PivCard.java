package chevet.terminal.device.card;

import chevet.terminal.device.card.PivClient.Slot;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PIV card in a reader; speaks with it on one thread, one thing at a time. */
final class PivCard implements Card {
    private static final Logger LOG = LoggerFactory.getLogger(PivCard.class);

    private final PcscLibrary library;
    private final String reader;
    private final Executor thread;
    private volatile boolean out;

    PivCard(PcscLibrary library, String reader, Executor thread) {
        this.library = library;
        this.reader = reader;
        this.thread = thread;
    }

    String reader() {
        return reader;
    }

    /** It was taken out: another card in the same reader is never taken for this one. */
    void removed() {
        out = true;
    }

    @Override
    public CompletableFuture<CardAnswer> present(byte[] digest) {
        return done(
                () ->
                        with(
                                piv ->
                                        certified(
                                                piv,
                                                Slot.CARD_AUTHENTICATION,
                                                own ->
                                                        sign(
                                                                piv,
                                                                Slot.CARD_AUTHENTICATION,
                                                                own,
                                                                digest))));
    }

    @Override
    public CompletableFuture<CardAnswer> login(byte[] digest, Pin pin) {
        return done(() -> with(piv -> login(piv, digest, pin))).whenComplete((_, _) -> pin.wipe());
    }

    private static CardAnswer login(PivClient piv, byte[] digest, Pin pin) {
        // The certificate first: whose try it was has to be told too.
        return certified(
                piv,
                Slot.AUTHENTICATION,
                own ->
                        piv.verify(pin)
                                .<CardAnswer>map(left -> new CardAnswer.WrongPin(left, own))
                                .orElseGet(() -> sign(piv, Slot.AUTHENTICATION, own, digest)));
    }

    @Override
    public CompletableFuture<Integer> triesLeft() {
        CompletableFuture<Integer> tries = new CompletableFuture<>();
        done(() ->
                        with(
                                piv -> {
                                    tries.complete(piv.triesLeft());
                                    return new CardAnswer.Gone();
                                }))
                .whenComplete((_, _) -> tries.complete(-1));
        return tries;
    }

    private static CardAnswer certified(
            PivClient piv, Slot slot, Function<byte[], CardAnswer> then) {
        return piv.certificate(slot)
                .map(then)
                .orElseGet(() -> new CardAnswer.Unusable("no certificate " + slot));
    }

    private static CardAnswer sign(PivClient piv, Slot slot, byte[] certificate, byte[] digest) {
        return piv.sign(slot, digest)
                .<CardAnswer>map(signature -> new CardAnswer.Signed(certificate, signature))
                .orElseGet(() -> new CardAnswer.Unusable("no signature " + slot));
    }

    private CompletableFuture<CardAnswer> done(Supplier<CardAnswer> work) {
        try {
            return CompletableFuture.supplyAsync(work, thread);
        } catch (RejectedExecutionException _) {
            return CompletableFuture.completedFuture(new CardAnswer.Gone());
        }
    }

    private CardAnswer with(Function<PivClient, CardAnswer> work) {
        if (out) {
            return new CardAnswer.Gone();
        }
        try (PcscSession session = PcscSession.open(library, reader)) {
            PivClient piv = new PivClient(session);
            if (!piv.select()) {
                return new CardAnswer.Unusable("not PIV");
            }
            CardAnswer answer = work.apply(piv);
            return out ? new CardAnswer.Gone() : answer;
        } catch (PcscException e) {
            LOG.info("card.not-answered fault={}", e.getMessage());
            return e.noChipCard()
                    ? new CardAnswer.Unusable(String.valueOf(e.getMessage()))
                    : new CardAnswer.Gone();
        }
    }
}
