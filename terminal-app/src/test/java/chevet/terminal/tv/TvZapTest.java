package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.tv.TvModel.Panel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Going from channel to channel. */
class TvZapTest extends HandTelevision {
    @Test
    void oneTapFromHomeTheFirstChannelPlays() {
        assertThat(on()).isEqualTo("Une");
        assertThat(opened()).isEqualTo("une");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
    }

    @Test
    void theCardIsThereBeforeThePicture() {
        tv.zap(Sets.id("deux"));
        assertThat(on()).isEqualTo("Deux");
        assertThat(model.named().get()).isTrue();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
        later.pass(Duration.ofSeconds(4));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(4));
        engine.become(new PlayState.Playing());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        later.pass(TvInteractor.NAMED);
        assertThat(model.named().get()).isFalse();
    }

    @Test
    void upAndDownGoRoundWhatTheStayHas() {
        tv.down();
        assertThat(on()).isEqualTo("Chaîne de l’hôpital");
        tv.up();
        assertThat(on()).isEqualTo("Une");
        tv.up();
        assertThat(on()).isEqualTo("Deux");
    }

    @Test
    void previousGoesToAndFro() {
        assertThat(model.back().get()).isFalse();
        tv.zap(Sets.id("cinq"));
        tv.back();
        assertThat(on()).isEqualTo("Une");
        tv.back();
        assertThat(on()).isEqualTo("Cinq");
    }

    @Test
    void aNumberThatCanBecomeNoLongerOneCountsAtOnce() {
        types(5);
        assertThat(on()).isEqualTo("Cinq");
        assertThat(model.typed().get()).isEmpty();
    }

    @Test
    void aNumberThatCanBecomeALongerOneWaits() {
        types(1);
        assertThat(on()).isEqualTo("Une");
        assertThat(model.typed().get()).isEqualTo("1");
        types(0, 2);
        assertThat(on()).isEqualTo("Radio Musique");
        assertThat(engine.opened().getLast())
                .isEqualTo(
                        new MediaSource.Live(
                                java.net.URI.create("http://headend.example/musique.m3u8")));
    }

    @Test
    void aShortNumberCountsAfterAWhile() {
        tv.zap(Sets.id("cinq"));
        types(1);
        later.pass(Digits.WAIT);
        assertThat(on()).isEqualTo("Une");
    }

    @Test
    void anErasedDigitIsNotTyped() {
        tv.open(Panel.NUMBER);
        types(9);
        tv.erase();
        types(2);
        assertThat(on()).isEqualTo("Deux");
        assertThat(model.panel().get()).isEqualTo(Panel.NOW);
    }

    @Test
    void anUnknownNumberIsSaidAndChangesNothing() {
        types(8);
        assertThat(model.notices().get()).contains(new Notice.NoSuchNumber("8"));
        assertThat(on()).isEqualTo("Une");
        tv.up();
        assertThat(says(Notice.NoSuchNumber.class)).isFalse();
    }

    @Test
    void aChannelThatLeavesTheListSaysSo() {
        link.remove(Kind.HOUSE, Channel.key(Sets.id("une")));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Gone());
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
    }

    @Test
    void aChannelThatMovesIsOpenedWhereItIsNow() {
        Channel moved =
                new Channel(
                        Sets.id("une"),
                        1,
                        "Une",
                        Channel.Kind.TELEVISION,
                        java.net.URI.create("udp://@239.1.1.1:5000"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        0);
        link.put(Kind.HOUSE, Channel.key(moved.id()), moved);
        assertThat(engine.opened().getLast().address()).isEqualTo(moved.stream());
    }

    @Test
    void radioPlaysInTheDark() {
        tv.zap(Sets.id("inter"));
        engine.become(new PlayState.Playing());
        tv.dark(true);
        assertThat(tv.watched()).isTrue();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        tv.up();
        assertThat(on()).isEqualTo("Radio Musique");
        tv.up();
        assertThat(on()).isEqualTo("Radio Inter");
    }

    @Test
    void anUnknownChannelChangesNothing() {
        Optional<ChannelId> tuned = model.tuned().get().map(Card::id);
        assertThat(tuned).contains(Sets.id("une"));
        tv.zap(Sets.id("nowhere"));
        assertThat(model.tuned().get().map(Card::id)).isEqualTo(tuned);
    }
}
