package chevet.model.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FavouritesTest {
    private static final ChannelId ONE = new ChannelId("une");
    private static final ChannelId TWO = new ChannelId("deux");

    @Test
    void aChannelComesAtTheEndAndGoesAgain() {
        Favourites both = Favourites.NONE.toggled(TWO).toggled(ONE);
        assertThat(both.channels()).containsExactly(TWO, ONE);
        assertThat(both.toggled(TWO).channels()).containsExactly(ONE);
        assertThat(both.holds(ONE)).isTrue();
    }

    @Test
    void oneTwiceOrTooManyAreNone() {
        assertThatThrownBy(() -> new Favourites(List.of(ONE, ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        List<ChannelId> many =
                IntStream.rangeClosed(0, Favourites.MOST)
                        .mapToObj(i -> new ChannelId("c" + i))
                        .toList();
        assertThatThrownBy(() -> new Favourites(many)).isInstanceOf(IllegalArgumentException.class);
    }
}
