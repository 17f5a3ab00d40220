package chevet.ward.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An exception as it may stand in the log: its types and where it came from, without its message,
 * in which a name or a value could stand.
 */
public final class SafeTrace {
    private static final int FRAMES = 12;

    private SafeTrace() {}

    public static String of(Throwable failure) {
        StringBuilder out = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 5; depth++) {
            out.append(depth == 0 ? "" : "\n caused by ").append(each.getClass().getName());
            out.append(
                    Arrays.stream(each.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "\n  at " + frame)
                            .collect(Collectors.joining()));
            each = each.getCause();
        }
        return out.toString();
    }
}
