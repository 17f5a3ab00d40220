package chevet.terminal.notice;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.text.Language;
import chevet.terminal.device.Speech;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Shows the oldest notice that nobody here has closed yet, and then the next. On the JavaFX thread.
 */
final class NoticeInteractor {
    private final NoticeModel model;
    private final Optional<Speech> speech;
    private final Supplier<AudioFocus.Held> interruption;
    private final Executor screen;
    private final WardTime time;
    private final Words words;
    private final Set<NoticeId> closed = new HashSet<>();
    private List<Notice> known = List.of();
    private Optional<AudioFocus.Held> held = Optional.empty();

    /**
     * @param interruption begins one that shows the model's notice
     * @param screen runs what it is given on the JavaFX thread
     */
    NoticeInteractor(
            NoticeModel model,
            Optional<Speech> speech,
            Supplier<AudioFocus.Held> interruption,
            Executor screen,
            WardTime time,
            Words words) {
        this.model = model;
        this.speech = speech;
        this.interruption = interruption;
        this.screen = screen;
        this.time = time;
        this.words = words;
    }

    /** What stands in the ward now. */
    void notices(List<Notice> now) {
        known = List.copyOf(now);
        closed.retainAll(known.stream().map(Notice::id).toList());
        show();
    }

    /** Time has passed: one may be over. */
    void show() {
        Optional<Notice> next =
                known.stream()
                        .filter(notice -> !notice.over(time.now()))
                        .filter(notice -> !closed.contains(notice.id()))
                        .min(Comparator.comparing(Notice::at));
        if (!next.equals(model.shown().get())) {
            silence();
            model.shown().set(next);
        }
        if (next.isPresent() && held.isEmpty()) {
            held = Optional.of(interruption.get());
        } else if (next.isEmpty()) {
            held.ifPresent(AudioFocus.Held::close);
            held = Optional.empty();
        }
    }

    /** Somebody here has read it. */
    void close() {
        model.shown().get().ifPresent(notice -> closed.add(notice.id()));
        show();
    }

    /** Reads it, or falls silent again. */
    void aloud() {
        if (model.aloud().get()) {
            silence();
        } else {
            model.shown().get().ifPresent(this::read);
        }
    }

    private void read(Notice notice) {
        speech.ifPresent(
                voice -> {
                    model.aloud().set(true);
                    model.voiceless().set(false);
                    voice.read(words.text(notice.text()), voiceOf(notice).tag())
                            .thenAccept(end -> screen.execute(() -> ended(notice, end)));
                });
    }

    /** A text that nobody translated is French, and no Arabic voice can read that. */
    private Language voiceOf(Notice notice) {
        boolean translated =
                switch (words.language()) {
                    case FR -> true;
                    case EN -> notice.text().en().isPresent();
                    case AR -> notice.text().ar().isPresent();
                };
        return translated ? words.language() : Language.FR;
    }

    private void ended(Notice notice, Speech.End end) {
        if (model.shown().get().equals(Optional.of(notice)) && end != Speech.End.SILENCED) {
            model.aloud().set(false);
            model.voiceless().set(end == Speech.End.FAILED);
        }
    }

    private void silence() {
        if (model.aloud().get()) {
            speech.ifPresent(Speech::silence);
        }
        model.aloud().set(false);
        model.voiceless().set(false);
    }

    /** Who lies here now has closed none. */
    void forget() {
        closed.clear();
        show();
    }
}
