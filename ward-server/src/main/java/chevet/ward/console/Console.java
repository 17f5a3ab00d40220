package chevet.ward.console;

import chevet.model.text.Language;
import chevet.ward.http.Reply;
import chevet.ward.http.Request;
import chevet.ward.http.Routes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The frame of the ward's web page: it lets a request pass only with a session, a role that the
 * route names and, where it changes something, the session's CSRF token. A route that was not added
 * here does not exist. Filled once by {@code Pages}, then safe for all threads.
 */
public final class Console {
    /** {@code __Host-}: the browser itself insists on Secure, on this host and on no other path. */
    static final String COOKIE = "__Host-chevet";

    /** The topic of what every page shows: how the server itself is. */
    public static final String HOUSE = "house";

    /** What a route does once the frame has let the request pass. */
    @FunctionalInterface
    public interface Action {
        Reply answer(Visit visit);
    }

    /** A route and who may use it: the table that the tests walk. */
    public record Guarded(String method, String pattern, Set<Role> roles) {
        public Guarded {
            roles = Set.copyOf(roles);
        }
    }

    /** Routes of a session whatever its roles. */
    public static final Set<Role> ANYONE = Set.of(Role.values());

    private final Routes routes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String house;
    private final List<WardName> wards;
    private final Map<Language, Words> words;
    private final Templates templates = new Templates();
    private Supplier<Optional<Instant>> diskFull = Optional::empty;
    private final List<NavItem> nav = new ArrayList<>();
    private final List<Guarded> guarded = new ArrayList<>();
    private final List<AlertSource> alerts = new ArrayList<>();

    /**
     * @param house the name over the side bar: the site's
     * @param wards all of them, in the order in which they are shown
     * @param bundles base names of the features' words
     */
    public Console(
            Routes routes,
            Accounts accounts,
            Sessions sessions,
            InstantSource clock,
            ZoneId zone,
            String house,
            List<WardName> wards,
            List<String> bundles) {
        this.routes = routes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.zone = zone;
        this.house = house;
        this.wards = List.copyOf(wards);
        List<String> all = new ArrayList<>(List.of("chevet/ward/console/words"));
        all.addAll(bundles);
        this.words = Words.read(all);
        routes.assets("/assets/", "chevet/ward/console/assets/");
        routes.assets("/vendor/", "META-INF/resources/webjars/htmx.org/2.0.7/dist/");
        new LoginRoutes(this, routes, accounts, sessions, clock);
    }

    /**
     * What every page says while it lasts: since when nothing can be kept because the disk is full.
     * Tell {@link #HOUSE} when it begins and ends.
     */
    public Console diskFull(Supplier<Optional<Instant>> since) {
        diskFull = since;
        return this;
    }

    /** A page, or a part of one. */
    public Console get(String pattern, Set<Role> roles, Action action) {
        guarded.add(new Guarded("GET", pattern, roles));
        routes.get(pattern, request -> guard(request, roles, action));
        return this;
    }

    /** An act. */
    public Console post(String pattern, Set<Role> roles, Action action) {
        guarded.add(new Guarded("POST", pattern, roles));
        routes.post(pattern, request -> guard(request, roles, action));
        return this;
    }

    /** An act that brings a file; its body may have that many bytes. */
    public Console post(String pattern, Set<Role> roles, int bodyLimit, Action action) {
        guarded.add(new Guarded("POST", pattern, roles));
        routes.post(pattern, bodyLimit, request -> guard(request, roles, action));
        return this;
    }

    public Console nav(NavItem item) {
        nav.add(item);
        nav.sort(Comparator.comparingInt(NavItem::place));
        return this;
    }

    /** Lets a feature say what has to be seen at once. */
    public Console alerts(AlertSource source) {
        alerts.add(source);
        return this;
    }

    /** Every route behind the login, in the order in which they were added. */
    public List<Guarded> table() {
        return List.copyOf(guarded);
    }

    /** Renders a template; it receives {@code frame} and {@code page}. */
    public Reply.Whole page(Visit visit, String template, Object page) {
        return page(200, visit, template, page);
    }

    /** The same with a status; 422 for a form that has faults. */
    public Reply.Whole page(int status, Visit visit, String template, Object page) {
        return Reply.html(status, templates.render(template, visit.frame(), page));
    }

    /** An act is done: the panel closes and these words are said. */
    public Reply.Whole done(String words) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            // A header is ASCII, and this one is JSON.
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
            ascii.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return Reply.nothing().with("HX-Trigger", "{\"panel-done\":\"" + ascii + "\"}");
    }

    Reply.Whole outside(int status, Frame frame, String template, Object page) {
        return Reply.html(status, templates.render(template, frame, page));
    }

    /** Every ward of the hospital: what an account may be given. */
    public List<WardName> wards() {
        return wards;
    }

    /** Whether a door leads to a page of that name: what changes there is told under it. */
    boolean isPage(String name) {
        return nav.stream().anyMatch(item -> item.path().equals("/" + name));
    }

    /** The first door that the account may use. */
    String home(Account account) {
        return navOf(account).stream().findFirst().map(NavItem::path).orElse("/me");
    }

    Frame frame(Request request, Optional<Account> account, String csrf) {
        Language language =
                account.flatMap(Account::language).orElseGet(() -> Wanted.language(request));
        return new Frame(
                wordsIn(language),
                account,
                csrf,
                account.map(this::navOf).orElse(List.of()),
                request.path(),
                account.map(this::alertsOf).orElse(List.of()),
                account.map(a -> wards.stream().filter(w -> a.maySee(w.id())).toList())
                        .orElse(List.of()),
                house,
                zone,
                clock.instant(),
                diskFull.get(),
                routes::assetPath);
    }

    /** The session that the request's cookie names, and its account, as they are now. */
    Optional<Known> known(Request request) {
        return request.cookie(COOKIE)
                .flatMap(sessions::find)
                .flatMap(
                        session ->
                                accounts.byId(session.account())
                                        .map(account -> new Known(account, session)));
    }

    record Known(Account account, Session session) {}

    private Reply guard(Request request, Set<Role> roles, Action action) {
        Optional<Known> known = known(request);
        if (known.isEmpty()) {
            return toLogin(request);
        }
        Account account = known.get().account();
        Session session = known.get().session();
        Frame frame = frame(request, Optional.of(account), session.csrf());
        if (request.method().equals("POST") && !Forgery.excluded(request, session)) {
            return refused(request, frame, "refused.forged");
        }
        if (account.roles().stream().noneMatch(roles::contains)) {
            return refused(request, frame, "refused.role");
        }
        if (account.mustChange() && !request.path().startsWith("/me")) {
            return Wanted.partial(request)
                    ? Reply.text(403, "").with("HX-Redirect", "/me")
                    : Reply.seeOther("/me");
        }
        // What a page asks by itself is no sign of a person.
        if (request.header("x-live").isEmpty()) {
            sessions.seen(session);
        }
        return action.answer(new Visit(request, account, session, frame));
    }

    private Reply refused(Request request, Frame frame, String key) {
        return Wanted.partial(request)
                ? Reply.text(403, frame.t(key))
                : outside(403, frame, "console/refused.jte", key);
    }

    /** A part of a page cannot show a login: the whole page goes there. */
    private static Reply toLogin(Request request) {
        String login = request.cookie(COOKIE).isPresent() ? "/login?over=1" : "/login";
        return Wanted.partial(request) || request.method().equals("POST")
                ? Reply.text(401, "").with("HX-Redirect", login)
                : Reply.seeOther(login);
    }

    private List<NavItem> navOf(Account account) {
        return nav.stream()
                .filter(item -> item.roles().stream().anyMatch(account.roles()::contains))
                .toList();
    }

    private List<Alert> alertsOf(Account account) {
        return alerts.stream().flatMap(source -> source.of(account).stream()).toList();
    }

    private Words wordsIn(Language language) {
        Words found = words.get(language);
        if (found == null) {
            throw new IllegalStateException("no words in " + language);
        }
        return found;
    }
}
