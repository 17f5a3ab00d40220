package chevet.ward.tv;

import chevet.model.tv.DailyHours;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.ward.console.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Packs, ages and rules in the words of a page. */
public final class TvWords {
    private TvWords() {}

    /** {@code Cinéma, Enfants}; a pack that the configuration has no more stands by its id. */
    public static String packs(Frame frame, Collection<TvPackId> ids, List<TvPack> packs) {
        return ids.stream()
                .map(
                        id ->
                                packs.stream()
                                        .filter(pack -> pack.id().equals(id))
                                        .findFirst()
                                        .map(pack -> pack.name().in(frame.words().language()))
                                        .orElse(id.value()))
                .collect(Collectors.joining(", "));
    }

    /** {@code tous publics}, {@code jusqu’à -12}, {@code sans limite d’âge}. */
    public static String age(Frame frame, int greatest) {
        return greatest == 0
                ? frame.t("tv.age.all")
                : greatest >= 18 ? frame.t("tv.age.none") : frame.t("tv.age.upto", greatest);
    }

    /** What counts for a stay: its own limit, or the ward's. */
    public static String age(Frame frame, TvAccess access, TvRules rules) {
        return access.greatestAge()
                .map(own -> age(frame, own))
                .orElseGet(() -> frame.t("tv.age.ward", age(frame, rules.greatestAge())));
    }

    /** A ward's rules, one line each. */
    public static List<String> rules(Frame frame, TvRules rules, List<TvPack> packs) {
        List<String> lines = new ArrayList<>();
        lines.add(frame.t("tv.rule.volume", rules.volume()));
        rules.caps()
                .forEach(
                        cap ->
                                lines.add(
                                        frame.t("tv.rule.cap", cap.percent(), hours(cap.hours()))));
        rules.headphonesOnly().forEach(at -> lines.add(frame.t("tv.rule.headphones", hours(at))));
        lines.add(frame.t("tv.rule.age", age(frame, rules.greatestAge())));
        if (!rules.packs().isEmpty()) {
            lines.add(frame.t("tv.rule.packs", packs(frame, rules.packs(), packs)));
        }
        return lines;
    }

    private static String hours(DailyHours hours) {
        return hours.from() + "–" + hours.to();
    }
}
