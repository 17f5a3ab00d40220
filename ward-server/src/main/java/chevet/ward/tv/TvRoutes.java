package chevet.ward.tv;

import chevet.model.place.WardId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Programme;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.ward.console.Console;
import chevet.ward.console.Frame;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import chevet.ward.sync.Bedsides;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The console's page of television: channels and guide for IT, packs and age limits for the ward.
 */
public final class TvRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/tv/words";

    private static final Set<Role> SEE = Set.of(Role.WARD, Role.IT);
    private static final Set<Role> FEED = Set.of(Role.IT);
    private static final Set<Role> SET = Set.of(Role.WARD);

    /** Everybody who sees a bed's panel sees its parts. */
    private static final Set<Role> PART = Set.of(Role.WARD, Role.DIETITIAN);

    /** Some ten thousand programmes, written as a form; more comes as a file or by address. */
    static final int FILE_LIMIT = 12 * 1024 * 1024;

    private final Console console;
    private final Television television;

    public TvRoutes(Console console, Television television) {
        this.console = console;
        this.television = television;
        console.nav(new NavItem("/tv", "tv.nav", "tv", SEE, 60));
        console.get("/tv", SEE, visit -> page(visit, 200, Optional.empty()));
        console.post("/tv/read", FEED, this::read);
        for (Feed.Kind kind : Feed.Kind.values()) {
            String path = "/tv/" + TvFilePanel.word(kind);
            console.get(path, FEED, visit -> panel(visit, TvFilePanel.empty(kind)));
            console.post(path, FEED, FILE_LIMIT, visit -> take(visit, kind));
        }
        console.get("/tv/of/{bed}", PART, visit -> part(visit, Optional.empty()));
        console.post("/tv/of/{bed}", SET, this::set);
    }

    private Reply page(Visit visit, int status, Optional<TvFilePanel> panel) {
        Frame frame = visit.frame();
        TvDesk desk = television.desk();
        Map<ChannelId, Programme> now = desk.now();
        Map<ChannelId, Integer> days = desk.guided();
        List<TvPage.Row> rows =
                desk.channels().stream().map(channel -> row(frame, channel, now, days)).toList();
        Optional<WardId> ward = visit.ward();
        TvPage page =
                new TvPage(
                        frame.has(Role.IT) ? feeds() : List.of(),
                        rows,
                        ward,
                        ward.map(desk::rules),
                        desk.packs(),
                        frame.has(Role.WARD)
                                ? ward.map(w -> beds(frame, w)).orElse(List.of())
                                : List.of(),
                        mayChange(visit),
                        panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "tv/tv.jte" : "tv/page.jte", page);
    }

    private TvPage.Row row(
            Frame frame,
            Channel channel,
            Map<ChannelId, Programme> now,
            Map<ChannelId, Integer> days) {
        return new TvPage.Row(
                channel,
                TvWords.packs(frame, channel.packs(), television.desk().packs()),
                Optional.ofNullable(now.get(channel.id())),
                days.getOrDefault(channel.id(), 0));
    }

    private List<TvPage.FeedView> feeds() {
        return Arrays.stream(Feed.Kind.values())
                .map(
                        kind ->
                                new TvPage.FeedView(
                                        kind,
                                        television.source(kind),
                                        television.desk().feed(kind)))
                .toList();
    }

    private List<TvPage.BedRow> beds(Frame frame, WardId ward) {
        List<TvPack> packs = television.desk().packs();
        return television.access().in(ward).entrySet().stream()
                .map(
                        entry ->
                                new TvPage.BedRow(
                                        entry.getKey().bed(),
                                        TvWords.packs(frame, entry.getValue().packs(), packs),
                                        TvWords.age(
                                                frame,
                                                entry.getValue(),
                                                television.desk().rules(ward))))
                .toList();
    }

    private Reply read(Visit visit) {
        if (!mayChange(visit)) {
            return Reply.text(403, visit.t("tv.all-wards"));
        }
        television.readNow();
        return visit.partial() ? console.done(visit.t("tv.reading")) : Reply.seeOther("/tv");
    }

    private Reply panel(Visit visit, TvFilePanel panel) {
        int status = panel.refused() ? 422 : 200;
        return visit.partial()
                ? console.page(status, visit, "tv/file.jte", panel)
                : page(visit, status, Optional.of(panel));
    }

    private Reply take(Visit visit, Feed.Kind kind) {
        if (!mayChange(visit)) {
            return Reply.text(403, visit.t("tv.all-wards"));
        }
        String text = visit.request().form("text").orElse("");
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String from = visit.t("tv.by-hand");
        FeedResult result =
                switch (kind) {
                    case CHANNELS -> television.desk().importChannels(from, content);
                    // The browser has read the file's letters; what it was saved in no longer
                    // holds.
                    case GUIDE -> television.desk().importGuide(from, undeclared(text));
                };
        if (result instanceof FeedResult.Taken taken && taken.report().findings().isEmpty()) {
            return visit.partial()
                    ? console.done(visit.t("tv.taken." + kind, taken.found()))
                    : Reply.seeOther("/tv");
        }
        return panel(
                visit,
                new TvFilePanel(
                        kind,
                        result instanceof FeedResult.Refused ? text : "",
                        Optional.of(result)));
    }

    /** Channels and guide are the whole hospital's. */
    private boolean mayChange(Visit visit) {
        return visit.frame().has(Role.IT) && visit.frame().wards().size() == console.wards().size();
    }

    private static byte[] undeclared(String text) {
        return text.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "<?xml version=\"1.0\"?>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Reply part(Visit visit, Optional<String> done) {
        return lying(visit)
                .<Reply>map(
                        lying ->
                                console.page(
                                        visit,
                                        "tv/part.jte",
                                        new TvBedPart(
                                                lying.bed(),
                                                lying.stay(),
                                                television.access().of(lying.stay()),
                                                television.desk().rules(lying.ward()),
                                                television.desk().packs().stream()
                                                        .filter(
                                                                pack ->
                                                                        pack.kind()
                                                                                != TvPack.Kind.FREE)
                                                        .toList(),
                                                visit.frame().has(Role.WARD),
                                                done)))
                .orElseGet(() -> Reply.text(404, visit.t("tv.no-patient")));
    }

    private Reply set(Visit visit) {
        Optional<Bedsides.Lying> lying =
                lying(visit)
                        .filter(
                                here ->
                                        visit.field("stay")
                                                .filter(here.stay().value()::equals)
                                                .isPresent());
        if (lying.isEmpty()) {
            return Reply.text(409, visit.t("tv.changed"));
        }
        Set<String> known = new HashSet<>();
        television.desk().packs().forEach(pack -> known.add(pack.id().value()));
        List<String> ticked = visit.request().formAll("pack");
        Optional<Integer> age =
                visit.field("age").filter(text -> text.matches("[0-9]{1,2}")).map(Integer::valueOf);
        if (!known.containsAll(ticked) || age.filter(years -> years > 18).isPresent()) {
            return Reply.text(422, visit.t("tv.changed"));
        }
        TvAccess access =
                new TvAccess(
                        Set.copyOf(ticked.stream().distinct().map(TvPackId::new).toList()), age);
        boolean set = television.access().set(lying.get().stay(), access, visit.account().id());
        if (!set) {
            return Reply.text(409, visit.t("tv.changed"));
        }
        return visit.partial()
                ? part(visit, Optional.of(visit.t("tv.set-done", lying.get().bed())))
                : Reply.seeOther("/beds/" + lying.get().bed());
    }

    /** Who lies in the bed that the path names, where this account may see its ward. */
    private Optional<Bedsides.Lying> lying(Visit visit) {
        return visit.bed()
                .flatMap(
                        bed ->
                                visit.frame().wards().stream()
                                        .flatMap(
                                                ward ->
                                                        television
                                                                .access()
                                                                .in(ward.id(), bed)
                                                                .stream())
                                        .findFirst());
    }
}
