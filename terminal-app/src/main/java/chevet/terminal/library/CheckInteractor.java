package chevet.terminal.library;

import chevet.model.library.Check;
import chevet.model.library.Film;
import chevet.model.library.Question;
import chevet.model.library.SendAnswers;
import chevet.terminal.device.Speech;
import chevet.terminal.library.CheckModel.Answered;
import chevet.terminal.library.CheckModel.Asked;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Quiet;
import chevet.terminal.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * Asks the questions of a film, one at a time, and sends the answers. What was answered is kept
 * until all is, wherever the patient goes meanwhile. On the JavaFX thread.
 */
final class CheckInteractor implements AudioFocus.Player {
    private final CheckModel model;
    private final Teller teller;
    private final Optional<Speech> speech;
    private final AudioFocus focus;
    private final Quiet quiet;
    private final Executor screen;
    private final Words words;
    private final LibraryWords sentences;

    private final List<SortedSet<Integer>> answers = new ArrayList<>();
    private AudioFocus.Held sound = () -> {};

    /**
     * @param screen runs what it is given on the JavaFX thread
     */
    CheckInteractor(
            CheckModel model,
            Teller teller,
            LibraryPorts ports,
            Executor screen,
            Words words,
            LibraryWords sentences) {
        this.model = model;
        this.teller = teller;
        this.speech = ports.speech();
        this.focus = ports.focus();
        this.quiet = ports.quiet();
        this.screen = screen;
        this.words = words;
        this.sentences = sentences;
    }

    /** Questions are being asked and not all are answered. */
    boolean open() {
        return model.step().get().filter(Asked.class::isInstance).isPresent();
    }

    /** Asks about this film, from where the patient stopped answering. */
    void ask(Film film) {
        boolean same =
                asked().filter(asked -> asked.film().id().equals(film.id()))
                        .filter(asked -> asked.film().version().equals(film.version()))
                        .isPresent();
        if (!same && !film.check().isEmpty()) {
            answers.clear();
            show(film, 0);
        } else {
            readAloud();
        }
    }

    private Optional<Asked> asked() {
        return model.step().get().filter(Asked.class::isInstance).map(Asked.class::cast);
    }

    private void show(Film film, int place) {
        step(
                new Asked(
                        film,
                        place,
                        film.check().size(),
                        film.check().get(place),
                        new TreeSet<>(),
                        Optional.empty()));
        readAloud();
    }

    private void step(CheckModel.Step next) {
        model.step().set(Optional.of(next));
    }

    /** Takes a choice, or leaves it again; where only one is right the last one counts. */
    void pick(int choice) {
        asked().filter(asked -> asked.right().isEmpty())
                .ifPresent(
                        asked -> {
                            SortedSet<Integer> picked = new TreeSet<>(asked.picked());
                            boolean had = picked.remove(choice);
                            if (!asked.several()) {
                                picked.clear();
                            }
                            if (!had) {
                                picked.add(choice);
                            }
                            step(with(asked, picked, Optional.empty()));
                        });
    }

    /** The patient would rather have it explained. */
    void unsure() {
        asked().filter(asked -> asked.right().isEmpty())
                .ifPresent(asked -> judge(with(asked, new TreeSet<>(), Optional.empty())));
    }

    /** This is the answer; or, once that was said, on to the next question. */
    void next() {
        asked().ifPresent(
                        asked -> {
                            if (asked.right().isPresent()) {
                                goOn(asked);
                            } else if (!asked.picked().isEmpty()) {
                                judge(asked);
                            }
                        });
    }

    private void judge(Asked asked) {
        boolean right = Check.right(asked.question(), asked.picked());
        answers.add(asked.picked());
        step(with(asked, asked.picked(), Optional.of(right)));
        readAloud();
    }

    private void goOn(Asked asked) {
        if (!asked.last()) {
            show(asked.film(), asked.place() + 1);
            return;
        }
        Film film = asked.film();
        List<SortedSet<Integer>> all = List.copyOf(answers);
        answers.clear();
        List<Question> unclear =
                Check.wrong(film.check(), all).stream().map(film.check()::get).toList();
        step(new Answered(film, unclear, Sent.NOTHING));
        teller.answers(
                new SendAnswers(film.id(), film.version(), words.language().tag(), all),
                sent -> sent(film, sent));
        readAloud();
    }

    private void sent(Film film, Sent sent) {
        model.step()
                .get()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .filter(answered -> answered.film().equals(film))
                .ifPresent(answered -> step(new Answered(film, answered.unclear(), sent)));
    }

    private static Asked with(Asked asked, SortedSet<Integer> picked, Optional<Boolean> right) {
        return new Asked(
                asked.film(), asked.place(), asked.count(), asked.question(), picked, right);
    }

    /** Reads what is on the screen, and from now on each question; or falls silent again. */
    void aloud() {
        boolean now = !model.aloud().get();
        model.aloud().set(now);
        if (now) {
            readAloud();
        } else {
            quiet();
        }
    }

    private void readAloud() {
        if (!model.aloud().get()) {
            return;
        }
        if (quiet.hushedProperty().get()) {
            quiet();
            model.voiceless().set(true);
            model.aloud().set(false);
            return;
        }
        Optional<CheckModel.Step> step = model.step().get();
        if (speech.isPresent() && step.isPresent()) {
            sound.close();
            sound = focus.take(this);
            model.voiceless().set(false);
            speech.get()
                    .read(sentences.spoken(step.get()), words.language().tag())
                    .thenAccept(end -> screen.execute(() -> ended(end)));
        }
    }

    private void ended(Speech.End end) {
        if (end == Speech.End.FAILED) {
            model.voiceless().set(true);
            model.aloud().set(false);
        }
        if (end != Speech.End.SILENCED) {
            sound.close();
        }
    }

    private void quiet() {
        speech.ifPresent(Speech::silence);
        sound.close();
    }

    /** The patient leaves; what was answered stays. */
    void hush() {
        quiet();
        if (!open()) {
            model.step().set(Optional.empty());
        }
    }

    /** Something else is to be heard now; what was being read can be asked for again. */
    @Override
    public void pause() {
        speech.ifPresent(Speech::silence);
    }

    @Override
    public void resume() {
        readAloud();
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        quiet();
        answers.clear();
        model.step().set(Optional.empty());
        model.aloud().set(false);
        model.voiceless().set(false);
    }
}
