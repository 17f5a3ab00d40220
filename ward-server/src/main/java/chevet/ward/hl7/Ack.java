package chevet.ward.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes acknowledgements (HL7 v2.5, 2.9.2): AA when it is done and on disk; AE when a retry would
 * not help; AR when it would.
 */
final class Ack {
    /** What is acknowledged. */
    enum Code {
        AA,
        AE,
        AR
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ", Locale.ROOT);

    private Ack() {}

    /**
     * @param header of the message; empty where not even that could be read
     * @param refusal why, where it is no AA
     */
    static byte[] of(
            Optional<Header> header,
            Code code,
            Optional<Refusal> refusal,
            Instant now,
            ZoneId zone) {
        Charset charset = header.map(Header::charset).orElse(StandardCharsets.US_ASCII);
        String event =
                header.map(MessageReader::event).filter(known -> known.length() == 7).orElse("");
        StringBuilder out = new StringBuilder("MSH|^~\\&|CHEVET||");
        out.append(header.map(h -> safe(h.application())).orElse("")).append('|');
        out.append(header.map(h -> safe(h.facility())).orElse("")).append('|');
        out.append(TIME.withZone(zone).format(now)).append("||ACK");
        if (!event.isEmpty()) {
            out.append('^').append(event, 4, 7).append("^ACK");
        }
        out.append('|').append(UUID.randomUUID()).append('|');
        out.append(header.map(h -> safe(h.processing())).filter(p -> !p.isEmpty()).orElse("P"));
        out.append("|2.5||||||").append(header.map(h -> safe(h.named())).orElse("")).append('\r');
        out.append("MSA|").append(code).append('|');
        out.append(header.map(h -> safe(h.control())).orElse("")).append('\r');
        refusal.ifPresent(why -> error(out, why));
        return out.toString().getBytes(charset);
    }

    private static void error(StringBuilder out, Refusal why) {
        out.append("ERR||");
        if (why.field().matches("[A-Z0-9]{3}-[0-9]{1,2}")) {
            out.append(why.field(), 0, 3).append("^1^").append(why.field().substring(4));
        } else {
            out.append(why.field());
        }
        out.append('|').append(why.code()).append("^^HL70357|E||||");
        out.append(why.reason()).append('\r');
    }

    /** What came from outside must not become a segment of ours. */
    private static String safe(String text) {
        return text.replaceAll("[\\r\\n|]", "");
    }
}
