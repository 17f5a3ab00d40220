package chevet.ward.tv;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;

/**
 * XML on its way to the parser, with what real guides get wrong set right: names of characters that
 * only HTML knows (nbsp), bare ampersands, control characters. Lines stay what they were. No entity
 * that a document declares is ever expanded. Comments and CDATA pass untouched.
 */
final class MendingReader extends Reader {
    /** A name of more letters is none. */
    private static final int LONGEST_NAME = 32;

    private static final Map<String, String> XML_NAMES =
            Map.of("amp", "&amp;", "lt", "&lt;", "gt", "&gt;", "quot", "&quot;", "apos", "&apos;");

    private final Reader in;
    private final Findings findings;
    private final char[] ahead = new char[1 << 14];
    private int at;
    private int end;
    private final StringBuilder out = new StringBuilder();
    private int sent;
    private int line = 1;
    private int badBytes;
    private int firstBad;

    /** Where nothing is mended, until these letters come; empty elsewhere. */
    private String until = "";

    MendingReader(Reader in, Findings findings) {
        this.in = in;
        this.findings = findings;
    }

    /** How many bytes were no letters, and on which line the first was. */
    void report() {
        if (badBytes > 0) {
            findings.add(firstBad, Finding.Kind.BAD_BYTES, badBytes);
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int plain = sent == out.length() && until.isEmpty() ? plain(into, from, length) : 0;
        if (plain > 0) {
            return plain;
        }
        while (out.length() - sent < length && mend()) {
            // until there is enough
        }
        int ready = Math.min(length, out.length() - sent);
        if (ready == 0) {
            return -1;
        }
        out.getChars(sent, sent + ready, into, from);
        sent += ready;
        if (sent > 1 << 16) {
            out.delete(0, sent);
            sent = 0;
        }
        return ready;
    }

    /** Hands on what needs no mending as it stands: nearly everything. */
    private int plain(char[] into, int from, int length) throws IOException {
        if (!fill(2)) {
            return 0;
        }
        // The last letter stays: what a '<' begins is told by the one after it.
        int last = Math.min(end - 1, at + length);
        int next = at;
        while (next < last) {
            char c = ahead[next];
            if (c == '&' || c >= 0xFFFD || (c == '<' && ahead[next + 1] == '!')) {
                break;
            }
            if (c < ' ') {
                if (c != '\n' && c != '\r' && c != '\t') {
                    break;
                }
                line += c == '\n' ? 1 : 0;
            }
            next++;
        }
        int count = next - at;
        System.arraycopy(ahead, at, into, from, count);
        at = next;
        return count;
    }

    /** Takes the next letter, or what it begins; false at the end. */
    private boolean mend() throws IOException {
        int c = next();
        if (c < 0) {
            return false;
        }
        if (c == '\n') {
            line++;
        }
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
            findings.add(line, Finding.Kind.BAD_CHARACTER, String.format("U+%04X", c));
            return true;
        }
        if (c == 0xFFFD && badBytes++ == 0) {
            firstBad = line;
        }
        if (c == 0xFFFE || c == 0xFFFF) {
            findings.add(line, Finding.Kind.BAD_CHARACTER, String.format("U+%04X", c));
            return true;
        }
        out.append((char) c);
        if (!until.isEmpty()) {
            boolean ends =
                    c == '>'
                            && out.length() >= until.length()
                            && out.substring(out.length() - until.length()).equals(until);
            until = ends ? "" : until;
        } else if (c == '<') {
            until = begins("!--") ? "-->" : begins("![CDATA[") ? "]]>" : "";
        } else if (c == '&') {
            out.setLength(out.length() - 1);
            out.append(reference());
        }
        return true;
    }

    private String reference() throws IOException {
        int semicolon = -1;
        for (int i = 0; i < LONGEST_NAME && fill(i + 1); i++) {
            char c = ahead[at + i];
            if (c == ';') {
                semicolon = i;
                break;
            }
            if (!(Character.isLetterOrDigit(c) || (c == '#' && i == 0))) {
                break;
            }
        }
        if (semicolon < 1) {
            findings.add(line, Finding.Kind.AMPERSAND);
            return "&amp;";
        }
        String name = new String(ahead, at, semicolon);
        at += semicolon + 1;
        String known = XML_NAMES.get(name);
        return known != null ? known : name.startsWith("#") ? numbered(name) : named(name);
    }

    private String named(String name) {
        Optional<String> letter = HtmlNames.letter(name);
        String read = letter.orElse("&amp;" + name + ";");
        findings.add(line, Finding.Kind.ENTITY, "&" + name + ";", letter.orElse("&" + name + ";"));
        return read;
    }

    /** XML 1.0 forbids the numbers of most control characters, too (2.2, production 2). */
    private String numbered(String name) {
        try {
            int number =
                    name.startsWith("#x") || name.startsWith("#X")
                            ? Integer.parseInt(name.substring(2), 16)
                            : Integer.parseInt(name.substring(1));
            boolean allowed =
                    number == '\t'
                            || number == '\n'
                            || number == '\r'
                            || (number >= ' ' && number < 0xD800)
                            || (number > 0xDFFF && number < 0xFFFE)
                            || (number > 0xFFFF && number <= 0x10FFFF);
            if (allowed) {
                return "&#" + number + ";";
            }
        } catch (NumberFormatException notANumber) {
            findings.add(line, Finding.Kind.AMPERSAND);
            return "&amp;" + name + ";";
        }
        findings.add(line, Finding.Kind.BAD_CHARACTER, "&" + name + ";");
        return "";
    }

    private boolean begins(String word) throws IOException {
        return fill(word.length()) && new String(ahead, at, word.length()).equals(word);
    }

    /** False where fewer letters than that are left. */
    private boolean fill(int letters) throws IOException {
        while (end - at < letters) {
            System.arraycopy(ahead, at, ahead, 0, end - at);
            end -= at;
            at = 0;
            int read = in.read(ahead, end, ahead.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private int next() throws IOException {
        return fill(1) ? ahead[at++] : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
