package chevet.terminal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAudioFocusTest {
    private final List<String> heard = new ArrayList<>();
    private final AudioFocus focus = new OneAudioFocus();

    private AudioFocus.Player player(String name) {
        return new AudioFocus.Player() {
            @Override
            public void pause() {
                heard.add(name + " paused");
            }

            @Override
            public void resume() {
                heard.add(name + " resumed");
            }
        };
    }

    @Test
    void newPlayerSilencesTheOneBefore() {
        focus.take(player("film"));
        focus.take(player("radio"));
        assertThat(heard).containsExactly("film paused");
    }

    @Test
    void interruptionGivesBackOnceTheLastOneIsOver() {
        focus.take(player("film"));
        AudioFocus.Held call = focus.interrupt();
        AudioFocus.Held staff = focus.interrupt();
        call.close();
        call.close();
        assertThat(heard).containsExactly("film paused");
        staff.close();
        assertThat(heard).containsExactly("film paused", "film resumed");
    }

    @Test
    void whoGaveTheSoundUpDuringAnInterruptionIsNotResumed() {
        AudioFocus.Held film = focus.take(player("film"));
        AudioFocus.Held call = focus.interrupt();
        film.close();
        call.close();
        assertThat(heard).containsExactly("film paused");
    }

    @Test
    void whoBeginsDuringAnInterruptionWaitsForItsEnd() {
        AudioFocus.Held call = focus.interrupt();
        focus.take(player("radio"));
        call.close();
        assertThat(heard).containsExactly("radio paused", "radio resumed");
    }
}
