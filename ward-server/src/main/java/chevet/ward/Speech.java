package chevet.ward;

import chevet.config.Problem;
import chevet.model.wire.WireCodec;
import chevet.ward.http.SafeTrace;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where commands speak: results to standard output, faults to standard error. */
final class Speech {
    private static final Logger LOG = LoggerFactory.getLogger(Speech.class);

    private Speech() {}

    static void say(String line) {
        writer(System.out).println(line);
    }

    static void json(Object value) {
        writer(System.out).println(asJson(value));
    }

    static String asJson(Object value) {
        return WireCodec.body(value).json();
    }

    static void fault(String line) {
        writer(System.err).println(line);
    }

    /** Tells why the command ends here: as a line, or as JSON where a script reads. */
    static void fault(String line, boolean json) {
        if (json) {
            json(Map.of("failed", line));
        } else {
            fault(line);
        }
    }

    /** Tells all problems, as lines or as one JSON array. */
    static void problems(List<Problem> problems, boolean json) {
        if (json) {
            json(Map.of("problems", fields(problems)));
        } else {
            problems.forEach(problem -> fault(problem.toString()));
        }
    }

    /** The edge of every command: an exception ends here, told in a sentence. */
    static void failed(Exception failure, boolean json) {
        LOG.debug("command failed: {}", SafeTrace.of(failure));
        String why =
                Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName());
        fault(json ? why : Terms.say("failed", why), json);
        for (Throwable cause = failure.getCause();
                cause != null && !json;
                cause = cause.getCause()) {
            fault("  " + cause.getClass().getSimpleName());
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    static List<Map<String, Object>> fields(List<Problem> problems) {
        return problems.stream().map(Speech::fields).toList();
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("field", problem.field());
        fields.put("what", problem.what());
        return fields;
    }
}
