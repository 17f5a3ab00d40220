package chevet.model.tv;

import static chevet.model.tv.Sets.channel;
import static chevet.model.tv.Sets.packs;
import static chevet.model.tv.Sets.programme;
import static chevet.model.tv.Sets.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TvRuleTest {
    private static final ZoneId LILLE = ZoneId.of("Europe/Paris");
    private static final TvAccess NONE = TvAccess.NONE;

    @Test
    void aStayHasTheChannelsOfItsWardAndItsOwnPacksByNumber() {
        List<Channel> all =
                List.of(
                        channel(9, "cinema"),
                        channel(2),
                        channel(5, "sport"),
                        channel(1, "enfants"));
        TvRules rules = rules(18, "enfants");
        assertThat(numbers(TvRule.visible(all, rules, NONE))).containsExactly(1, 2);
        TvAccess bought = new TvAccess(packs("cinema"), Optional.empty());
        assertThat(numbers(TvRule.visible(all, rules, bought))).containsExactly(1, 2, 9);
    }

    @Test
    void oneOfSeveralPacksIsEnough() {
        Channel either = channel(3, "sport", "cinema");
        TvAccess bought = new TvAccess(packs("cinema"), Optional.empty());
        assertThat(TvRule.judge(either, Optional.empty(), rules(18), bought))
                .isEqualTo(new TvRule.Verdict.Shown());
        assertThat(TvRule.judge(either, Optional.empty(), rules(18), NONE))
                .isEqualTo(new TvRule.Verdict.NeedsPack(packs("cinema", "sport")));
    }

    @ParameterizedTest(name = "ward {0}, parent {1}, channel {2}, programme {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    18, ,   0, ,   Shown
                    18, ,  18, 18, Shown
                    12, ,   0, 12, Shown
                    12, ,   0, 16, ForOlder
                    12, ,  16, ,   ForOlder
                    12, ,  16, 10, Shown
                    12, 16, 0, 16, Shown
                    12, 0,  0, 10, ForOlder
                    18, 10, 0, 10, Shown
                    0,  ,   0, ,   Shown
                    0,  ,   0, 10, ForOlder
                    """)
    void theParentsWordStandsInPlaceOfTheWards(
            int ward, Integer parent, int channelAge, Integer programmeAge, String verdict) {
        TvAccess access = new TvAccess(Set.of(), Optional.ofNullable(parent));
        Optional<Programme> now =
                Optional.of(
                        programme(
                                "2026-11-21T12:00:00Z",
                                "2026-11-21T13:00:00Z",
                                Optional.ofNullable(programmeAge)));
        Channel channel = channel(1, channelAge);
        assertThat(TvRule.judge(channel, now, rules(ward), access).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void aChannelForOlderPeopleIsNotInTheList() {
        List<Channel> all = List.of(channel(1, 0), channel(2, 16));
        assertThat(numbers(TvRule.visible(all, rules(12), NONE))).containsExactly(1);
        TvAccess parent = new TvAccess(Set.of(), Optional.of(16));
        assertThat(numbers(TvRule.visible(all, rules(12), parent))).containsExactly(1, 2);
    }

    @ParameterizedTest(name = "at {0}: {1} %, headphones only {2}")
    @CsvSource(
            textBlock =
                    """
                    12:59, 80, false
                    13:00, 60, false
                    14:59, 60, false
                    15:00, 80, false
                    20:00, 50, false
                    21:29, 50, false
                    21:30, 50, true
                    22:00, 30, true
                    00:00, 30, true
                    05:59, 30, true
                    06:00, 50, true
                    07:00, 50, false
                    08:00, 80, false
                    """)
    void theClockSaysHowLoudAndWhere(LocalTime time, int percent, boolean headphones) {
        ZonedDateTime now = LocalDate.of(2026, 11, 21).atTime(time).atZone(LILLE);
        assertThat(TvRule.greatestVolume(rules(18), now)).isEqualTo(percent);
        assertThat(TvRule.headphonesOnly(rules(18), now)).isEqualTo(headphones);
    }

    @Test
    void equalEndsAreTheWholeDay() {
        assertThat(Sets.hours("08:00", "08:00").hold(LocalTime.of(7, 59))).isTrue();
    }

    private static List<Integer> numbers(List<Channel> channels) {
        return channels.stream().map(Channel::number).toList();
    }
}
