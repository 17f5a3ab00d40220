package chevet.ward.tv;

import java.util.Optional;

/**
 * A feed about to be brought by hand.
 *
 * @param text what is in the field
 * @param result what became of it; empty before it is sent
 */
public record TvFilePanel(Feed.Kind kind, String text, Optional<FeedResult> result) {
    static TvFilePanel empty(Feed.Kind kind) {
        return new TvFilePanel(kind, "", Optional.empty());
    }

    /** As it stands in paths. */
    public String word() {
        return word(kind);
    }

    static String word(Feed.Kind kind) {
        return switch (kind) {
            case CHANNELS -> "channels";
            case GUIDE -> "guide";
        };
    }

    public boolean refused() {
        return result.filter(FeedResult.Refused.class::isInstance).isPresent();
    }
}
