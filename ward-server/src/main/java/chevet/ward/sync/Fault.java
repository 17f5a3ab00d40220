package chevet.ward.sync;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells a fault without its message, which may hold what a patient wrote. */
final class Fault {
    private static final int FRAMES = 4;

    private Fault() {}

    static String told(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && !root.getCause().equals(root)) {
            root = root.getCause();
        }
        return (root.equals(fault) ? "" : fault.getClass().getSimpleName() + " of ")
                + root.getClass().getName()
                + Arrays.stream(root.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " < " + frame.getClassName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining());
    }
}
