package chevet.model.request;

import chevet.model.text.Language;
import java.util.Optional;

/**
 * Body of the command {@code request.make}; the command's id becomes the request's.
 *
 * @param text the patient's own words, at most {@link RequestRule#LONGEST_TEXT} characters
 * @param language that the screen speaks, so that the words are read rightly
 */
public record MakeRequest(RequestKind kind, Optional<String> text, Language language) {
    public static final String TYPE = "request.make";

    /** Names the kind alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "MakeRequest[" + kind + "]";
    }
}
