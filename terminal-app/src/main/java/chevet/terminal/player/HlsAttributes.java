package chevet.terminal.player;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of one line of a playlist (RFC 8216, 4.2); what is no attribute is passed over.
 */
final class HlsAttributes {
    private static final Pattern ONE = Pattern.compile("([A-Z0-9-]+)=(?:\"([^\"]*)\"|([^,\"]*))");

    private final Map<String, String> all = new HashMap<>();

    HlsAttributes(String line) {
        Matcher found = ONE.matcher(line.substring(line.indexOf(':') + 1));
        while (found.find()) {
            String value = Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3));
            all.putIfAbsent(found.group(1), value.strip());
        }
    }

    /** Empty where it is not there or says nothing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(all.get(name)).filter(said -> !said.isEmpty());
    }

    boolean yes(String name) {
        return text(name).filter("YES"::equalsIgnoreCase).isPresent();
    }

    /** The parts of a list between commas, in lower case. */
    List<String> parts(String name) {
        return text(name)
                .map(list -> List.of(list.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .orElse(List.of());
    }

    /** What stands for it where it is no number: 1, so that a player finds one. */
    long number(String name) {
        return text(name)
                .filter(said -> said.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .filter(value -> value > 0)
                .orElse(1L);
    }
}
