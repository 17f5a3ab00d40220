package chevet.config.pack;

import static chevet.config.pack.Bytes.CHUNK;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.pack.ObjectSource.Answer;
import chevet.model.pack.ObjectRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {
    private static final byte[] FILM = Bytes.of(1, 3 * CHUNK + 11);
    private static final ObjectRef OBJECT = Bytes.film(FILM);
    private static final byte[] PICTURE = Bytes.of(2, 5000);

    @TempDir private Path root;
    private ObjectStore store;
    private Transfer transfer;
    private final Mirror mirror = new Mirror();

    /** A mirror that is not to be trusted; each test says how it lies. */
    private static final class Mirror implements ObjectSource {
        final Map<String, byte[]> objects = new HashMap<>();
        final List<String> asked = new ArrayList<>();
        Lie lie = Mirror::honest;

        interface Lie {
            Answer answer(byte[] bytes, long offset);
        }

        Mirror() {
            put(FILM);
            put(Bytes.chunkList(FILM));
            put(PICTURE);
        }

        void put(byte[] bytes) {
            objects.put(Sha256.of(bytes), bytes);
        }

        @Override
        public Answer from(ObjectRef object, long offset) {
            byte[] bytes = objects.get(object.sha256());
            asked.add(object.mediaType() + "@" + offset);
            boolean list = object.mediaType().equals(ObjectRef.CHUNK_LIST);
            if (bytes == null) {
                return new Answer.Failed(Fault.MISSING);
            }
            return list ? honest(bytes, offset) : lie.answer(bytes, offset);
        }

        static Answer honest(byte[] bytes, long offset) {
            return sent(
                    Arrays.copyOfRange(bytes, (int) offset, bytes.length), offset, bytes.length);
        }

        static Answer.Bytes sent(byte[] part, long offset, long total) {
            return new Answer.Bytes(
                    new ByteArrayInputStream(part),
                    offset,
                    OptionalLong.of(total),
                    Optional.of("\"one\""));
        }
    }

    @BeforeEach
    void opens() {
        store = ObjectStore.open(root, 64L * CHUNK, new StepClock());
        transfer = new Transfer(store, mirror, Pace.USUAL);
    }

    @AfterEach
    void closes() {
        transfer.close();
    }

    private void arrives(ObjectRef object, byte[] bytes) throws InterruptedException {
        assertThat(transfer.attempt(object)).isEmpty();
        assertThat(store.find(object.sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(bytes));
    }

    private void isNotThere(ObjectRef object) {
        assertThat(store.find(object.sha256())).isEmpty();
    }

    @Test
    void anObjectArrivesAfterItsChunkListAndIsAskedForOnce() throws Exception {
        arrives(OBJECT, FILM);
        arrives(OBJECT, FILM);
        assertThat(mirror.asked).containsExactly(ObjectRef.CHUNK_LIST + "@0", "video/mp4@0");
    }

    /** HP-17: cut at each 1/64. */
    @Test
    void aTransferThatIsCutGoesOnAtTheLastGoodChunk() throws Exception {
        for (int part = 1; part < 64; part++) {
            int end = FILM.length * part / 64;
            mirror.lie =
                    (bytes, offset) ->
                            Mirror.sent(
                                    Arrays.copyOfRange(
                                            bytes, (int) offset, Math.max(end, (int) offset)),
                                    offset,
                                    bytes.length);
            assertThat(transfer.attempt(OBJECT)).contains(Fault.TOO_SHORT);
            isNotThere(OBJECT);
        }
        mirror.lie = Mirror::honest;
        arrives(OBJECT, FILM);
        assertThat(mirror.asked.getLast()).isEqualTo("video/mp4@" + 2 * CHUNK);
    }

    /** HP-18. */
    @ParameterizedTest
    @ValueSource(ints = {0, CHUNK - 1, CHUNK, 3 * CHUNK + 10})
    void aFlippedBitIsNoticedAndOnlyItsChunkIsAskedForAgain(int at) throws Exception {
        mirror.lie =
                (bytes, offset) -> {
                    byte[] flipped = bytes.clone();
                    flipped[at] ^= 8;
                    return Mirror.honest(flipped, offset);
                };
        assertThat(transfer.attempt(OBJECT)).contains(Fault.WRONG_CHUNK);
        isNotThere(OBJECT);
        mirror.lie = Mirror::honest;
        arrives(OBJECT, FILM);
        assertThat(mirror.asked.getLast()).isEqualTo("video/mp4@" + at / CHUNK * CHUNK);
    }

    /** HP-19: the chunk list itself is not what its name says. */
    @Test
    void aForgedChunkListIsRefused() throws Exception {
        byte[] forged = Bytes.chunkList(Bytes.of(9, FILM.length));
        mirror.objects.put(OBJECT.chunks().orElseThrow(), forged);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.WRONG_HASH);
        isNotThere(OBJECT);
    }

    /** HP-20. */
    @Test
    void anotherValidObjectIsRefused() throws Exception {
        mirror.objects.put(Sha256.of(PICTURE), Bytes.of(3, PICTURE.length));
        assertThat(transfer.attempt(Bytes.plain(PICTURE))).contains(Fault.WRONG_HASH);
        isNotThere(Bytes.plain(PICTURE));
    }

    /** HP-21. */
    @Test
    void aMissingObjectIsSaidToBeMissing() throws Exception {
        assertThat(transfer.attempt(Bytes.plain(new byte[] {7}))).contains(Fault.MISSING);
        mirror.objects.remove(OBJECT.chunks().orElseThrow());
        assertThat(transfer.attempt(OBJECT)).contains(Fault.MISSING);
    }

    /** HP-37: longer than said by the header, and endless without one. */
    @Test
    void moreThanTheObjectIsRefused() throws Exception {
        mirror.lie = (bytes, offset) -> Mirror.sent(bytes, offset, bytes.length + 1L);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.TOO_LONG);
        Endless endless = new Endless();
        mirror.lie =
                (_, offset) ->
                        new Answer.Bytes(endless, offset, OptionalLong.empty(), Optional.empty());
        assertThat(transfer.attempt(Bytes.plain(PICTURE))).contains(Fault.TOO_LONG);
        assertThat(endless.closed).isTrue();
        isNotThere(Bytes.plain(PICTURE));
        assertThat(store.used()).isLessThan(CHUNK);
    }

    private static final class Endless extends InputStream {
        volatile boolean closed;

        @Override
        public int read() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** HP-38: a stall in a chunk, and one byte at a time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK + 5})
    void aStallEndsTheTransferAndKeepsWhatIsProven(int beforeStall) throws Exception {
        mirror.lie =
                (bytes, offset) ->
                        new Answer.Bytes(
                                new Stalling(bytes, (int) offset, beforeStall),
                                offset,
                                OptionalLong.of(bytes.length),
                                Optional.empty());
        try (Transfer strict =
                new Transfer(store, mirror, new Pace(1000, Duration.ofMillis(150)))) {
            assertThat(strict.attempt(OBJECT)).contains(Fault.STALLED);
        }
        assertThat(store.proven(OBJECT)).isEqualTo(beforeStall < CHUNK ? 0 : (long) CHUNK);
        mirror.lie = Mirror::honest;
        arrives(OBJECT, FILM);
    }

    /** Gives some bytes and then waits until it is closed. */
    private static final class Stalling extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final InputStream some;

        Stalling(byte[] bytes, int offset, int length) {
            this.some = new ByteArrayInputStream(bytes, offset, length);
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int read = some.read(into, at, length);
            if (read >= 0) {
                return read;
            }
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** HP-39: the range is ignored, which costs time and nothing else. */
    @Test
    void anIgnoredRangeIsReadFromItsBeginning() throws Exception {
        breakAfter(2 * CHUNK);
        mirror.lie = (bytes, _) -> Mirror.honest(bytes, 0);
        arrives(OBJECT, FILM);
    }

    /** HP-39: answered with another range. */
    @Test
    void anotherRangeIsRefused() throws Exception {
        breakAfter(2 * CHUNK);
        mirror.lie = (bytes, offset) -> Mirror.honest(bytes, offset - CHUNK);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.WRONG_RANGE);
        mirror.lie = (bytes, offset) -> Mirror.sent(bytes, offset + 1, bytes.length);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.WRONG_RANGE);
        // The right words and the wrong bytes: the chunk tells.
        mirror.lie = (bytes, offset) -> Mirror.sent(bytes, offset, bytes.length);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.WRONG_CHUNK);
        isNotThere(OBJECT);
    }

    /** HP-39: the ETag changed between ranges. */
    @Test
    void aChangedObjectIsToldAndThenTriedAnew() throws Exception {
        byte[] bytes = Bytes.of(5, 2 * CHUNK);
        ObjectRef plain = Bytes.plain(bytes);
        mirror.put(bytes);
        mirror.lie = (all, _) -> Mirror.sent(Arrays.copyOf(all, CHUNK + 9), 0, all.length);
        assertThat(transfer.attempt(plain)).contains(Fault.TOO_SHORT);
        mirror.lie =
                (all, offset) -> {
                    Answer.Bytes honest = (Answer.Bytes) Mirror.honest(all, offset);
                    return new Answer.Bytes(
                            honest.bytes(), offset, honest.total(), Optional.of("\"two\""));
                };
        assertThat(transfer.attempt(plain)).contains(Fault.CHANGED);
        arrives(plain, bytes);
        assertThat(mirror.asked)
                .containsExactly("image/png@0", "image/png@" + CHUNK, "image/png@0");
    }

    /** HP-41. */
    @Test
    void whatHasNoRoomIsNotAskedFor() throws Exception {
        ObjectRef huge = new ObjectRef("ee".repeat(32), Long.MAX_VALUE, "video/mp4");
        assertThat(transfer.attempt(huge)).contains(Fault.OVER_QUOTA);
        assertThat(mirror.asked).isEmpty();
    }

    private void breakAfter(int length) throws InterruptedException {
        mirror.lie = (all, _) -> Mirror.sent(Arrays.copyOf(all, length), 0, all.length);
        assertThat(transfer.attempt(OBJECT)).contains(Fault.TOO_SHORT);
    }
}
