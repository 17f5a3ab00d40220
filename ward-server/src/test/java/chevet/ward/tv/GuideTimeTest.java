package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTimeTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
                    20261121203000 +0100,          2026-11-21T19:30:00Z
                    20261121203000 +01:00,         2026-11-21T19:30:00Z
                    20261121203000+0100,           2026-11-21T19:30:00Z
                    20261121203000 -0330,          2026-11-22T00:00:00Z
                    20261121203000,                2026-11-21T20:30:00Z
                    202611212030,                  2026-11-21T20:30:00Z
                    2026112120 +0100,              2026-11-21T19:00:00Z
                    20261121,                      2026-11-21T00:00:00Z
                    20010829000500 BST,            2001-08-28T23:05:00Z
                    20261121203000 CET,            2026-11-21T19:30:00Z
                    20260721203000 CEST,           2026-07-21T18:30:00Z
                    20260721203000 utc+2,          2026-07-21T18:30:00Z
                    20260721203000 Europe/Paris,   2026-07-21T18:30:00Z
                    20261121203000 Europe/Paris,   2026-11-21T19:30:00Z
                    2026-11-21T20:30:00Z,          2026-11-21T20:30:00Z
                    2026-11-21 20:30:00.000 +0100, 2026-11-21T19:30:00Z
                    """)
    void timesAreReadAsFeedsWriteThem(String text, Instant instant) {
        assertThat(GuideTime.read(text)).isEqualTo(new GuideTime.Read.At(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "20260230120000", "20261121250000", "hier", "2026112120300"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(GuideTime.read(text)).isInstanceOf(GuideTime.Read.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20261121203000 XYZ", "20261121203000 +9900", "20261121203000 Mars/Base"})
    void aZoneThatNobodyKnowsIsNotGuessed(String text) {
        assertThat(GuideTime.read(text)).isInstanceOf(GuideTime.Read.NoZone.class);
    }
}
