package chevet.terminal.virtualcard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Puts cards into pcscd's two virtual readers as lines on standard input say, and answers each with
 * a line: {@code ok …} or {@code no …}.
 *
 * <pre>
 * in NAME [READER]           puts a card in, reader 0 or 1
 * pull NAME APDUS [READER]   puts it in; it is pulled out in the middle of that APDU
 * out [READER]               takes it out
 * list                       names the cards
 * </pre>
 *
 * Started with the folder of the cards: {@link CardFiles} says what a card is.
 */
public final class VirtualCards {
    private static final int PORT = 0x8C7B;

    private final Path folder;
    private final List<VirtualReader> readers =
            List.of(new VirtualReader(PORT), new VirtualReader(PORT + 1));
    private final Map<String, Known> cards = new HashMap<>();

    /** A card remembers its tries for as long as it is the same card. */
    private record Known(FileTime made, VirtualPiv card) {}

    private VirtualCards(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 1) {
            out.println("no: the folder of the cards is expected");
            System.exit(2);
        }
        VirtualCards all = new VirtualCards(Path.of(args[0]));
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                out.println(all.answer(List.of(line.strip().split("\\s+"))));
            }
        }
    }

    private String answer(List<String> words) {
        try {
            return switch (words.getFirst()) {
                case "in" -> in(words.get(1), OptionalInt.empty(), reader(words, 2));
                case "pull" ->
                        in(
                                words.get(1),
                                OptionalInt.of(Integer.parseInt(words.get(2))),
                                reader(words, 3));
                case "out" -> {
                    reader(words, 1).remove();
                    yield "ok out";
                }
                case "list" -> "ok " + String.join(" ", names());
                default -> "no: say in, pull, out or list";
            };
        } catch (IOException e) {
            return "no: " + e.getMessage();
        } catch (IndexOutOfBoundsException | NumberFormatException _) {
            return "no: say in NAME, pull NAME APDUS, out or list";
        }
    }

    private String in(String name, OptionalInt last, VirtualReader reader) throws IOException {
        if (!names().contains(name)) {
            return "no: there is no card \"" + name + "\"; there are " + String.join(", ", names());
        }
        FileTime made = Files.getLastModifiedTime(folder.resolve(name).resolve("9a.pem"));
        Known known = cards.get(name);
        if (known == null || !known.made().equals(made)) {
            known = new Known(made, new VirtualPiv(CardFiles.read(folder.resolve(name))));
            cards.put(name, known);
        }
        reader.insert(known.card(), last);
        return "ok in " + name;
    }

    private VirtualReader reader(List<String> words, int at) {
        return readers.get(words.size() > at ? Integer.parseInt(words.get(at)) : 0);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.exists(each.resolve("9a.pem")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
