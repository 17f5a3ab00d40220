package chevet.terminal.record;

import chevet.model.record.RecordPart;
import chevet.model.record.RecordRead;
import chevet.model.record.RecordSection;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Answer;
import chevet.model.wire.AnswerKey;
import chevet.model.wire.Reason;
import chevet.model.wire.SealedAnswer;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Asks;
import chevet.terminal.record.RecordModel.Standing;
import chevet.terminal.ui.Work;
import java.util.Optional;

/** Asks for what the session permits, all sections at once. On the JavaFX thread. */
final class RecordInteractor {
    private final RecordModel model;
    private final Work work;
    private Optional<Open> open = Optional.empty();

    /** A session that the pane is open for; with its key goes all that was read by it. */
    private record Open(String token, Asks asks, AnswerKey key) {
        @Override
        public String toString() {
            return "Open[]";
        }
    }

    RecordInteractor(RecordModel model, Work work) {
        this.model = model;
        this.work = work;
    }

    static Resource resource(RecordSection section) {
        return Resource.valueOf(section.name());
    }

    static boolean permitted(StaffSession session, RecordSection section) {
        return session.may(resource(section), Action.READ);
    }

    void open(StaffSession session, Asks asks) {
        Open now = new Open(session.token(), asks, new AnswerKey());
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
                .ask(RecordRead.TYPE, new RecordRead(now.token(), section, now.key().open()))
                .handle((answer, _) -> Optional.ofNullable(answer))
                .thenAccept(
                        answer ->
                                work.read(
                                        () -> standing(answer, now.key()),
                                        standing -> answered(now, section, standing)));
    }

    private void answered(Open asked, RecordSection section, Standing standing) {
        // An answer that comes after the card is out is dropped unseen.
        if (open.filter(now -> now.equals(asked)).isPresent()) {
            model.put(section, standing);
        }
    }

    private static Standing standing(Optional<Answer> answer, AnswerKey key) {
        Optional<Reason> refused = answer.flatMap(Answer::refused);
        if (refused.isPresent()) {
            return new Standing.Refused(refused.get().code());
        }
        try {
            Optional<SealedAnswer> came =
                    answer.flatMap(Answer::body)
                            .map(body -> WireCodec.lenient(body, SealedAnswer.class));
            return came.isPresent()
                    ? new Standing.Shown(key.open(came.get(), RecordPart.class))
                    : new Standing.Silent();
        } catch (WireException e) {
            return new Standing.Silent();
        }
    }

    void close() {
        open = Optional.empty();
        model.clear();
    }
}
