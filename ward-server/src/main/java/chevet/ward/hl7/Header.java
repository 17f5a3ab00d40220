package chevet.ward.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the first segment says, read before anything else can be: who sends, under which number, and
 * in which characters. Fields are as written; empty where missing.
 *
 * @param charset of the whole message
 * @param named the character set as MSH-18 names it
 */
record Header(
        char separator,
        String application,
        String facility,
        String time,
        String type,
        String control,
        String processing,
        String version,
        String named,
        Charset charset) {
    /**
     * Reads it; the separators and names of MSH are ASCII in every character set that is taken.
     *
     * @param otherwise the character set where MSH-18 names none
     * @throws RefusedException when there is no such segment, or the character set is unknown
     */
    static Header of(byte[] message, Charset otherwise) throws RefusedException {
        int end = 0;
        while (end < message.length && message[end] != '\r' && message[end] != '\n') {
            end++;
        }
        String line = new String(message, 0, end, StandardCharsets.ISO_8859_1);
        if (line.length() < 8 || !line.startsWith("MSH")) {
            throw new RefusedException("not-hl7", "MSH");
        }
        String[] fields = line.split(java.util.regex.Pattern.quote(line.substring(3, 4)), -1);
        String repeat = line.substring(5, 6);
        String named = first(field(fields, 18), repeat);
        return new Header(
                line.charAt(3),
                first(field(fields, 3), line.substring(4, 5)),
                first(field(fields, 4), line.substring(4, 5)),
                first(field(fields, 7), line.substring(4, 5)),
                field(fields, 9),
                field(fields, 10),
                first(field(fields, 11), line.substring(4, 5)),
                first(field(fields, 12), line.substring(4, 5)),
                named,
                named.isEmpty() ? otherwise : charset(named));
    }

    /**
     * The message as text.
     *
     * @throws RefusedException when it holds bytes that its character set does not know
     */
    String text(byte[] message) throws RefusedException {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException("undecodable", "MSH-18");
        }
    }

    /** By the names of table 0211 (HL7 v2.5). */
    private static Charset charset(String named) throws RefusedException {
        String name = named.toUpperCase(Locale.ROOT);
        if (name.equals("UNICODE UTF-8") || name.equals("UTF-8") || name.equals("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.equals("ASCII")) {
            return StandardCharsets.US_ASCII;
        }
        if (name.matches("8859/([1-9]|15)")) {
            return Charset.forName("ISO-8859-" + name.substring(5));
        }
        throw new RefusedException("charset", "MSH-18");
    }

    /** MSH-1 is the separator itself. */
    private static String field(String[] fields, int number) {
        return number - 1 < fields.length ? fields[number - 1].strip() : "";
    }

    private static String first(String field, String separator) {
        int end = field.indexOf(separator);
        return end < 0 ? field : field.substring(0, end);
    }

    @Override
    public String toString() {
        return "Header[]";
    }
}
