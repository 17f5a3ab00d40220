package chevet.terminal.record;

import chevet.model.record.RecordPart;
import chevet.model.record.RecordRead;
import chevet.model.record.RecordSection;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Answer;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Asks;
import chevet.terminal.record.RecordModel.Standing;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Asks for what the session permits, all sections at once. On the JavaFX thread. */
final class RecordInteractor {
    private final RecordModel model;
    private final Executor screen;
    private Optional<Open> open = Optional.empty();

    /** A session that the pane is open for. */
    private record Open(String token, Asks asks) {
        @Override
        public String toString() {
            return "Open[]";
        }
    }

    RecordInteractor(RecordModel model, Executor screen) {
        this.model = model;
        this.screen = screen;
    }

    static Resource resource(RecordSection section) {
        return Resource.valueOf(section.name());
    }

    static boolean permitted(StaffSession session, RecordSection section) {
        return session.may(resource(section), Action.READ);
    }

    void open(StaffSession session, Asks asks) {
        Open now = new Open(session.token(), asks);
        open = Optional.of(now);
        for (RecordSection section : RecordSection.values()) {
            if (permitted(session, section)) {
                read(now, section);
            } else {
                model.put(section, new Standing.Hidden());
            }
        }
    }

    /** Once more, where it came late or not at all. */
    void again(RecordSection section) {
        open.ifPresent(now -> read(now, section));
    }

    private void read(Open now, RecordSection section) {
        model.put(section, new Standing.Reading());
        now.asks()
                .ask(RecordRead.TYPE, new RecordRead(now.token(), section))
                .handle(
                        (answer, failure) -> {
                            screen.execute(() -> answered(now, section, answer));
                            return true;
                        });
    }

    private void answered(Open asked, RecordSection section, @Nullable Answer answer) {
        // An answer that comes after the card is out is dropped unread.
        if (open.filter(now -> now.equals(asked)).isPresent()) {
            model.put(section, standing(answer));
        }
    }

    private static Standing standing(@Nullable Answer answer) {
        if (answer == null) {
            return new Standing.Silent();
        }
        if (answer.refused().isPresent()) {
            return new Standing.Refused(answer.refused().get().code());
        }
        try {
            return answer.body()
                    .<Standing>map(
                            body -> new Standing.Shown(WireCodec.lenient(body, RecordPart.class)))
                    .orElseGet(Standing.Silent::new);
        } catch (WireException e) {
            return new Standing.Silent();
        }
    }

    void close() {
        open = Optional.empty();
        model.clear();
    }
}
