package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Favourites;
import chevet.model.wire.StreamId.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the next tap may ask for is received before. */
class TvWarmthTest extends HandTelevision {
    private List<String> warm() {
        return engine.warm().stream()
                .map(each -> each.address().getPath().replaceAll("^/|\\.m3u8$", ""))
                .toList();
    }

    private void wasWarm(String channel) {
        assertThat(opened()).isEqualTo(channel);
        assertThat(engine.openedWarm()).contains(engine.opened().getLast());
    }

    @Test
    void upDownBackAndThenAllThatTheStayHas() {
        tv.zap(Sets.id("sept"));
        tv.zap(Sets.id("deux"));
        assertThat(warm())
                .containsExactly("trois", "une", "sept", "cinq", "hopital", "inter", "musique");
    }

    @Test
    void theNextIsNotLeftBeforeItIsOpened() {
        tv.up();
        wasWarm("deux");
        tv.down();
        wasWarm("une");
        tv.zap(Sets.id("sept"));
        tv.back();
        wasWarm("une");
    }

    @Test
    void whatATypedNumberMayBecomeComesFirst() {
        types(1);
        assertThat(warm()).startsWith("inter", "musique", "deux", "hopital");
        types(0, 2);
        wasWarm("musique");
    }

    @Test
    void anErasedNumberIsNoLongerExpected() {
        List<String> before = warm();
        types(1);
        tv.erase();
        assertThat(warm()).isEqualTo(before);
    }

    @Test
    void aTileThatIsTouchedComesFirstAndThoseInSightBeforeTheOthers() {
        tv.inSight(List.of(Sets.id("cinq"), Sets.id("cine"), Sets.id("adultes")));
        assertThat(warm()).containsSequence("deux", "hopital", "trois", "sept", "cinq");
        tv.touch(Sets.id("sept"));
        assertThat(warm()).startsWith("sept", "deux", "hopital");
        tv.zap(Sets.id("sept"));
        wasWarm("sept");
        assertThat(warm()).startsWith("hopital", "cinq", "une");
    }

    @Test
    void favouritesComeBeforeTheOthers() {
        link.put(Kind.STAY, Favourites.KEY, new Favourites(List.of(Sets.id("musique"))));
        assertThat(warm())
                .containsExactly("deux", "hopital", "trois", "sept", "musique", "cinq", "inter");
    }

    @Test
    void nothingIsReceivedWhileNothingIsOn() {
        tv.leave();
        tv.inSight(List.of(Sets.id("cinq")));
        assertThat(warm()).isEmpty();
        tv.enter();
        assertThat(warm()).startsWith("deux", "hopital");
    }
}
