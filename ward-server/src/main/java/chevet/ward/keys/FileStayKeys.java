package chevet.ward.keys;

import chevet.model.stay.StayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * One file of slots, one for each stay, in a directory that only the server's own user can read. A
 * slot is written in place, and is on disk before a method returns: that asks for nothing but its
 * own block, where a file for each stay would have the file system write its journal twice.
 *
 * <p>A slot of 128 bytes, which never lies across two sectors of a disk: its state (0 free, 1 in
 * use, 2 put away), the length of the stay's id, 32 bytes of key, the id. A free one is all zeros.
 *
 * <p>Sealed: one version byte, then what {@link Gcm} makes, bound to the stay and the place.
 */
public final class FileStayKeys implements StayKeys {
    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int SLOT = 128;
    private static final int LONGEST_ID = SLOT - 2 - KEY;

    /** So many slots more, whenever all are taken. */
    private static final int MORE = 512;

    private static final byte FREE = 0;
    private static final byte IN_USE = 1;
    private static final byte PUT_AWAY = 2;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<StayId, Slot> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int end;

    /** The keys in use, for all threads; the rest is for whoever holds this object's lock. */
    private final ConcurrentHashMap<StayId, SecretKeySpec> known = new ConcurrentHashMap<>();

    private record Slot(int place, SecretKeySpec key) {}

    /**
     * Reads what is there; makes the directory, mode 0700, and the file, 0600, where there is none.
     *
     * @throws UncheckedIOException when it cannot, or when the file is damaged
     */
    public FileStayKeys(Path directory) {
        this.file = directory.resolve("stays.keys");
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            if (Files.notExists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                try (FileChannel made = FileChannel.open(directory, StandardOpenOption.READ)) {
                    made.force(true);
                }
            }
            read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys cannot be read or made", e);
        }
    }

    private void read(byte[] all) throws IOException {
        // Bytes behind the last whole slot are those of a growth that the power cut short.
        end = all.length / SLOT;
        for (int place = 0; place < end; place++) {
            int at = place * SLOT;
            byte state = all[at];
            if (state == FREE) {
                free.add(place);
                continue;
            }
            int length = all[at + 1];
            if (state < 0 || state > PUT_AWAY || length < 1 || length > LONGEST_ID) {
                throw new IOException("slot " + place + " of the keys is damaged");
            }
            StayId stay =
                    new StayId(new String(all, at + 2 + KEY, length, StandardCharsets.US_ASCII));
            SecretKeySpec key = new SecretKeySpec(all, at + 2, KEY, "AES");
            slots.put(stay, new Slot(place, key));
            if (state == IN_USE) {
                known.put(stay, key);
            }
        }
    }

    @Override
    public synchronized void make(StayId stay) {
        if (slots.containsKey(stay)) {
            return;
        }
        byte[] bytes = new byte[KEY];
        random.nextBytes(bytes);
        SecretKeySpec key = new SecretKeySpec(bytes, "AES");
        doing(
                stay,
                () -> {
                    if (free.isEmpty()) {
                        grow();
                    }
                    Slot slot = new Slot(free.element(), key);
                    write(slot.place(), filled(IN_USE, stay, bytes));
                    free.remove();
                    slots.put(stay, slot);
                    known.put(stay, key);
                });
    }

    @Override
    public byte[] seal(StayId stay, String place, byte[] plain) {
        byte[] out = Gcm.seal(key(stay), bound(stay, place), 1, plain);
        out[0] = VERSION;
        return out;
    }

    @Override
    public byte[] open(StayId stay, String place, byte[] sealedText) {
        if (sealedText.length < 1 || sealedText[0] != VERSION) {
            throw new IllegalArgumentException("not a sealed text: " + place);
        }
        return Gcm.open(key(stay), bound(stay, place), 1, sealedText);
    }

    @Override
    public synchronized void putAway(StayId stay) {
        state(stay, PUT_AWAY);
        known.remove(stay);
    }

    @Override
    public synchronized void restore(StayId stay) {
        known.put(stay, state(stay, IN_USE).key());
    }

    @Override
    public synchronized void destroy(StayId stay) {
        known.remove(stay);
        Slot slot = slots.get(stay);
        if (slot != null) {
            doing(stay, () -> write(slot.place(), ByteBuffer.allocate(SLOT)));
            slots.remove(stay);
            free.add(slot.place());
        }
    }

    /** Written though it may be so already: the caller may have died in between. */
    private Slot state(StayId stay, byte state) {
        Slot slot = slots.get(stay);
        if (slot == null) {
            throw new KeyGone(stay);
        }
        doing(stay, () -> write(slot.place(), ByteBuffer.wrap(new byte[] {state})));
        return slot;
    }

    private static String bound(StayId stay, String place) {
        return stay.value() + '\n' + place;
    }

    private SecretKeySpec key(StayId stay) {
        SecretKeySpec key = known.get(stay);
        if (key == null) {
            throw new KeyGone(stay);
        }
        return key;
    }

    private static ByteBuffer filled(byte state, StayId stay, byte[] key) {
        byte[] id = stay.value().getBytes(StandardCharsets.US_ASCII);
        if (id.length > LONGEST_ID) {
            throw new IllegalArgumentException("a stay's id of " + id.length + " characters");
        }
        return ByteBuffer.allocate(SLOT).put(state).put((byte) id.length).put(key).put(id).rewind();
    }

    private void grow() throws IOException {
        write(end, ByteBuffer.allocate(MORE * SLOT));
        for (int i = 0; i < MORE; i++) {
            free.add(end++);
        }
    }

    private void write(int place, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long at = (long) place * SLOT;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(false);
        }
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static void doing(StayId stay, FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of stay " + stay + " cannot be written", e);
        }
    }
}
