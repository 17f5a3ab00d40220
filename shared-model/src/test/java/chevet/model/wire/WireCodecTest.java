package chevet.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.meal.DishId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-21T11:42:00.123Z");
    private static final String COMMAND =
            "{\"id\":\"019a\",\"terminal\":\"t-214-F\",\"series\":\"s1\",\"number\":7,\"oldest\":5,\"stay\":\"st-1\","
                    + "\"tappedAt\":\"2026-11-21T11:42:00.123Z\",\"type\":\"meal.choose\",\"body\":{\"dish\":\"colin\"}}";

    record Choice(DishId dish, Optional<String> note, Map<WardId, Integer> wards) {}

    @Test
    void aCommandLooksLikeThisOnTheWire() {
        Command command =
                new Command(
                        "019a",
                        new TerminalId("t-214-F"),
                        "s1",
                        7,
                        5,
                        Optional.of(new StayId("st-1")),
                        NOON,
                        "meal.choose",
                        new Body("{\"dish\":\"colin\"}"));
        assertThat(new String(WireCodec.bytes(command), UTF_8)).isEqualTo(COMMAND);
        assertThat(WireCodec.command(COMMAND.getBytes(UTF_8))).isEqualTo(command);
    }

    @Test
    void everyKindOfDownMessageComesBackAsItWas() {
        StreamId stay = StreamId.stay(new StayId("st-1"));
        Event event = new Event(stay, 3, 1, "k", "meal.tray", Optional.empty(), NOON);
        List<Down> messages =
                List.of(
                        new Down.Outcomes(
                                List.of(
                                        new Outcome(
                                                "c",
                                                "s",
                                                1,
                                                Outcome.Status.REFUSED,
                                                Optional.of(
                                                        new Reason(
                                                                "meal.too-late",
                                                                Map.of("cutOff", "x"))),
                                                NOON))),
                        new Down.Live("e1", List.of(event)),
                        new Down.Page(stay, "e1", 0, 9, true, false, List.of(event)),
                        new Down.Dropped(List.of(StreamId.HOUSE, stay)),
                        new Down.Current("4/2", NOON, Map.of(stay, new Cursor("e1", 9))));
        assertThat(messages)
                .allSatisfy(m -> assertThat(WireCodec.down(WireCodec.bytes(m))).isEqualTo(m));
    }

    @Test
    void bodiesHoldRecordsWithIdsOptionalsAndMaps() {
        Choice choice =
                new Choice(new DishId("colin"), Optional.empty(), Map.of(new WardId("w1"), 2));
        assertThat(WireCodec.strict(WireCodec.body(choice), Choice.class)).isEqualTo(choice);
    }

    @Test
    void aMissingOptionalIsEmpty() {
        assertThat(
                        WireCodec.lenient(
                                        new Body("{\"dish\":\"colin\",\"wards\":{}}"), Choice.class)
                                .note())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "number":7          | "number":"x7y"             | number
                    "type":"meal.choose"| "type":"meal.choose","x":1 | x
                    "series":"s1"       | "series":null              | series
                    "series":"s1",      | ``                         | series
                    "stay":"st-1"       | "stay":"a/b"               | stay
                    t-214-F             | +/#                        | terminal
                    """)
    void faultsNameTheirField(String good, String bad, String field) {
        byte[] bytes = COMMAND.replace(good, bad).getBytes(UTF_8);
        assertThatThrownBy(() -> WireCodec.command(bytes))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void duplicateKeysAreRefusedEvenInsideABody() {
        byte[] twice =
                COMMAND.replace("\"dish\":\"colin\"", "\"dish\":\"a\",\"dish\":\"b\"")
                        .getBytes(UTF_8);
        assertThatThrownBy(() -> WireCodec.command(twice)).isInstanceOf(WireException.class);
    }

    @Test
    void rubbishIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> WireCodec.command("Mme Martin".getBytes(UTF_8)))
                .isInstanceOf(WireException.class)
                .hasMessageNotContaining("Martin");
    }

    @Test
    void unknownKeysAreIgnoredDownwards() {
        Down down =
                WireCodec.down(
                        "{\"kind\":\"dropped\",\"streams\":[\"house\"],\"new\":1}".getBytes(UTF_8));
        assertThat(down).isEqualTo(new Down.Dropped(List.of(StreamId.HOUSE)));
    }
}
