package chevet.terminal.shell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The audio focus of one terminal. */
public final class OneAudioFocus implements AudioFocus {
    private final Set<Held> interruptions = new HashSet<>();
    private Optional<Player> heard = Optional.empty();

    @Override
    public Held take(Player player) {
        heard.filter(before -> !before.equals(player)).ifPresent(Player::pause);
        heard = Optional.of(player);
        if (!interruptions.isEmpty()) {
            player.pause();
        }
        return () -> heard = heard.filter(now -> !now.equals(player));
    }

    @Override
    public Held interrupt() {
        if (interruptions.isEmpty()) {
            heard.ifPresent(Player::pause);
        }
        Held interruption =
                new Held() {
                    @Override
                    public void close() {
                        if (interruptions.remove(this) && interruptions.isEmpty()) {
                            heard.ifPresent(Player::resume);
                        }
                    }
                };
        interruptions.add(interruption);
        return interruption;
    }
}
