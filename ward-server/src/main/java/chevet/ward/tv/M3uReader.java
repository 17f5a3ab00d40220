package chevet.ward.tv;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a channel list: M3U in Kodi's dialect (IPTV Simple: {@code tvg-id}, {@code tvg-name},
 * {@code tvg-chno}, {@code tvg-shift}, {@code tvg-logo}, {@code group-title}, {@code radio}; {@code
 * #EXTGRP}; {@code x-tvg-url} of the first line), with {@code chevet-pack} and {@code chevet-age}
 * besides. What cannot be used is left out and told; {@code #KODIPROP} and {@code #EXTVLCOPT} are
 * set aside.
 */
final class M3uReader {
    /** More channels than any remote control can reach. */
    static final int MOST = 1000;

    /** What the engines of the terminals play. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "udp", "rtp", "rtsp");

    private static final Set<String> WEB = Set.of("http", "https");
    private static final String ENTRY = "#EXTINF:";
    private static final String GROUP = "#EXTGRP:";

    private final Findings findings;
    private final List<Playlist.Entry> entries = new ArrayList<>();
    private Optional<URI> guide = Optional.empty();
    private Optional<Head> head = Optional.empty();
    private Optional<String> group = Optional.empty();

    /** An {@code #EXTINF} line that waits for its address. */
    private record Head(int line, Map<String, String> attributes, String name) {}

    private M3uReader(Findings findings) {
        this.findings = findings;
    }

    static Playlist read(String text, Findings findings) {
        M3uReader reader = new M3uReader(findings);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            reader.line(number, line.strip());
        }
        reader.head.ifPresent(left -> findings.add(left.line(), Finding.Kind.NO_ADDRESS));
        if (reader.entries.size() > MOST) {
            findings.add(0, Finding.Kind.TOO_MANY, reader.entries.size());
        }
        return new Playlist(reader.guide, reader.entries.stream().limit(MOST).toList());
    }

    private void line(int number, String line) {
        if (number == 1) {
            String first = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (first.toUpperCase(Locale.ROOT).startsWith("#EXTM3U")) {
                guide = guideOf(attributes(number, first.substring("#EXTM3U".length())));
                return;
            }
            findings.add(1, Finding.Kind.NO_HEADER);
        }
        String upper = line.toUpperCase(Locale.ROOT);
        if (line.isEmpty()) {
            return;
        }
        if (upper.startsWith(ENTRY)) {
            head.ifPresent(left -> findings.add(left.line(), Finding.Kind.NO_ADDRESS));
            head = Optional.of(head(number, line.substring(ENTRY.length())));
            group = Optional.empty();
        } else if (upper.startsWith(GROUP)) {
            group = Optional.of(line.substring(GROUP.length()).strip());
        } else if (upper.startsWith("#KODIPROP") || upper.startsWith("#EXTVLCOPT")) {
            findings.add(number, Finding.Kind.OPTION, line.substring(1).split("=", 2)[0]);
        } else if (!line.startsWith("#")) {
            address(number, line);
        }
    }

    private Optional<URI> guideOf(Map<String, String> attributes) {
        // Several may be given; the others are the same guide at other addresses.
        return Optional.ofNullable(attributes.get("x-tvg-url"))
                .or(() -> Optional.ofNullable(attributes.get("url-tvg")))
                .map(list -> list.split(",", 2)[0].strip())
                .flatMap(M3uReader::uri)
                .filter(uri -> WEB.contains(scheme(uri)));
    }

    private Head head(int line, String rest) {
        int comma = commaOutsideQuotes(rest);
        String before = comma < 0 ? rest : rest.substring(0, comma);
        String name = comma < 0 ? "" : rest.substring(comma + 1).strip();
        return new Head(line, attributes(line, before), name);
    }

    private static int commaOutsideQuotes(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        // A quote that nobody closed has swallowed the comma.
        return quoted ? text.lastIndexOf(',') : -1;
    }

    /** {@code key="value"}, or {@code key=value} up to the next space; keys in lower case. */
    private Map<String, String> attributes(int line, String text) {
        Map<String, String> attributes = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String before = text.substring(at, equals).strip();
            String key = before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
            int start = equals + 1;
            int end;
            if (start < text.length() && text.charAt(start) == '"') {
                start++;
                end = text.indexOf('"', start);
                if (end < 0) {
                    findings.add(line, Finding.Kind.BAD_ATTRIBUTE, key);
                    end = text.length();
                }
            } else {
                int space = text.indexOf(' ', start);
                end = space < 0 ? text.length() : space;
            }
            attributes.putIfAbsent(key, text.substring(start, end).strip());
            at = Math.min(text.length(), end + 1);
        }
        return attributes;
    }

    private void address(int line, String text) {
        // Kodi writes headers for the request behind a bar.
        int bar = text.indexOf('|');
        if (bar >= 0) {
            findings.add(line, Finding.Kind.OPTION, text.substring(bar));
        }
        String address = bar < 0 ? text : text.substring(0, bar).strip();
        Optional<URI> stream = uri(address).filter(uri -> SCHEMES.contains(scheme(uri)));
        Head known = head.orElseGet(() -> new Head(line, Map.of(), ""));
        head = Optional.empty();
        if (stream.isEmpty()) {
            findings.add(line, Finding.Kind.BAD_ADDRESS, address);
        } else {
            entries.add(entry(line, known, stream.get()));
        }
        group = Optional.empty();
    }

    private Playlist.Entry entry(int line, Head of, URI stream) {
        Map<String, String> attributes = of.attributes();
        String id = attributes.getOrDefault("tvg-id", "");
        String guideName = attributes.getOrDefault("tvg-name", "");
        String name = of.name();
        if (name.isEmpty()) {
            name =
                    List.of(guideName, id, String.valueOf(stream.getAuthority())).stream()
                            .filter(word -> !word.isEmpty())
                            .findFirst()
                            .orElse("?");
            findings.add(of.line(), Finding.Kind.NO_NAME, name);
        }
        String radio = attributes.getOrDefault("radio", "");
        return new Playlist.Entry(
                line,
                id,
                guideName,
                attributes.getOrDefault("tvg-chno", ""),
                name,
                radio.equalsIgnoreCase("true") || radio.equals("1"),
                stream,
                list(group.orElse(attributes.getOrDefault("group-title", "")), ";"),
                list(attributes.getOrDefault("chevet-pack", ""), "[;, ]"),
                age(of, attributes),
                shift(of, attributes),
                Optional.ofNullable(attributes.get("tvg-logo"))
                        .flatMap(M3uReader::uri)
                        .filter(uri -> WEB.contains(scheme(uri))));
    }

    private int age(Head of, Map<String, String> attributes) {
        String text = attributes.getOrDefault("chevet-age", "");
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= 18) {
            return Integer.parseInt(text);
        }
        findings.add(of.line(), Finding.Kind.BAD_AGE, text);
        // What somebody wanted to keep from children is kept from them.
        return 18;
    }

    private Duration shift(Head of, Map<String, String> attributes) {
        String text = attributes.getOrDefault("tvg-shift", "");
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (text.matches("[+-]?[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            return Duration.ofMinutes(Math.round(Double.parseDouble(text) * 60));
        }
        findings.add(of.line(), Finding.Kind.BAD_SHIFT, text);
        return Duration.ZERO;
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text.replace(" ", "%20")));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }
}
