package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.terminal.player.MediaSource;
import java.util.Optional;

/** Channels as what plays them knows them. */
final class Streams {
    private Streams() {}

    /** Empty where the stream's address is of a kind that nothing here opens. */
    static Optional<MediaSource.Live> of(Channel channel) {
        try {
            return Optional.of(new MediaSource.Live(channel.stream()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
