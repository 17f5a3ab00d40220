package chevet.config;

import chevet.config.Row.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts CSV into lines of cells (RFC 4180). The separator is whichever of {@code ; , tab} stands
 * most in the first line. Blank lines are passed over.
 */
final class CsvReader {
    private final String text;
    private final RowFaults faults;
    private final char separator;
    private final List<List<Cell>> lines = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    CsvReader(String text, RowFaults faults) {
        this.text = text;
        this.faults = faults;
        this.separator = separator(text);
    }

    /** The lines that have anything on them; each has at least one cell. */
    List<List<Cell>> lines() {
        while (at < text.length()) {
            List<Cell> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                cells.add(cell());
                more = at < text.length() && text.charAt(at) == separator;
                if (more) {
                    at++;
                }
            }
            endOfLine();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                lines.add(cells);
            }
        }
        return lines;
    }

    private Cell cell() {
        int startLine = line;
        int column = at - lineStart + 1;
        String value;
        if (at < text.length() && text.charAt(at) == '"') {
            value = quoted(startLine, column);
            int junk = at;
            plain();
            if (at > junk) {
                faults.at(line, junk - lineStart + 1, "", "after-quote");
            }
        } else {
            int start = at;
            plain();
            value = text.substring(start, at);
        }
        return new Cell("", startLine, column, value.strip());
    }

    private void plain() {
        while (at < text.length() && text.charAt(at) != separator && !lineEnd(text.charAt(at))) {
            at++;
        }
    }

    private String quoted(int startLine, int column) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return value.toString();
                }
                at++;
            } else if (c == '\n') {
                line++;
                lineStart = at;
            }
            value.append(c);
        }
        faults.at(startLine, column, "", "open-quote");
        return value.toString();
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        lineStart = at;
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ';';
        long most = 0;
        for (char c : new char[] {';', ',', '\t'}) {
            long count = first.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }
}
