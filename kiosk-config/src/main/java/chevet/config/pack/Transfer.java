package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Brings objects from a source into a store. One attempt asks once; what was proven before is not
 * asked for again, and what is wrong never reaches the objects. Blocks its caller, which is ended
 * by {@link #cancel} and not by an interrupt: that would close the file under the bytes.
 */
public final class Transfer implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ObjectStore store;
    private final ObjectSource source;
    private final Pace pace;
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Set<InputStream> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("transfer-watch").daemon().factory());

    public Transfer(ObjectStore store, ObjectSource source, Pace pace) {
        this.store = store;
        this.source = source;
        this.pace = pace;
    }

    /** {@link #attempt(ObjectRef, BooleanSupplier)} of what stays wanted. */
    public Optional<Fault> attempt(ObjectRef object) throws InterruptedException {
        return attempt(object, () -> true);
    }

    /**
     * Brings an object, after its chunk list where it has one.
     *
     * @param wanted asked at each chunk; false turns the transfer out
     * @return why it is not there; empty when it is
     * @throws InterruptedException when interrupted before the bytes come
     */
    public Optional<Fault> attempt(ObjectRef object, BooleanSupplier wanted)
            throws InterruptedException {
        try {
            Optional<ObjectRef> list = object.chunkList();
            Optional<Fault> fault = list.isPresent() ? one(list.get(), wanted) : Optional.empty();
            return fault.isPresent() ? fault : one(object, wanted);
        } catch (StoreException e) {
            return Optional.of(Fault.DISK);
        }
    }

    private Optional<Fault> one(ObjectRef object, BooleanSupplier wanted)
            throws InterruptedException {
        return switch (store.take(object)) {
            case Taking.Present _ -> Optional.empty();
            case Taking.Refused(Fault fault) -> Optional.of(fault);
            case Taking.Open(Intake intake) -> {
                try (intake) {
                    yield fill(intake, wanted);
                }
            }
        };
    }

    private Optional<Fault> fill(Intake intake, BooleanSupplier wanted)
            throws InterruptedException {
        ObjectRef object = intake.object();
        if (intake.offset() < object.bytes()) {
            Optional<Fault> fault =
                    switch (source.from(object, intake.offset())) {
                        case ObjectSource.Answer.Failed(Fault failed) -> Optional.of(failed);
                        case ObjectSource.Answer.Bytes bytes -> checked(intake, bytes, wanted);
                    };
            if (fault.isPresent()) {
                return fault;
            }
        }
        Optional<Fault> fault = intake.finish();
        if (fault.isEmpty()) {
            tags.remove(object.sha256());
        }
        return fault;
    }

    private Optional<Fault> checked(
            Intake intake, ObjectSource.Answer.Bytes answer, BooleanSupplier wanted) {
        try (InputStream bytes = answer.bytes()) {
            running.add(bytes);
            // Asked after it can be cancelled, so that no call to cancel falls between the two.
            if (!wanted.getAsBoolean()) {
                return Optional.of(Fault.TURNED_OUT);
            }
            Optional<Fault> fault = wrong(intake, answer);
            return fault.isPresent() ? fault : watched(intake, answer, wanted);
        } catch (IOException e) {
            return Optional.of(wanted.getAsBoolean() ? Fault.UNREACHABLE : Fault.TURNED_OUT);
        } finally {
            running.remove(answer.bytes());
        }
    }

    /** Ends what is running as if the connection broke; what is proven stays. */
    public void cancel() {
        running.forEach(Transfer::closed);
    }

    private Optional<Fault> wrong(Intake intake, ObjectSource.Answer.Bytes answer)
            throws IOException {
        ObjectRef object = intake.object();
        if (answer.offset() != intake.offset() && answer.offset() != 0) {
            return Optional.of(Fault.WRONG_RANGE);
        }
        if (answer.total().isPresent() && answer.total().getAsLong() != object.bytes()) {
            boolean longer = answer.total().getAsLong() > object.bytes();
            return Optional.of(longer ? Fault.TOO_LONG : Fault.TOO_SHORT);
        }
        if (answer.tag().isPresent()) {
            String before = tags.put(object.sha256(), answer.tag().get());
            if (before != null && !before.equals(answer.tag().get()) && intake.offset() > 0) {
                // Proven chunks are right whatever the source says of itself now.
                if (object.chunks().isEmpty()) {
                    intake.restart();
                }
                return Optional.of(Fault.CHANGED);
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> watched(
            Intake intake, ObjectSource.Answer.Bytes answer, BooleanSupplier wanted)
            throws IOException {
        InputStream in = answer.bytes();
        AtomicLong come = new AtomicLong();
        AtomicBoolean stalled = new AtomicBoolean();
        long[] before = {0};
        ScheduledFuture<?> watching =
                watch.scheduleAtFixedRate(
                        () -> {
                            long now = come.get();
                            if (now - before[0] < pace.bytes()) {
                                stalled.set(true);
                                closed(in);
                            }
                            before[0] = now;
                        },
                        pace.within().toMillis(),
                        pace.within().toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            Optional<Fault> fault = pour(intake, answer, wanted, come);
            return fault.isPresent() && stalled.get() ? Optional.of(Fault.STALLED) : fault;
        } catch (IOException e) {
            if (stalled.get()) {
                return Optional.of(Fault.STALLED);
            }
            throw e;
        } finally {
            watching.cancel(false);
        }
    }

    private static Optional<Fault> pour(
            Intake intake,
            ObjectSource.Answer.Bytes answer,
            BooleanSupplier wanted,
            AtomicLong come)
            throws IOException {
        ObjectRef object = intake.object();
        InputStream in = answer.bytes();
        byte[] buffer = new byte[BUFFER];
        long skip = intake.offset() - answer.offset();
        while (intake.offset() < object.bytes()) {
            int read = in.read(buffer);
            if (read < 0) {
                return Optional.of(Fault.TOO_SHORT);
            }
            come.addAndGet(read);
            long chunk = intake.offset() / ObjectRef.CHUNK;
            int skipped = (int) Math.min(skip, read);
            skip -= skipped;
            Optional<Fault> fault = intake.write(buffer, skipped, read - skipped);
            if (fault.isPresent()) {
                return fault;
            }
            if (intake.offset() / ObjectRef.CHUNK != chunk && !wanted.getAsBoolean()) {
                return Optional.of(Fault.TURNED_OUT);
            }
        }
        boolean more = answer.total().isEmpty() && in.read(buffer) > 0;
        return more ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    private static void closed(InputStream in) {
        try {
            in.close();
        } catch (IOException _) {
            // The reader finds out by itself: it is the one that waits for these bytes.
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
