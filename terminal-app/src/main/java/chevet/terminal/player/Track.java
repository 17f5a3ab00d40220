package chevet.terminal.player;

import java.util.Optional;

/**
 * One of several sound or subtitle tracks.
 *
 * @param id names it within its source
 * @param language an ISO 639 code of two or three letters in lower case, as the stream says it;
 *     empty where it says none
 */
public record Track(String id, Optional<String> language, Purpose purpose) {
    /** For whom a track is made. */
    public enum Purpose {
        PLAIN,
        /** Sound that also tells what is to be seen, for those who see badly. */
        AUDIO_DESCRIPTION,
        /** Subtitles that also tell what is to be heard. */
        HARD_OF_HEARING
    }

    /**
     * @param two an ISO 639-1 code
     */
    public boolean in(String two) {
        return language.filter(said -> TrackWish.same(two, said)).isPresent();
    }

    /** Two codes of two or three letters that name one language. */
    static boolean same(String one, String other) {
        return TrackWish.same(one, other) || TrackWish.same(other, one);
    }
}
