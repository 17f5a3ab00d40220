package chevet.config;

import chevet.config.Row.Cell;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads the rows of a file: CSV as RFC 4180 with a header row, separated by semicolons, commas or
 * tabs as its header is; or TOML, where the rows are an array of tables and a list may be an array.
 * UTF-8, with or without byte order mark. All faults are noted; rows with the right number of cells
 * are read even where others are wrong.
 */
public final class RowFile {
    /** No file is longer, in bytes. */
    public static final int LONGEST = 8 << 20;

    private RowFile() {}

    /**
     * @param table what the TOML array of tables is called: {@code [[dish]]}
     * @param required columns that must be there
     * @param optional columns that may be there; any other is a fault
     */
    public static List<Row> read(
            String file,
            byte[] content,
            String table,
            List<String> required,
            List<String> optional,
            RowFaults faults) {
        if (content.length > LONGEST) {
            faults.at(0, 0, table, "too-long", LONGEST);
            return List.of();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            faults.at(lineOfBadByte(content), 0, table, "not-utf-8");
            return List.of();
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return file.endsWith(".toml")
                ? toml(body, table, required, optional, faults)
                : csv(body, table, required, optional, faults);
    }

    private static List<Row> csv(
            String text,
            String table,
            List<String> required,
            List<String> optional,
            RowFaults faults) {
        List<List<Cell>> lines = new CsvReader(text, faults).lines();
        if (lines.isEmpty()) {
            faults.at(0, 0, table, "empty");
            return List.of();
        }
        List<Cell> header = lines.getFirst();
        List<String> names = header.stream().map(Cell::text).toList();
        Set<String> known = known(required, optional);
        Set<String> seen = new HashSet<>();
        for (Cell cell : header) {
            if (!known.contains(cell.text())) {
                faults.unknown(cell.line(), cell.column(), cell.text(), cell.text(), known);
            } else if (!seen.add(cell.text())) {
                faults.at(cell.line(), cell.column(), cell.text(), "column-twice");
            }
        }
        for (String name : required) {
            if (!names.contains(name)) {
                faults.at(1, 0, name, "column-missing");
            }
        }
        List<Row> rows = new ArrayList<>();
        for (List<Cell> line : lines.subList(1, lines.size())) {
            Cell first = line.getFirst();
            if (line.size() != names.size()) {
                faults.at(first.line(), 0, table, "cells", line.size(), names.size());
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                Cell cell = line.get(i);
                cells.add(new Cell(names.get(i), cell.line(), cell.column(), cell.text()));
            }
            rows.add(new Row(first.line(), Row.byName(cells), faults));
        }
        return rows;
    }

    private static List<Row> toml(
            String text,
            String table,
            List<String> required,
            List<String> optional,
            RowFaults faults) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            result.errors()
                    .forEach(
                            e ->
                                    faults.at(
                                            e.position().line(),
                                            e.position().column(),
                                            table,
                                            "not-toml"));
            return List.of();
        }
        for (String key : result.keySet()) {
            if (!key.equals(table)) {
                TomlPosition at = position(result, key);
                faults.unknown(at.line(), at.column(), key, key, List.of(table));
            }
        }
        if (!(result.get(List.of(table)) instanceof TomlArray array)
                || array.isEmpty()
                || !IntStream.range(0, array.size()).allMatch(array::isTable)) {
            faults.at(0, 0, table, "empty");
            return List.of();
        }
        Set<String> known = known(required, optional);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            rows.add(row(array.getTable(i), array.inputPositionOf(i).line(), known, faults));
        }
        return rows;
    }

    private static Row row(TomlTable table, int line, Set<String> known, RowFaults faults) {
        List<Cell> cells = new ArrayList<>();
        for (String key : table.keySet()) {
            TomlPosition at = position(table, key);
            if (!known.contains(key)) {
                faults.unknown(at.line(), at.column(), key, key, known);
                continue;
            }
            switch (table.get(List.of(key))) {
                case TomlArray list -> {
                    String by = list.toList().stream().anyMatch(RowFile::spaced) ? ", " : " ";
                    String joined =
                            list.toList().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(by));
                    cells.add(new Cell(key, at.line(), at.column(), joined));
                }
                case TomlTable _ -> faults.at(at.line(), at.column(), key, "not-a-value");
                case null -> faults.at(at.line(), at.column(), key, "not-a-value");
                case Object value ->
                        cells.add(
                                new Cell(
                                        key,
                                        at.line(),
                                        at.column(),
                                        String.valueOf(value).strip()));
            }
        }
        return new Row(line, Row.byName(cells), faults);
    }

    private static boolean spaced(Object value) {
        return String.valueOf(value).contains(" ");
    }

    private static TomlPosition position(TomlTable table, String key) {
        TomlPosition at = table.inputPositionOf(List.of(key));
        return at != null ? at : TomlPosition.positionAt(1, 1);
    }

    private static Set<String> known(List<String> required, List<String> optional) {
        return Stream.concat(required.stream(), optional.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int lineOfBadByte(byte[] content) {
        // The decoder stops at the first byte that is not UTF-8; the lines before it are whole.
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
