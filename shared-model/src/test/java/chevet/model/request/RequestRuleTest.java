package chevet.model.request;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.text.Language;
import chevet.model.wire.WireCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestRuleTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:20:00Z");
    private static final Instant LATER = AT.plusSeconds(60);
    private static final RequestId ID = new RequestId("r-1");

    private static MakeRequest make(RequestKind kind, String text) {
        return new MakeRequest(kind, Optional.of(text).filter(t -> !t.isEmpty()), Language.FR);
    }

    private static PatientRequest in(State state) {
        PatientRequest sent = RequestRule.made(ID, make(RequestKind.WATER, ""), AT);
        return switch (state) {
            case SENT -> sent;
            case WITHDRAWN -> RequestRule.withdrawn(sent, AT);
            case DECLINED -> answer(sent, state, Optional.of(Why.LATER)).orElseThrow();
            case SEEN, COMING, DONE -> answer(sent, state, Optional.empty()).orElseThrow();
        };
    }

    private static Optional<PatientRequest> answer(
            PatientRequest known, State to, Optional<Why> why) {
        return RequestRule.answered(known, to, why, Optional.empty(), LATER);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SENT,      SEEN,      true
                    SENT,      COMING,    true
                    SENT,      DONE,      true
                    SENT,      DECLINED,  true
                    SEEN,      SEEN,      true
                    SEEN,      COMING,    true
                    COMING,    SEEN,      false
                    COMING,    DONE,      true
                    COMING,    DECLINED,  true
                    DONE,      DONE,      true
                    DONE,      DECLINED,  false
                    DONE,      COMING,    false
                    DECLINED,  DONE,      false
                    DECLINED,  DECLINED,  true
                    WITHDRAWN, DONE,      false
                    SENT,      WITHDRAWN, false
                    SEEN,      SENT,      false
                    """)
    void requestGoesForwardOnly(State from, State to, boolean fits) {
        Optional<Why> why = to == State.DECLINED ? Optional.of(Why.LATER) : Optional.empty();
        assertThat(answer(in(from), to, why).isPresent()).isEqualTo(fits);
    }

    @Test
    void answerSaidAgainChangesNothing() {
        PatientRequest seen = in(State.SEEN);
        assertThat(
                        RequestRule.answered(
                                seen,
                                State.SEEN,
                                Optional.empty(),
                                Optional.empty(),
                                LATER.plusSeconds(9)))
                .contains(seen);
    }

    @Test
    void requestIsDeclinedWithAWordAndWithNothingElse() {
        assertThat(answer(in(State.SENT), State.DECLINED, Optional.empty())).isEmpty();
        assertThat(answer(in(State.SENT), State.DONE, Optional.of(Why.LATER))).isEmpty();
        assertThat(answer(in(State.SENT), State.DECLINED, Optional.of(Why.ASK_DOCTOR)))
                .get()
                .satisfies(
                        declined -> {
                            assertThat(declined.why()).contains(Why.ASK_DOCTOR);
                            assertThat(declined.changed()).isEqualTo(LATER);
                            assertThat(declined.since()).isEqualTo(AT);
                        });
    }

    @Test
    void whatTheWardSaidStaysWhenItGoesOn() {
        PatientRequest seen =
                RequestRule.answered(
                                in(State.SENT),
                                State.SEEN,
                                Optional.empty(),
                                Optional.of("Dans une heure"),
                                LATER)
                        .orElseThrow();
        assertThat(answer(seen, State.DONE, Optional.empty()).orElseThrow().said())
                .contains("Dans une heure");
    }

    @Test
    void whatIsOverIsNotTakenBack() {
        assertThat(RequestRule.withdrawn(in(State.DONE), LATER).state()).isEqualTo(State.DONE);
        assertThat(RequestRule.withdrawn(in(State.COMING), LATER).state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void questionNeedsWordsThatCanBeRead() {
        assertThat(RequestRule.wrong(make(RequestKind.QUESTION, ""))).contains("text");
        assertThat(RequestRule.wrong(make(RequestKind.QUESTION, "   "))).contains("text");
        assertThat(RequestRule.wrong(make(RequestKind.QUESTION, "a".repeat(401)))).contains("text");
        assertThat(RequestRule.wrong(make(RequestKind.QUESTION, "a\u0000b"))).contains("text");
        assertThat(RequestRule.wrong(make(RequestKind.QUESTION, "Quand ?\nMerci"))).isEmpty();
        assertThat(RequestRule.wrong(make(RequestKind.PILLOW, ""))).isEmpty();
    }

    @Test
    void sameThingIsNotAskedForTwiceWhileItIsOpen() {
        MakeRequest water = make(RequestKind.WATER, "");
        assertThat(RequestRule.asked(List.of(in(State.COMING)), water)).isTrue();
        assertThat(RequestRule.asked(List.of(in(State.DONE)), water)).isFalse();
        assertThat(RequestRule.asked(List.of(in(State.SENT)), make(RequestKind.PILLOW, "")))
                .isFalse();
    }

    @Test
    void wordsOfDistressMakeARequestUrgent() {
        assertThat(RequestRule.made(ID, make(RequestKind.QUESTION, "J'ai mal"), AT).urgent())
                .isTrue();
        assertThat(RequestRule.made(ID, make(RequestKind.QUESTION, "Quand ?"), AT).urgent())
                .isFalse();
    }

    @Test
    void requestIsWrittenAsEverybodyReadsIt() {
        assertThat(
                        WireCodec.body(
                                        RequestRule.made(
                                                ID, make(RequestKind.QUESTION, "Quand ?"), AT))
                                .json())
                .isEqualTo(
                        """
                        {"id":"r-1","kind":"QUESTION","text":"Quand ?","urgent":false,\
                        "state":"SENT","since":"2026-11-21T10:20:00Z",\
                        "changed":"2026-11-21T10:20:00Z","why":null,"said":null}""");
        assertThat(WireCodec.body(make(RequestKind.WATER, "")).json())
                .isEqualTo("{\"kind\":\"WATER\",\"text\":null,\"language\":\"FR\"}");
    }

    @Test
    void nothingOfAPatientIsInWhatALogWouldHold() {
        PatientRequest asked = RequestRule.made(ID, make(RequestKind.QUESTION, "Canarisson"), AT);
        assertThat(asked.toString() + make(RequestKind.QUESTION, "Canarisson"))
                .doesNotContain("Canarisson");
    }
}
