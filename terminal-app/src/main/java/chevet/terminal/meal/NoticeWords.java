package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.Refusal;
import chevet.model.wire.Reason;
import chevet.terminal.meal.MealModel.LeftOut;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences of what a patient has to know before choosing, and what to do about it. */
final class NoticeWords {
    private final Words words;
    private final WardTime time;
    private final MealWords meals;

    NoticeWords(Words words, WardTime time, MealWords meals) {
        this.words = words;
        this.time = time;
        this.meals = meals;
    }

    /** A notice: its first sentence in bold, then what it means or what to do. */
    List<String> of(Notice notice) {
        return switch (notice) {
            case Notice.Unconfirmed() -> both("meal.notice.unconfirmed");
            case Notice.Fasting(FoodProfile.Fasting fasting) -> fasting(fasting);
            case Notice.Held(List<Refusal> reasons, boolean canChoose) -> held(reasons, canChoose);
            case Notice.Refused(Reason reason) ->
                    List.of(words.text("meal.notice.refused"), meals.outcome(reason));
            case Notice.NotKept() -> both("meal.notice.not-kept");
            case Notice.Changed(boolean profile, List<LeftOut> leftOut) ->
                    withLeftOut(
                            words.text(
                                    profile
                                            ? "meal.notice.profile-changed"
                                            : "meal.notice.menu-changed"),
                            leftOut,
                            words.text("meal.notice.changed.kept"));
            case Notice.Repeated(List<LeftOut> leftOut) ->
                    withLeftOut(
                            words.text("meal.notice.repeated"),
                            leftOut,
                            words.text("meal.notice.repeated.check"));
            case Notice.TooMuch(List<Refusal> reasons) ->
                    List.of(
                            words.text("meal.notice.too-much", meals.reason(reasons.getFirst())),
                            words.text("meal.notice.too-much.do"));
            case Notice.StillToChoose(List<Course> courses) ->
                    List.of(
                            words.text(
                                    "meal.notice.still",
                                    courses.stream()
                                            .map(c -> meals.course(c).toLowerCase(Locale.ROOT))
                                            .collect(
                                                    Collectors.joining(words.text("meal.comma")))));
        };
    }

    private List<String> both(String key) {
        return List.of(words.text(key), words.text(key + ".do"));
    }

    private List<String> fasting(FoodProfile.Fasting fasting) {
        boolean begun = !time.now().isBefore(fasting.from());
        String from =
                begun
                        ? words.text("meal.notice.fasting.now")
                        : words.text("meal.notice.fasting.from", meals.moment(fasting.from()));
        String until =
                fasting.until()
                        .map(at -> words.text("meal.notice.fasting.until", meals.moment(at)))
                        .orElseGet(() -> words.text("meal.notice.fasting.open"));
        return List.of(from, until);
    }

    private List<String> held(List<Refusal> reasons, boolean canChoose) {
        String first =
                reasons.isEmpty()
                        ? words.text("meal.notice.held")
                        : words.text("meal.notice.held.why", meals.reason(reasons.getFirst()));
        return List.of(
                first, words.text(canChoose ? "meal.notice.held.choose" : "meal.notice.held.team"));
    }

    private List<String> withLeftOut(String first, List<LeftOut> leftOut, String otherwise) {
        List<String> sentences = new ArrayList<>();
        sentences.add(first);
        leftOut.forEach(
                l ->
                        sentences.add(
                                words.text(
                                        "meal.notice.left-out",
                                        words.text(l.name()),
                                        meals.reason(l.reason()))));
        if (leftOut.isEmpty()) {
            sentences.add(otherwise);
        }
        return sentences;
    }
}
