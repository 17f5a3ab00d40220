package chevet.terminal.library;

import chevet.terminal.device.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A voice that says nothing and remembers what it was to say. */
final class HandSpeech implements Speech {
    private final List<String> read = new ArrayList<>();
    private CompletableFuture<End> now = CompletableFuture.completedFuture(End.READ);

    List<String> read() {
        return read;
    }

    boolean speaks() {
        return !now.isDone();
    }

    void end(End how) {
        now.complete(how);
    }

    @Override
    public CompletableFuture<End> read(String text, String language) {
        silence();
        read.add(language + ": " + text);
        now = new CompletableFuture<>();
        return now;
    }

    @Override
    public void silence() {
        now.complete(End.SILENCED);
    }
}
