package chevet.terminal.library;

import chevet.model.library.FilmProgress;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.HandClock;
import chevet.terminal.HandLink;
import chevet.terminal.device.Sound;
import chevet.terminal.library.CheckModel.Asked;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.shell.OneAudioFocus;
import chevet.terminal.shell.Quiets;
import chevet.terminal.ui.PictureSource;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Shelves, film and check without any screen, on an engine that a test moves by hand. */
abstract class LibraryRoom {
    static final Instant NOW = Instant.parse("2026-11-21T10:42:00Z");

    final HandLink link = new HandLink();
    final HandClock clock = new HandClock(NOW);
    final HandEngine engine = new HandEngine();
    final HandObjects objects = new HandObjects();
    final HandSpeech speech = new HandSpeech();
    final OneAudioFocus focus = new OneAudioFocus();
    final Words words = new Words(List.of("chevet.terminal.texts", LibraryScreen.BUNDLE));
    final Work work = new Work(Runnable::run, Runnable::run);
    final WardTime time = new WardTime(clock, ZoneId.of("Europe/Paris"));
    Optional<Boolean> plugged = Optional.of(false);
    final Quiets quiets = new Quiets(work, new Speaker());
    final LibraryPorts ports =
            new LibraryPorts(
                    link,
                    link,
                    link,
                    objects,
                    PictureSource.NONE,
                    () -> engine,
                    Optional.of(speech),
                    focus,
                    quiets.quiet());
    final LibraryModel shelves = new LibraryModel();
    final FilmModel film = new FilmModel();
    final CheckModel checking = new CheckModel();
    final LibraryWords sentences = new LibraryWords(words, time);
    final LibraryInteractor library = new LibraryInteractor(shelves, objects, words);
    final Teller teller = new Teller(link, library, Runnable::run, time);
    final CheckInteractor check =
            new CheckInteractor(checking, teller, ports, Runnable::run, words, sentences);
    final Projector projector = new Projector(film, ports, work);
    final FilmInteractor player =
            new FilmInteractor(film, library, check, teller, projector, time, words);
    final LibraryFeed feed = new LibraryFeed(link, link, library, work);

    private final class Speaker implements Sound {
        @Override
        public Optional<Integer> volume() {
            return Optional.of(40);
        }

        @Override
        public void setVolume(int percent) {
            throw new AssertionError("films set no volume");
        }

        @Override
        public Optional<Boolean> headphones() {
            return plugged;
        }
    }

    @BeforeEach
    void madameMLiesHere() {
        Cinema.fill(link::put);
        Cinema.prescribe(link::put);
        link.admit("s1");
        link.linked(true, Optional.of(NOW), 0);
        feed.start();
    }

    Task task() {
        return shelves.tasks().get().getFirst();
    }

    List<ReportProgress> reports() {
        return link.sent().stream()
                .filter(sent -> sent.command().type().equals(ReportProgress.TYPE))
                .map(sent -> WireCodec.strict(sent.command().body(), ReportProgress.class))
                .toList();
    }

    List<SendAnswers> answers() {
        return link.sent().stream()
                .filter(sent -> sent.command().type().equals(SendAnswers.TYPE))
                .map(sent -> WireCodec.strict(sent.command().body(), SendAnswers.class))
                .toList();
    }

    void decide(int index, Outcome.Status status) {
        var command = link.sent().get(index).command();
        link.decide(
                index,
                new Outcome(
                        command.id(),
                        command.series(),
                        command.number(),
                        status,
                        status == Outcome.Status.ACCEPTED
                                ? Optional.empty()
                                : Optional.of(Reason.of("library.refused")),
                        clock.instant()));
    }

    /** Plays on, saying each second where it stands, as an engine does. */
    void play(Duration from, Duration to) {
        engine.become(new PlayState.Playing());
        for (Duration at = from; at.compareTo(to) <= 0; at = at.plusSeconds(1)) {
            engine.stand(at, Optional.of(Cinema.CATARACT_LENGTH));
            clock.forward(Duration.ofSeconds(1));
        }
    }

    void seeItAll() {
        player.enter();
        play(Duration.ZERO, Cinema.CATARACT_LENGTH);
        engine.become(new PlayState.Ended());
    }

    void progress(Duration position, Duration furthest) {
        link.put(
                Kind.STAY,
                FilmProgress.key(Cinema.CATARACT),
                new FilmProgress(
                        Cinema.CATARACT,
                        "2",
                        "ar",
                        Optional.of("fr"),
                        position,
                        furthest,
                        NOW.minusSeconds(600),
                        Optional.empty(),
                        Optional.empty()));
    }

    Asked asked() {
        return (Asked) checking.step().get().orElseThrow();
    }

    void answerAll() {
        player.answer();
        for (int i = 0; i < 3; i++) {
            check.unsure();
            check.next();
        }
    }

    Card.Mark mark() {
        return shelves.cards().get().stream()
                .filter(card -> card.film().id().equals(Cinema.CATARACT))
                .findFirst()
                .orElseThrow()
                .mark();
    }
}
