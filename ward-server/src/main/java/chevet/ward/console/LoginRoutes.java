package chevet.ward.console;

import chevet.ward.http.Reply;
import chevet.ward.http.Request;
import chevet.ward.http.Routes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Login and logout, the way to the first page, and the stream of changes. */
final class LoginRoutes {
    private final Console console;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LoginThrottle throttle;

    LoginRoutes(
            Console console,
            Routes routes,
            Accounts accounts,
            Sessions sessions,
            InstantSource clock) {
        this.console = console;
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = new LoginThrottle(clock);
        routes.get("/login", this::show);
        routes.post("/login", this::login);
        console.get("/", Console.ANYONE, visit -> Reply.seeOther(console.home(visit.account())));
        console.post("/logout", Console.ANYONE, this::logout);
        console.get("/live/{topic}", Console.ANYONE, this::live);
        console.get(
                "/alerts", Console.ANYONE, visit -> console.page(visit, "console/alerts.jte", ""));
    }

    private Reply show(Request request) {
        return page(200, request, "", Optional.empty());
    }

    private Reply login(Request request) {
        String login = request.form("login").orElse("").strip();
        if (!Forgery.sameOrigin(request)) {
            return page(403, request, login, Optional.of("refused.forged"));
        }
        if (!throttle.allows(request.remote())) {
            return page(429, request, login, Optional.of("login.too-often"));
        }
        Optional<Account> account = accounts.login(login, request.form("password").orElse(""));
        if (account.isEmpty()) {
            return page(401, request, login, Optional.of("login.wrong"));
        }
        // A session that was open in this browser ends: its token may be known to somebody.
        console.known(request).ifPresent(known -> sessions.close(known.session()));
        return Reply.seeOther(console.home(account.get()))
                .with(new Reply.Cookie(Console.COOKIE, sessions.open(account.get().id()), -1));
    }

    private Reply logout(Visit visit) {
        sessions.close(visit.session());
        return Reply.seeOther("/login").with(new Reply.Cookie(Console.COOKIE, "", 0));
    }

    /** The stream lasts as long as the session, and does not prolong it. */
    private Reply live(Visit visit) {
        String topic = visit.part("topic");
        return console.isPage(topic)
                ? Reply.open(
                        Set.of(topic, Console.HOUSE, AlertSource.TOPIC),
                        () -> console.known(visit.request()).isPresent())
                : Reply.notFound();
    }

    private Reply page(int status, Request request, String login, Optional<String> problem) {
        boolean over = request.query("over").isPresent();
        return console.outside(
                status,
                console.frame(request, Optional.empty(), ""),
                "console/login.jte",
                new LoginPage(login, problem, over, accounts.none()));
    }
}
