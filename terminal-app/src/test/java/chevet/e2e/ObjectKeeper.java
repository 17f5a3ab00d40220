package chevet.e2e;

import chevet.config.pack.Intake;
import chevet.config.pack.ObjectStore;
import chevet.config.pack.Taking;
import chevet.model.pack.ObjectRef;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Random;

/**
 * Takes one object after the other into a store, in pieces as they come from a network, and says
 * the name of each when it is told that it is kept: {@code ObjectKeeper FOLDER SEED}.
 */
final class ObjectKeeper {
    private static final int PIECE = 16 << 10;
    private static final int MOST = 3 * ObjectRef.CHUNK;

    private ObjectKeeper() {}

    public static void main(String[] args) throws Exception {
        ObjectStore store = ObjectStore.open(Path.of(args[0]), 40L << 20, Clock.systemUTC());
        Random random = new Random(Long.parseLong(args[1]));
        while (true) {
            byte[] bytes = new byte[1 + random.nextInt(MOST)];
            random.nextBytes(bytes);
            ObjectRef object = new ObjectRef(name(bytes), bytes.length, "video/mp4");
            if (store.take(object) instanceof Taking.Open(Intake intake)) {
                take(intake, bytes);
                System.out.println(object.sha256());
            }
        }
    }

    private static void take(Intake intake, byte[] bytes) throws Exception {
        try (intake;
                ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                if (intake.write(piece, 0, read).isPresent()) {
                    throw new IllegalStateException("a piece was refused");
                }
            }
            if (intake.finish().isPresent()) {
                throw new IllegalStateException("a whole object was refused");
            }
        }
    }

    static String name(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
