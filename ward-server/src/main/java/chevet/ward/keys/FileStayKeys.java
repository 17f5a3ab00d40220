package chevet.ward.keys;

import chevet.model.stay.StayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One file of 32 bytes a stay, in a directory that only the server's own user can read; keys put
 * away lie in {@code sealed/} beneath it. A key is on disk, its directory too, before a method
 * returns.
 *
 * <p>Sealed: one version byte, a 12-byte random nonce, ciphertext, 16-byte tag (NIST SP 800-38D);
 * the place and the stay are authenticated with it.
 */
public final class FileStayKeys implements StayKeys {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;

    /** Asked for once: to look it up among all providers costs as much as to seal a tray. */
    private static final Provider PROVIDER = provider();

    private final Path directory;
    private final Path sealed;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<StayId, SecretKeySpec> known = new ConcurrentHashMap<>();

    /** Makes the directory, mode 0700, where there is none. */
    public FileStayKeys(Path directory) {
        this.directory = directory;
        this.sealed = directory.resolve("sealed");
        try {
            Files.createDirectories(sealed);
            for (Path each : new Path[] {directory, sealed}) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keys' directory cannot be made", e);
        }
    }

    @Override
    public synchronized void make(StayId stay) {
        Path file = file(directory, stay);
        if (Files.exists(file) || Files.exists(file(sealed, stay))) {
            return;
        }
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        Path fresh = directory.resolve(stay.value() + ".new");
        doing(
                stay,
                () -> {
                    Files.deleteIfExists(fresh);
                    Files.createFile(
                            fresh,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
                    write(fresh, key);
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                    force(directory);
                });
        known.put(stay, new SecretKeySpec(key, "AES"));
    }

    @Override
    public byte[] seal(StayId stay, String place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, stay, place, nonce, 0);
            byte[] out = new byte[1 + NONCE + plain.length + TAG];
            out[0] = VERSION;
            System.arraycopy(nonce, 0, out, 1, NONCE);
            cipher.doFinal(plain, 0, plain.length, out, 1 + NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    @Override
    public byte[] open(StayId stay, String place, byte[] sealedText) {
        if (sealedText.length < 1 + NONCE + TAG || sealedText[0] != VERSION) {
            throw new IllegalArgumentException("not a sealed text: " + place);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, stay, place, sealedText, 1)
                    .doFinal(sealedText, 1 + NONCE, sealedText.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed for another place, or damaged: " + place, e);
        }
    }

    @Override
    public synchronized void putAway(StayId stay) {
        move(stay, directory, sealed);
        known.remove(stay);
    }

    @Override
    public synchronized void restore(StayId stay) {
        move(stay, sealed, directory);
    }

    @Override
    public synchronized void destroy(StayId stay) {
        known.remove(stay);
        for (Path where : new Path[] {directory, sealed}) {
            Path file = file(where, stay);
            doing(
                    stay,
                    () -> {
                        if (Files.exists(file)) {
                            write(file, new byte[KEY]);
                            Files.delete(file);
                            force(where);
                        }
                    });
        }
    }

    /** Does nothing where the key is there already: the caller may have died in between. */
    private void move(StayId stay, Path from, Path to) {
        Path source = file(from, stay);
        if (!Files.exists(source)) {
            if (Files.exists(file(to, stay))) {
                return;
            }
            throw new KeyGone(stay);
        }
        doing(
                stay,
                () -> {
                    Files.move(source, file(to, stay), StandardCopyOption.ATOMIC_MOVE);
                    force(to);
                    force(from);
                });
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding").getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, StayId stay, String place, byte[] nonce, int at)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
        cipher.init(mode, key(stay), new GCMParameterSpec(TAG * 8, nonce, at, NONCE));
        cipher.updateAAD((stay.value() + '\n' + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKeySpec key(StayId stay) {
        SecretKeySpec key = known.get(stay);
        return key == null ? read(stay) : key;
    }

    private synchronized SecretKeySpec read(StayId stay) {
        try {
            byte[] bytes = Files.readAllBytes(file(directory, stay));
            if (bytes.length != KEY) {
                throw new KeyGone(stay);
            }
            SecretKeySpec key = new SecretKeySpec(bytes, "AES");
            known.put(stay, key);
            return key;
        } catch (NoSuchFileException e) {
            throw new KeyGone(stay);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of stay " + stay + " cannot be read", e);
        }
    }

    private static Path file(Path where, StayId stay) {
        return where.resolve(stay.value() + ".key");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
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
