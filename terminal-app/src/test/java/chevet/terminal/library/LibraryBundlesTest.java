package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand;
import chevet.model.library.Shelf;
import chevet.terminal.Bundles;
import chevet.terminal.player.Trouble;
import org.junit.jupiter.api.Test;

class LibraryBundlesTest {
    @Test
    void everyStateHasItsSentence() {
        Bundles french = Bundles.of(LibraryScreen.BUNDLE, "fr");
        french.assertAll("library.shelf.", Shelf.values());
        french.assertAll("library.failed.", Trouble.values());
        french.assertAll("library.refused.", Coming.Refused.Why.values());
        Errand.Step[] steps = {Errand.Step.WATCH, Errand.Step.RESUME, Errand.Step.CHECK};
        french.assertAll("library.action.", steps);
        french.assertAll("library.todo.", steps);
        for (Sent sent : Sent.values()) {
            if (sent != Sent.NOTHING) {
                assertThat(french.texts())
                        .containsKeys(
                                "library.sent.progress." + sent, "library.sent.answers." + sent);
            }
        }
    }
}
