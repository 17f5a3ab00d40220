package chevet.config.pack;

import static chevet.config.pack.Bytes.CHUNK;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {
    private static final long QUOTA = 10L * CHUNK;

    @TempDir private Path root;
    private final StepClock clock = new StepClock();
    private ObjectStore store;

    @BeforeEach
    void opens() {
        store = open();
    }

    private ObjectStore open() {
        return ObjectStore.open(root, QUOTA, clock);
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static Optional<Fault> write(Intake intake, byte[] bytes) {
        return intake.write(bytes, 0, bytes.length);
    }

    private Intake begin(ObjectRef object) {
        Taking taking = store.take(object);
        assertThat(taking).isInstanceOf(Taking.Open.class);
        return ((Taking.Open) taking).intake();
    }

    private ObjectRef put(int seed, int length) {
        byte[] bytes = Bytes.of(seed, length);
        ObjectRef object = Bytes.plain(bytes);
        try (Intake intake = begin(object)) {
            assertThat(write(intake, bytes)).isEmpty();
            assertThat(intake.finish()).isEmpty();
        }
        return object;
    }

    private Fault refused(ObjectRef object) {
        Taking taking = store.take(object);
        assertThat(taking).isInstanceOf(Taking.Refused.class);
        return ((Taking.Refused) taking).fault();
    }

    private ObjectRef named(int megabytes) {
        return new ObjectRef("ee".repeat(32), (long) megabytes * CHUNK, "video/mp4");
    }

    @Test
    void whatIsKeptLiesUnderItsHashAndHasAChunkListWhenItIsLong() throws IOException {
        byte[] film = Bytes.of(1, 2 * CHUNK + 5);
        ObjectRef object = store.keep(film, "video/mp4");
        assertThat(object).isEqualTo(Bytes.film(film));
        assertThat(root.resolve("objects/" + object.sha256().substring(0, 2)))
                .isDirectoryContaining(file -> file.endsWith(object.sha256()));
        assertThat(store.find(object.sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(film));
        assertThat(Files.readAllBytes(store.find(object.chunks().orElseThrow()).orElseThrow()))
                .isEqualTo(Bytes.chunkList(film));
        assertThat(store.keep(new byte[] {1}, "text/vtt").chunks()).isEmpty();
    }

    @Test
    void anObjectThatIsThereIsNotTakenAgain() {
        ObjectRef object = put(1, 100);
        assertThat(store.take(object)).isInstanceOf(Taking.Present.class);
        store = open();
        assertThat(store.take(object)).isInstanceOf(Taking.Present.class);
    }

    @Test
    void anEmptyObjectIsOne() {
        ObjectRef object = put(1, 0);
        assertThat(store.length(object.sha256())).hasValue(0);
    }

    /** HP-07: the name's length lies. */
    @Test
    void aLengthThatLiesIsRefused() {
        ObjectRef object = put(1, 100);
        assertThat(refused(new ObjectRef(object.sha256(), 99, "a/b")))
                .isEqualTo(Fault.WRONG_LENGTH);
        byte[] film = Bytes.of(2, 3 * CHUNK);
        store.keep(film, "video/mp4");
        ObjectRef right = Bytes.film(film);
        store.forget(right.sha256());
        assertThat(refused(new ObjectRef(right.sha256(), 2 * CHUNK, "a/b", right.chunks())))
                .isEqualTo(Fault.WRONG_LENGTH);
    }

    @Test
    void aSecondTransferOfTheSameObjectIsTurnedAway() {
        try (Intake intake = begin(named(1))) {
            assertThat(intake.offset()).isZero();
            assertThat(refused(named(1))).isEqualTo(Fault.BUSY);
        }
        begin(named(1)).close();
    }

    @Test
    void aBrokenTransferGoesOnAtItsLastGoodChunkAlsoAfterARestart() {
        byte[] film = Bytes.of(3, 3 * CHUNK + 7);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        try (Intake intake = begin(Bytes.film(film))) {
            write(intake, cut(film, 0, 2 * CHUNK + 100));
            assertThat(store.proven(Bytes.film(film))).isEqualTo(2L * CHUNK);
        }
        store = open();
        try (Intake intake = begin(Bytes.film(film))) {
            assertThat(intake.offset()).isEqualTo(2L * CHUNK);
            assertThat(write(intake, cut(film, 2 * CHUNK, film.length))).isEmpty();
            assertThat(intake.finish()).isEmpty();
        }
        assertThat(store.find(Bytes.film(film).sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(film));
    }

    /** What a cut of the power leaves in staging: zeros, rubbish, half a chunk, too much. */
    @ParameterizedTest
    @ValueSource(longs = {0, CHUNK - 1, CHUNK + 1, 2 * CHUNK + 5, 9 * CHUNK})
    void whatLiesInStagingIsNotBelieved(long length) throws IOException {
        byte[] film = Bytes.of(3, 3 * CHUNK + 7);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        ObjectRef object = Bytes.film(film);
        Path part = root.resolve("staging/" + object.sha256() + ".part");
        try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
            file.write(film, 0, CHUNK);
            file.setLength(length);
        }
        store = open();
        try (Intake intake = begin(object)) {
            assertThat(intake.offset()).isEqualTo(length < CHUNK ? 0 : CHUNK);
            assertThat(write(intake, cut(film, (int) intake.offset(), film.length))).isEmpty();
            assertThat(intake.finish()).isEmpty();
        }
    }

    @Test
    void aProgramThatIsKilledAtAnyPointLeavesNoWrongObject() throws IOException {
        byte[] film = Bytes.of(4, 2 * CHUNK + 64);
        ObjectRef object = Bytes.film(film);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        for (int part = 0; part < 16; part++) {
            // Never closed: what a kill leaves.
            Intake killed = begin(object);
            int from = (int) killed.offset();
            write(killed, cut(film, from, Math.max(from, film.length * part / 15)));
            assertThat(root.resolve("objects")).satisfies(ObjectStoreTest::holdsOnlyRightObjects);
            store = open();
        }
        try (Intake intake = begin(object)) {
            assertThat(intake.offset()).isEqualTo(film.length);
            assertThat(intake.finish()).isEmpty();
        }
        assertThat(root.resolve("objects")).satisfies(ObjectStoreTest::holdsOnlyRightObjects);
    }

    private static void holdsOnlyRightObjects(Path objects) {
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Sha256.of(Files.readAllBytes(file)))
                        .isEqualTo(String.valueOf(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HP-18, HP-20: one bit, and another object's bytes. */
    @Test
    void aWrongChunkIsNoticedAtItsEndAndTakenAnew() {
        byte[] film = Bytes.of(5, 3 * CHUNK);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        byte[] flipped = film.clone();
        flipped[CHUNK + 17] ^= 4;
        try (Intake intake = begin(Bytes.film(film))) {
            assertThat(write(intake, flipped)).contains(Fault.WRONG_CHUNK);
            assertThat(intake.offset()).isEqualTo(CHUNK);
            assertThat(write(intake, cut(film, CHUNK, film.length))).isEmpty();
            assertThat(intake.finish()).isEmpty();
        }
    }

    /** HP-18: in the middle, without a chunk list. */
    @Test
    void aWrongObjectIsNoObjectAndNothingOfItStays() throws IOException {
        byte[] bytes = Bytes.of(6, 1000);
        ObjectRef object = Bytes.plain(bytes);
        bytes[500] ^= 1;
        try (Intake intake = begin(object)) {
            assertThat(write(intake, bytes)).isEmpty();
            assertThat(intake.finish()).contains(Fault.WRONG_HASH);
        }
        assertThat(store.find(object.sha256())).isEmpty();
        assertThat(root.resolve("staging")).isEmptyDirectory();
        assertThat(store.used()).isZero();
    }

    /** HP-19: the chunks are right and the whole is not, and the reverse. */
    @Test
    void chunksAndWholeHaveToBeRightBoth() {
        byte[] film = Bytes.of(7, 2 * CHUNK);
        byte[] other = Bytes.of(8, 2 * CHUNK);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        store.keep(Bytes.chunkList(other), ObjectRef.CHUNK_LIST);
        ObjectRef wrongWhole =
                new ObjectRef(Sha256.of(other), film.length, "a/b", Bytes.film(film).chunks());
        try (Intake intake = begin(wrongWhole)) {
            assertThat(write(intake, film)).isEmpty();
            assertThat(intake.finish()).contains(Fault.WRONG_HASH);
        }
        ObjectRef wrongChunks =
                new ObjectRef(Sha256.of(film), film.length, "a/b", Bytes.film(other).chunks());
        try (Intake intake = begin(wrongChunks)) {
            assertThat(write(intake, film)).contains(Fault.WRONG_CHUNK);
        }
        assertThat(store.find(Sha256.of(film))).isEmpty();
        assertThat(store.find(Sha256.of(other))).isEmpty();
    }

    /** HP-17 and HP-37 for one object. */
    @Test
    void bytesBeforeTheEndAndBeyondItAreRefused() {
        try (Intake intake = begin(Bytes.plain(Bytes.of(9, 1000)))) {
            write(intake, new byte[999]);
            assertThat(intake.finish()).contains(Fault.TOO_SHORT);
            assertThat(write(intake, new byte[2])).contains(Fault.TOO_LONG);
        }
    }

    /** HP-41: over the quota, and a length that would overflow the sum. */
    @Test
    void whatIsLargerThanTheQuotaIsRefusedAndNothingGoesInVain() {
        ObjectRef here = put(1, 4 * CHUNK);
        assertThat(refused(named(11))).isEqualTo(Fault.OVER_QUOTA);
        assertThat(refused(new ObjectRef("ee".repeat(32), Long.MAX_VALUE, "a/b")))
                .isEqualTo(Fault.OVER_QUOTA);
        store.pin("ward", List.of(here));
        assertThat(refused(named(7))).isEqualTo(Fault.OVER_QUOTA);
        assertThat(store.find(here.sha256())).isPresent();
    }

    /** HP-41: over the free space. */
    @Test
    void whatTheDiskHasNoRoomForIsRefused() {
        ObjectStore full =
                ObjectStore.open(root, QUOTA, clock, Optional.of(() -> (64L << 20) + CHUNK));
        assertThat(full.take(named(2))).isEqualTo(new Taking.Refused(Fault.NO_SPACE));
        try (Intake fits = ((Taking.Open) full.take(named(1))).intake()) {
            assertThat(fits.offset()).isZero();
        }
    }

    @Test
    void theLongestUnusedGoesFirstAndWhatIsPinnedStays() {
        ObjectRef prescribed = put(1, 3 * CHUNK);
        ObjectRef seen = put(2, 3 * CHUNK);
        ObjectRef unseen = put(3, 3 * CHUNK);
        store.pin("prescribed", List.of(prescribed));
        store.find(seen.sha256());
        store = reopenedWithPins(prescribed);
        ObjectRef fourth = put(4, 3 * CHUNK);
        assertThat(Stream.of(prescribed, seen, unseen, fourth).map(o -> store.length(o.sha256())))
                .satisfiesExactly(
                        one -> assertThat(one).isPresent(),
                        two -> assertThat(two).isPresent(),
                        three -> assertThat(three).isEmpty(),
                        four -> assertThat(four).isPresent());
    }

    private ObjectStore reopenedWithPins(ObjectRef pinned) {
        ObjectStore opened = open();
        opened.pin("prescribed", List.of(pinned));
        return opened;
    }

    @Test
    void roomIsReservedBeforeTheFirstByteAndGivenBack() {
        try (Intake intake = begin(named(8))) {
            assertThat(intake.offset()).isZero();
            assertThat(store.used()).isEqualTo(8L * CHUNK);
            assertThat(refused(Bytes.plain(Bytes.of(1, 3 * CHUNK)))).isEqualTo(Fault.OVER_QUOTA);
        }
        assertThat(store.used()).isZero();
        put(1, 3 * CHUNK);
    }

    @Test
    void anAbandonedPartGoesBeforeAnObject() {
        ObjectRef here = put(1, 3 * CHUNK);
        byte[] film = Bytes.of(2, 4 * CHUNK);
        try (Intake intake = begin(Bytes.plain(film))) {
            write(intake, cut(film, 0, 3 * CHUNK));
        }
        assertThat(store.used()).isEqualTo(6L * CHUNK);
        put(3, 5 * CHUNK);
        assertThat(store.find(here.sha256())).isPresent();
        assertThat(store.used()).isEqualTo(8L * CHUNK);
    }

    @Test
    void aFilmIsReadWhileItComesButOnlyWhatIsProven() throws Exception {
        byte[] film = Bytes.of(9, 2 * CHUNK + 9);
        ObjectRef object = Bytes.film(film);
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        assertThat(store.read(object)).isEmpty();
        ByteBuffer into = ByteBuffer.allocate(film.length);
        try (Intake intake = begin(object)) {
            write(intake, cut(film, 0, CHUNK + 10));
            try (Reading reading = store.read(object).orElseThrow()) {
                assertThat(reading.read(into, 0, Duration.ZERO)).isEqualTo(CHUNK);
                assertThat(reading.read(into, CHUNK, Duration.ZERO)).isZero();
                Thread rest =
                        Thread.startVirtualThread(
                                () -> {
                                    write(intake, cut(film, CHUNK + 10, film.length));
                                    assertThat(intake.finish()).isEmpty();
                                });
                while (into.hasRemaining()) {
                    int read = reading.read(into, into.position(), Duration.ofSeconds(20));
                    assertThat(read).isPositive();
                }
                rest.join();
                assertThat(reading.read(into, film.length, Duration.ZERO)).isEqualTo(-1);
            }
        }
        assertThat(into.array()).isEqualTo(film);
    }

    @Test
    void whatIsBeingReadStays() throws Exception {
        ObjectRef watched = put(1, 4 * CHUNK);
        try (Reading reading = store.read(watched).orElseThrow()) {
            assertThat(refused(named(9))).isEqualTo(Fault.OVER_QUOTA);
            store.forget(watched.sha256());
            assertThat(reading.read(ByteBuffer.allocate(5), 0, Duration.ZERO)).isEqualTo(5);
        }
        begin(named(9)).close();
    }

    /** HP-04: a link in staging is no part of an object. */
    @Test
    void aLinkInStagingIsNotWrittenThrough() throws IOException {
        Path outside = Files.write(root.resolve("outside"), new byte[] {1, 2, 3});
        byte[] bytes = Bytes.of(1, 10);
        ObjectRef object = Bytes.plain(bytes);
        Files.createSymbolicLink(root.resolve("staging/" + object.sha256() + ".part"), outside);
        try (Intake intake = begin(object)) {
            write(intake, bytes);
            assertThat(intake.finish()).isEmpty();
        }
        assertThat(outside).hasBinaryContent(new byte[] {1, 2, 3});
    }

    private Path file(ObjectRef object) {
        return root.resolve("objects/" + object.sha256().substring(0, 2) + "/" + object.sha256());
    }

    private static void spoil(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }

    private static byte[] read(Reading reading, int from, int length) throws Exception {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()
                && reading.read(into, from + into.position(), Duration.ZERO) > 0) {}
        return cut(into.array(), 0, into.position());
    }

    @Test
    void whatTheDiskSpoilsIsNotReadAndComesAgainFromThereOn() throws Exception {
        byte[] film = Bytes.of(3, 3 * CHUNK + 7);
        ObjectRef object = store.keep(film, "video/mp4");
        List<String> lost = new ArrayList<>();
        store.whenLost(lost::add);
        spoil(file(object), CHUNK + 5L);
        try (Reading reading = store.read(object).orElseThrow()) {
            assertThat(read(reading, 0, film.length)).isEqualTo(cut(film, 0, CHUNK));
            assertThat(lost).containsExactly(object.sha256());
            assertThat(store.length(object.sha256())).isEmpty();
            try (Intake intake = begin(object)) {
                assertThat(intake.offset()).isEqualTo(CHUNK);
                assertThat(write(intake, cut(film, CHUNK, film.length))).isEmpty();
                assertThat(intake.finish()).isEmpty();
            }
            assertThat(read(reading, CHUNK, film.length - CHUNK))
                    .as("by who has been waiting for it")
                    .isEqualTo(cut(film, CHUNK, film.length));
        }
    }

    @Test
    void aFileThatIsCutShortComesAgainFromThereOnAlsoAfterARestart() throws Exception {
        byte[] film = Bytes.of(3, 3 * CHUNK + 7);
        ObjectRef object = store.keep(film, "video/mp4");
        try (RandomAccessFile bytes = new RandomAccessFile(file(object).toFile(), "rw")) {
            bytes.setLength(2 * CHUNK + 9);
        }
        store = open();
        try (Reading reading = store.read(object).orElseThrow()) {
            assertThat(read(reading, 0, film.length)).isEqualTo(cut(film, 0, 2 * CHUNK));
        }
        try (Intake intake = begin(object)) {
            assertThat(intake.offset()).isEqualTo(2L * CHUNK);
        }
    }

    @Test
    void aSmallObjectThatTheDiskSpoilsIsNone() throws Exception {
        ObjectRef text = store.keep(Bytes.of(1, 100), "text/vtt");
        assertThat(store.bytes(text)).contains(Bytes.of(1, 100));
        spoil(file(text), 50);
        assertThat(store.bytes(text)).isEmpty();
        assertThat(store.take(text)).isInstanceOf(Taking.Open.class);
    }

    @Test
    void anObjectWhoseFileIsTakenAwayIsNone() throws IOException {
        byte[] film = Bytes.of(3, 2 * CHUNK);
        ObjectRef object = store.keep(film, "video/mp4");
        List<String> lost = new ArrayList<>();
        store.whenLost(lost::add);
        Files.delete(file(object));
        assertThat(store.read(object)).isEmpty();
        assertThat(store.length(object.sha256())).isEmpty();
        assertThat(lost).containsExactly(object.sha256());
        begin(object).close();
    }

    @Test
    void aSpoiltChunkListIsNoProof() throws IOException {
        byte[] film = Bytes.of(3, 2 * CHUNK);
        ObjectRef object = store.keep(film, "video/mp4");
        assertThat(store.provable(object)).isTrue();
        spoil(file(object.chunkList().orElseThrow()), 3);
        store.read(object).orElseThrow().close();
        assertThat(store.provable(object)).isFalse();
        assertThat(store.length(object.sha256())).isPresent();
        store.keep(Bytes.chunkList(film), ObjectRef.CHUNK_LIST);
        assertThat(store.provable(object)).isTrue();
    }
}
