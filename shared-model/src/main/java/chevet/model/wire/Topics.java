package chevet.model.wire;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import java.util.List;

/**
 * Every topic that Chevet uses. A terminal publishes on its own {@code up}, {@code ask} and {@code
 * presence}, and subscribes to its own {@code down} and {@code answer} and to the shared three of
 * its place.
 */
public final class Topics {
    /** All topics of this version of the protocol, for a server on an external broker. */
    public static final String ALL_UP = "chevet/1/+/up/+";

    public static final String ALL_ASK = "chevet/1/+/ask/+";
    public static final String ALL_PRESENCE = "chevet/1/+/presence/+";
    public static final String HOUSE = "chevet/1/house";

    private Topics() {}

    public static String up(WardId ward, TerminalId terminal) {
        return own(ward, "up", terminal);
    }

    public static String down(WardId ward, TerminalId terminal) {
        return own(ward, "down", terminal);
    }

    public static String ask(WardId ward, TerminalId terminal) {
        return own(ward, "ask", terminal);
    }

    public static String answer(WardId ward, TerminalId terminal) {
        return own(ward, "answer", terminal);
    }

    public static String presence(WardId ward, TerminalId terminal) {
        return own(ward, "presence", terminal);
    }

    public static String site(SiteId site) {
        return "chevet/1/site/" + site;
    }

    public static String ward(WardId ward) {
        return "chevet/1/" + ward + "/ward";
    }

    /** What a terminal may publish on. */
    public static List<String> publishedBy(WardId ward, TerminalId terminal) {
        return List.of(up(ward, terminal), ask(ward, terminal), presence(ward, terminal));
    }

    /** What a terminal subscribes to, and may. */
    public static List<String> subscribedBy(SiteId site, WardId ward, TerminalId terminal) {
        return List.of(down(ward, terminal), answer(ward, terminal), HOUSE, site(site), ward(ward));
    }

    private static String own(WardId ward, String road, TerminalId terminal) {
        return "chevet/1/" + ward + "/" + road + "/" + terminal;
    }
}
