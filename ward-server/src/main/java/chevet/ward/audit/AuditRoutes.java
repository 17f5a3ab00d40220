package chevet.ward.audit;

import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import chevet.ward.sync.AuditEntry;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of the audit. Whoever looks at it is in it. */
public final class AuditRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/audit/words";

    private static final Set<Role> AUDIT = Set.of(Role.AUDIT);
    private static final int SHOWN = 100;
    private static final int HASH_SHOWN = 6;

    private final Console console;
    private final AuditChain chain;
    private final AuditNames names;

    public AuditRoutes(Console console, AuditChain chain, AuditNames names) {
        this.console = console;
        this.chain = chain;
        this.names = names;
        console.nav(new NavItem("/audit", "audit.nav", "eye", AUDIT, 82));
        console.get("/audit", AUDIT, this::page);
        console.post("/audit/verify", AUDIT, this::verify);
    }

    private Reply page(Visit visit) {
        boolean live = visit.request().header("x-live").isPresent();
        if (!live) {
            chain.note(
                    AuditEntry.console(
                            AuditEntry.Event.AUDIT_READ,
                            visit.account().id(),
                            roles(visit),
                            "console"));
        }
        Question question = question(visit);
        List<AuditStore.Row> rows =
                chain.newest(question, before(visit).orElse(Long.MAX_VALUE), SHOWN + 1);
        Optional<Long> older =
                rows.size() > SHOWN
                        ? Optional.of(rows.get(SHOWN - 1).entry().number())
                        : Optional.empty();
        AuditPage page =
                new AuditPage(
                        rows.stream().limit(SHOWN).map(this::line).toList(),
                        question.event(),
                        question.refusedOnly(),
                        older,
                        query(question));
        return console.page(visit, live ? "audit/list.jte" : "audit/page.jte", page);
    }

    private Reply verify(Visit visit) {
        String said =
                switch (chain.verify()) {
                    case Soundness.Sound sound ->
                            visit.t("audit.sound", sound.entries(), sound.signed());
                    case Soundness.Broken broken ->
                            visit.t(
                                    "audit.broken",
                                    broken.number(),
                                    visit.t("audit.fault." + broken.fault()));
                };
        return console.page(visit, "audit/verdict.jte", said);
    }

    private AuditLine line(AuditStore.Row row) {
        AuditEntry what = row.entry().what();
        return new AuditLine(
                row.entry().number(),
                row.entry().at(),
                what,
                names.name(what.actor()).orElse(what.actor()),
                what.terminal()
                        .map(t -> names.bed(t).map(Object::toString).orElse(t.value()))
                        .orElse(""),
                HexFormat.of().formatHex(row.link().hash(), 0, HASH_SHOWN));
    }

    private static Question question(Visit visit) {
        String event =
                visit.request()
                        .query("event")
                        .filter(
                                word ->
                                        Arrays.stream(AuditEntry.Event.values())
                                                .anyMatch(e -> e.name().equals(word)))
                        .orElse("");
        return new Question(event, "", "", visit.request().query("refused").isPresent());
    }

    private static String query(Question question) {
        return "event=" + question.event() + (question.refusedOnly() ? "&refused=1" : "");
    }

    private static Optional<Long> before(Visit visit) {
        return visit.request()
                .query("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static String roles(Visit visit) {
        return visit.account().roles().stream()
                .sorted()
                .map(Role::name)
                .collect(Collectors.joining(","));
    }
}
