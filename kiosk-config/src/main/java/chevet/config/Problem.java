package chevet.config;

/**
 * One fault of a file that somebody wrote.
 *
 * @param file as the reader knows it
 * @param line from 1; 0 where the fault is the whole file's
 * @param column from 1; 0 where the fault is the whole line's
 * @param field the key or column at fault
 * @param what is wrong and what to write instead, in a sentence
 */
public record Problem(String file, int line, int column, String field, String what)
        implements Comparable<Problem> {
    @Override
    public int compareTo(Problem other) {
        int lines = Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "")
                + ": "
                + (field.isEmpty() ? "" : field + ": ")
                + what;
    }
}
