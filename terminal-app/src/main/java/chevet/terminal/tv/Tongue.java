package chevet.terminal.tv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A language as streams name it: three letters of ISO 639-2, often the bibliographic ones (ETSI EN
 * 300 468, 6.2.19), where Java has names only for the two letters of ISO 639-1.
 */
final class Tongue {
    private static final Map<String, String> BIBLIOGRAPHIC =
            Map.ofEntries(
                    Map.entry("alb", "sq"),
                    Map.entry("arm", "hy"),
                    Map.entry("baq", "eu"),
                    Map.entry("chi", "zh"),
                    Map.entry("cze", "cs"),
                    Map.entry("dut", "nl"),
                    Map.entry("fre", "fr"),
                    Map.entry("geo", "ka"),
                    Map.entry("ger", "de"),
                    Map.entry("gre", "el"),
                    Map.entry("ice", "is"),
                    Map.entry("mac", "mk"),
                    Map.entry("may", "ms"),
                    Map.entry("per", "fa"),
                    Map.entry("rum", "ro"),
                    Map.entry("slo", "sk"),
                    Map.entry("wel", "cy"));

    private Tongue() {}

    /** With two letters where there are two. */
    static Locale of(String code) {
        String said = code.toLowerCase(Locale.ROOT);
        String two =
                said.length() == 3
                        ? BIBLIOGRAPHIC.getOrDefault(
                                said,
                                Arrays.stream(Locale.getISOLanguages())
                                        .filter(
                                                each ->
                                                        Locale.of(each)
                                                                .getISO3Language()
                                                                .equals(said))
                                        .findFirst()
                                        .orElse(said))
                        : said;
        return Locale.of(two);
    }
}
