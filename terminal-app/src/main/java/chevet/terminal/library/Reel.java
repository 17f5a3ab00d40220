package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.Film.Subtitles;
import chevet.model.pack.ObjectRef;
import chevet.terminal.link.Watch;
import chevet.terminal.player.CueReader;
import chevet.terminal.player.Cues;
import chevet.terminal.player.TextTrack;
import chevet.terminal.player.Track;
import chevet.terminal.ui.Work;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings the parts of one film here: its video in one language and all its subtitles. It is ready
 * once the video can be opened and no subtitles are on their way any more; those that cannot be had
 * now are done without. On the JavaFX thread.
 */
final class Reel implements AutoCloseable {
    /** Hears of it on the JavaFX thread, never after it was closed. */
    interface Listener {
        /** How far the video is; also after it was ready. */
        void coming(Coming video);

        /** Once. */
        void ready(URI video, List<TextTrack> texts);
    }

    private final FilmObjects objects;
    private final Work work;
    private final Film film;
    private final ObjectRef video;
    private final Listener listener;
    private final Map<ObjectRef, Coming> parts = new HashMap<>();
    private final List<Watch> watches = new ArrayList<>();
    private boolean opening;
    private boolean closed;

    Reel(FilmObjects objects, Work work, Film film, String spoken, Listener listener) {
        this.objects = objects;
        this.work = work;
        this.film = film;
        this.video = film.spokenIn(spoken).video();
        this.listener = listener;
    }

    /** All that a film needs in one language, with its pictures; what is needed first, first. */
    static Stream<ObjectRef> parts(Film film, String spoken) {
        Stream<ObjectRef> pictures =
                Stream.concat(
                        film.picture().stream(),
                        film.check().stream()
                                .flatMap(
                                        question ->
                                                Stream.concat(
                                                        question.picture().stream(),
                                                        question.choices().stream()
                                                                .flatMap(
                                                                        choice ->
                                                                                choice
                                                                                        .picture()
                                                                                        .stream()))));
        return Stream.of(
                        film.subtitles().stream().map(Subtitles::text),
                        pictures,
                        Stream.of(film.spokenIn(spoken).video()))
                .flatMap(parts -> parts);
    }

    void start() {
        film.subtitles().forEach(each -> follow(each.text()));
        follow(video);
    }

    private void follow(ObjectRef part) {
        watches.add(
                objects.follow(part, coming -> work.screen().execute(() -> told(part, coming))));
    }

    private void told(ObjectRef part, Coming coming) {
        if (closed) {
            return;
        }
        parts.put(part, coming);
        if (part.equals(video)) {
            listener.coming(coming);
        }
        Optional<URI> address = address();
        if (!opening && address.isPresent() && settled()) {
            opening = true;
            work.read(
                    this::texts,
                    texts -> {
                        if (!closed) {
                            listener.ready(address.get(), texts);
                        }
                    });
        }
    }

    private Optional<URI> address() {
        return Optional.ofNullable(parts.get(video))
                .flatMap(
                        coming ->
                                switch (coming) {
                                    case Coming.Here here -> Optional.of(here.address());
                                    case Coming.Under under -> under.address();
                                    case Coming.Away _, Coming.Refused _ -> Optional.empty();
                                });
    }

    private boolean settled() {
        return film.subtitles().stream()
                .map(Subtitles::text)
                .allMatch(
                        text ->
                                parts.containsKey(text)
                                        && !(parts.get(text) instanceof Coming.Under));
    }

    private List<TextTrack> texts() {
        List<TextTrack> texts = new ArrayList<>();
        for (Subtitles each : film.subtitles()) {
            objects.bytes(each.text())
                    .map(CueReader::read)
                    .filter(cues -> !cues.equals(Cues.NONE))
                    .ifPresent(cues -> texts.add(new TextTrack(track(each.language()), cues)));
        }
        return texts;
    }

    private static Track track(String language) {
        return new Track("beside-" + language, Optional.of(language), Track.Purpose.PLAIN);
    }

    @Override
    public void close() {
        closed = true;
        watches.forEach(Watch::close);
    }
}
