package chevet.ward;

import chevet.config.WardConfig;
import chevet.ward.audit.AuditChain;
import chevet.ward.audit.Soundness;
import chevet.ward.db.JdbiDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The audit from the command line, while the server runs or not. It reads and changes nothing. */
final class AuditTool {
    private AuditTool() {}

    /** Looks at the whole chain; fails where an entry is bad. */
    static int verify(WardConfig config, boolean json) {
        try (JdbiDatabase database = Wiring.database(config, Clock.systemUTC())) {
            return switch (chain(config, database).verify()) {
                case Soundness.Sound sound -> {
                    if (json) {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("entries", sound.entries());
                        fields.put("checkpoints", sound.checkpoints());
                        fields.put("signed", sound.signed());
                        Speech.json(fields);
                    } else {
                        Speech.say(Terms.say("audit.sound", sound.entries(), sound.signed()));
                    }
                    yield WardServer.DONE;
                }
                case Soundness.Broken broken -> {
                    if (json) {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("broken", broken.number());
                        fields.put("fault", broken.fault().name());
                        Speech.json(fields);
                    } else {
                        Speech.fault(
                                Terms.say(
                                        "audit.broken",
                                        broken.number(),
                                        Terms.say("audit.fault." + broken.fault())));
                    }
                    yield WardServer.FAILED;
                }
            };
        }
    }

    /**
     * Writes every entry since that instant as one AuditEvent of FHIR R4 a line (NDJSON).
     *
     * @param to a file that must not exist; standard output where empty
     */
    static int export(WardConfig config, Instant from, Optional<Path> to, boolean json) {
        if (to.filter(Files::exists).isPresent()) {
            Speech.fault(Terms.say("backup.exists", to.orElseThrow().toString()), json);
            return WardServer.FAILED;
        }
        try (JdbiDatabase database = Wiring.database(config, Clock.systemUTC());
                PrintWriter out = new PrintWriter(writer(to))) {
            chain(config, database).export(from, config.site(), line -> out.print(line + "\n"));
            out.flush();
            return out.checkError() ? WardServer.FAILED : WardServer.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditChain chain(WardConfig config, JdbiDatabase database) {
        return new AuditChain(database, Layout.of(config).audit(), _ -> {});
    }

    private static Writer writer(Optional<Path> to) throws IOException {
        if (to.isPresent()) {
            return Files.newBufferedWriter(to.get(), StandardOpenOption.CREATE_NEW);
        }
        PrintStream out = System.out;
        return new BufferedWriter(new PrintWriter(out, false, StandardCharsets.UTF_8));
    }
}
