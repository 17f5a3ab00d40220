package chevet.ward.tv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of episodes, as XMLTV has them, in the form in which people read them. */
final class Episodes {
    /** {@code 1 . 12/24 . 0/1}: season, episode and part, each from 0 and each optional. */
    private static final Pattern NS =
            Pattern.compile(
                    "\\s*([0-9]{0,4})\\s*(?:/\\s*[0-9]+\\s*)?\\.\\s*([0-9]{0,5})\\s*(?:/.*)?(?:\\..*)?");

    private static final int LONGEST = 20;

    private Episodes() {}

    /**
     * @return {@code 2.13}, or what the guide wants on the screen; empty where it says nothing
     */
    static Optional<String> read(String system, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (system.equals("xmltv_ns")) {
            Matcher matcher = NS.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String season = matcher.group(1);
            String episode = matcher.group(2);
            if (episode.isEmpty()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(episode) + 1;
            return Optional.of(
                    season.isEmpty()
                            ? String.valueOf(number)
                            : (Integer.parseInt(season) + 1) + "." + number);
        }
        boolean onScreen = system.equals("onscreen") || system.isEmpty();
        return onScreen && text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }
}
