package chevet.model.request;

import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What may be asked, how a request goes on, and what stands first. Pure. */
public final class RequestRule {
    /** Characters of a text, the patient's or the ward's. */
    public static final int LONGEST_TEXT = 400;

    /** So many requests of one stay may be open at a time. */
    public static final int MOST_OPEN = 12;

    /** So long the patient still sees what became of a request. */
    public static final Duration KEPT = Duration.ofDays(1);

    private RequestRule() {}

    /**
     * The field that is wrong in what the patient sends; empty when it can be taken.
     *
     * <p>{@code text}: missing where the kind needs words, blank, too long, or with characters that
     * nobody can read.
     */
    public static Optional<String> wrong(MakeRequest made) {
        boolean missing = made.kind().needsText() && made.text().isEmpty();
        return missing || made.text().filter(text -> !readable(text)).isPresent()
                ? Optional.of("text")
                : Optional.empty();
    }

    /** True where a text has words, is not too long and holds nothing but letters and lines. */
    public static boolean readable(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_TEXT
                && text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c));
    }

    /** The request as it comes to the ward. */
    public static PatientRequest made(RequestId id, MakeRequest made, Instant tappedAt) {
        return new PatientRequest(
                id,
                made.kind(),
                made.text().map(String::strip),
                made.text().filter(text -> Distress.heard(text, made.language())).isPresent(),
                State.SENT,
                tappedAt,
                tappedAt,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * True where the same thing is already asked for and not yet done, so that another tap asks for
     * nothing new. Questions differ by their words.
     */
    public static boolean asked(Collection<PatientRequest> known, MakeRequest made) {
        return known.stream()
                .anyMatch(
                        each ->
                                each.state().open()
                                        && each.kind() == made.kind()
                                        && each.text().equals(made.text().map(String::strip)));
    }

    /**
     * The request after the ward's answer. Said again it stays as it is; what is over stays over,
     * and what is on its way is not merely seen again.
     *
     * @param why only with {@link State#DECLINED}, and needed there
     * @return empty where the answer does not fit
     */
    public static Optional<PatientRequest> answered(
            PatientRequest known, State to, Optional<Why> why, Optional<String> said, Instant now) {
        boolean fits =
                to != State.SENT
                        && to != State.WITHDRAWN
                        && why.isPresent() == (to == State.DECLINED)
                        && said.filter(text -> !readable(text)).isEmpty();
        if (!fits) {
            return Optional.empty();
        }
        if (known.state() == to
                && known.why().equals(why)
                && (said.isEmpty() || known.said().equals(said))) {
            return Optional.of(known);
        }
        if (!known.state().open() || to.compareTo(known.state()) < 0) {
            return Optional.empty();
        }
        return Optional.of(into(known, to, why, said.or(known::said), now));
    }

    /** The request after the patient took it back; as it was where it is over already. */
    public static PatientRequest withdrawn(PatientRequest known, Instant now) {
        return known.state().open()
                ? into(known, State.WITHDRAWN, Optional.empty(), known.said(), now)
                : known;
    }

    private static PatientRequest into(
            PatientRequest known, State to, Optional<Why> why, Optional<String> said, Instant now) {
        return new PatientRequest(
                known.id(),
                known.kind(),
                known.text(),
                known.urgent(),
                to,
                known.since(),
                now,
                why,
                said.map(String::strip));
    }
}
