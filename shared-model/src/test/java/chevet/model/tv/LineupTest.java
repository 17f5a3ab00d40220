package chevet.model.tv;

import static chevet.model.tv.Sets.channel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineupTest {
    private static final Lineup LINEUP =
            new Lineup(List.of(channel(90), channel(1), channel(12), channel(2)));

    @ParameterizedTest(name = "from {0}: up {1}, down {2}")
    @CsvSource(
            textBlock =
                    """
                    1,  2,  90
                    2,  12, 1
                    12, 90, 2
                    90, 1,  12
                    """)
    void upAndDownGoRound(int from, int above, int below) {
        Channel channel = channel(from);
        assertThat(LINEUP.above(channel).map(Channel::number)).contains(above);
        assertThat(LINEUP.below(channel).map(Channel::number)).contains(below);
    }

    @Test
    void aChannelThatHasLeftTheListStillHasNeighbours() {
        assertThat(LINEUP.above(channel(5)).map(Channel::number)).contains(12);
        assertThat(LINEUP.below(channel(5)).map(Channel::number)).contains(2);
    }

    @Test
    void theOnlyChannelHasNoNeighbours() {
        Lineup one = new Lineup(List.of(channel(1)));
        assertThat(one.above(channel(1))).isEmpty();
        assertThat(one.below(channel(1))).isEmpty();
        assertThat(new Lineup(List.of()).above(channel(1))).isEmpty();
    }

    @Test
    void aTypedNumberIsFoundAndMayStillBecomeLonger() {
        assertThat(LINEUP.byNumber(12).map(Channel::id)).contains(new ChannelId("c12"));
        assertThat(LINEUP.byNumber(3)).isEmpty();
        assertThat(LINEUP.byId(new ChannelId("c90")).map(Channel::number)).contains(90);
        assertThat(LINEUP.longer("1")).isTrue();
        assertThat(LINEUP.longer("12")).isFalse();
        assertThat(LINEUP.longer("3")).isFalse();
    }

    @Test
    void radiosStandApart() {
        Channel radio =
                new Channel(
                        new ChannelId("fip"),
                        201,
                        "FIP",
                        Channel.Kind.RADIO,
                        channel(1).stream(),
                        Optional.empty(),
                        Optional.empty(),
                        Sets.packs(),
                        0);
        List<Channel> all = List.of(radio, channel(1));
        assertThat(Lineup.of(all, Channel.Kind.RADIO).channels()).containsExactly(radio);
        assertThat(Lineup.of(all, Channel.Kind.TELEVISION).channels()).containsExactly(channel(1));
    }
}
