package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What became of one tap, as far as anybody at the bed could see. */
final class Tap {
    final String id;
    final TerminalId terminal;
    final StayId stay;
    final String word;
    final List<Outcome> told = new ArrayList<>();
    boolean kept;
    boolean failed;
    boolean givenUp;
    int left;
    boolean diedLeaving;

    Tap(String id, TerminalId terminal, StayId stay, String word) {
        this.id = id;
        this.terminal = terminal;
        this.stay = stay;
        this.word = word;
    }

    @Override
    public String toString() {
        return "%s at %s for %s (%s): kept %s, failed %s, given up %s, left the outbox %d times,"
                        .formatted(id, terminal, stay, word, kept, failed, givenUp, left)
                + " told "
                + told;
    }
}
