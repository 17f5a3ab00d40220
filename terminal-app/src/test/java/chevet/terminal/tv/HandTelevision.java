package chevet.terminal.tv;

import chevet.terminal.HandClock;
import chevet.terminal.HandLink;
import chevet.terminal.device.Sound;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.shell.OneAudioFocus;
import chevet.terminal.shell.Quiets;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.ui.PictureSource;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * The television without a toolkit, everything on the test's own thread: Saturday, 11:42, somebody
 * lies here and the first channel plays.
 */
abstract class HandTelevision {
    final HandClock clock = new HandClock(Sets.at("11:42"));
    final HandLink link = new HandLink();
    final HandGuides guides = new HandGuides();
    final HandEngine engine = new HandEngine();
    final OneAudioFocus focus = new OneAudioFocus();
    final HandLater later = new HandLater(clock);
    final WardTime time = new WardTime(clock, Sets.PARIS);
    final Work work = new Work(Runnable::run, Runnable::run);
    Optional<Boolean> plugged = Optional.empty();
    final Quiets quiets = new Quiets(work, new Jack());
    final TvModel model = new TvModel();
    final TvPorts ports =
            new TvPorts(
                    link, link, link, guides, PictureSource.NONE, engine, focus, quiets.quiet());
    final TvInteractor tv = new TvInteractor(model, ports, Runnable::run, time, later);
    final TvFeed feed = new TvFeed(ports, tv, time, work);

    private final class Jack implements Sound {
        @Override
        public Optional<Integer> volume() {
            return Optional.of(40);
        }

        @Override
        public void setVolume(int percent) {
            throw new AssertionError("the television sets no volume");
        }

        @Override
        public Optional<Boolean> headphones() {
            return plugged;
        }
    }

    @BeforeEach
    void somebodyLiesHere() {
        Sets.fill(link::put, guides);
        link.admit("s1");
        feed.start();
        tv.enter();
        engine.become(new PlayState.Playing());
    }

    void clockIs(String local) {
        clock.forward(Duration.between(clock.instant(), Sets.at(local)));
        time.tick();
        tv.tick();
    }

    String on() {
        return model.tuned().get().map(Card::name).orElse("");
    }

    String opened() {
        String path = engine.opened().getLast().address().getPath();
        return path.substring(1, path.indexOf('.'));
    }

    Card card(String id) {
        return model.televisions().get().stream()
                .filter(card -> card.id().equals(Sets.id(id)))
                .findFirst()
                .orElseThrow();
    }

    List<String> listed() {
        return model.televisions().get().stream().map(card -> card.id().value()).toList();
    }

    boolean says(Class<? extends Notice> notice) {
        return model.notices().get().stream().anyMatch(notice::isInstance);
    }

    void types(int... digits) {
        for (int digit : digits) {
            tv.type(digit);
        }
    }
}
