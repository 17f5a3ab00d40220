package chevet.ward.hl7;

import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.util.Optional;
import java.util.Set;

/** The page of what waits for somebody: messages, and beds that several patients claim. */
public final class FeedRoutes {
    /** Words of this page. */
    public static final String WORDS = "chevet/ward/hl7/words";

    private static final Set<Role> SEE = Set.of(Role.WARD, Role.IT);
    private static final Set<Role> ACT = Set.of(Role.IT);

    private final Console console;
    private final Feed feed;

    public FeedRoutes(Console console, Feed feed) {
        this.console = console;
        this.feed = feed;
        console.nav(new NavItem("/feed", "feed.nav", "file", SEE, 80));
        console.get("/feed", SEE, this::page);
        console.post("/feed/replay", ACT, this::replay);
        console.post("/feed/drop", ACT, this::drop);
    }

    private Reply page(Visit visit) {
        FeedPage page =
                new FeedPage(
                        feed.waiting(),
                        feed.count(),
                        feed.disputed(),
                        feed.ordersWaiting(),
                        visit.frame().has(Role.IT));
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(200, visit, live ? "hl7/list.jte" : "hl7/page.jte", page);
    }

    private Reply replay(Visit visit) {
        Optional<Feed.Replayed> replayed = visit.field("id").flatMap(feed::replay);
        String words =
                replayed.map(
                                done ->
                                        done.still()
                                                .map(
                                                        why ->
                                                                visit.t(
                                                                        "feed.still",
                                                                        visit.t(
                                                                                "feed.reason."
                                                                                        + why)))
                                                .orElseGet(() -> visit.t("feed.taken")))
                        .orElseGet(() -> visit.t("feed.gone"));
        return visit.partial() ? console.done(words) : Reply.seeOther("/feed");
    }

    private Reply drop(Visit visit) {
        visit.field("id").ifPresent(feed::drop);
        return visit.partial() ? console.done(visit.t("feed.dropped")) : Reply.seeOther("/feed");
    }
}
