package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FrameRoomTest {
    @Test
    void whatAKilledProgramLeftIsGoneWithTheNext() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path own = FrameRoom.make();
        Path left =
                Files.createDirectory(
                        own.resolveSibling("chevet-frames-" + killed.pid() + "-left"));
        Files.write(left.resolve("p1"), new byte[100]);
        Files.write(own.resolve("p1"), new byte[100]);

        Path next = FrameRoom.make();

        assertThat(left).doesNotExist();
        assertThat(own.resolve("p1")).exists();
        FrameRoom.remove(own);
        FrameRoom.remove(next);
        assertThat(own).doesNotExist();
    }
}
