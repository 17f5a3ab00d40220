package chevet.ward.tv;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.tv.Channel;
import chevet.model.tv.Programme;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvRules;
import java.util.List;
import java.util.Optional;

/**
 * The hospital's television on one page.
 *
 * @param feeds for IT: where channels and guide come from, and what was wrong with them
 * @param ward whose rules and patients are shown; empty where the account sees none
 * @param rules of that ward
 * @param packs that the configuration has
 * @param beds its patients, for the ward's team
 * @param mayChange this account may bring new feeds
 * @param panel the form of a file, where the page was asked for with it
 */
public record TvPage(
        List<FeedView> feeds,
        List<Row> channels,
        Optional<WardId> ward,
        Optional<TvRules> rules,
        List<TvPack> packs,
        List<BedRow> beds,
        boolean mayChange,
        Optional<TvFilePanel> panel) {
    public TvPage {
        feeds = List.copyOf(feeds);
        channels = List.copyOf(channels);
        packs = List.copyOf(packs);
        beds = List.copyOf(beds);
    }

    /**
     * A feed.
     *
     * @param source where it is read from by itself; empty where it is brought by hand
     * @param last empty where none was ever tried
     */
    public record FeedView(Feed.Kind kind, Optional<String> source, Optional<Feed> last) {
        /** What is in use was brought by somebody, and not read from where it is read by itself. */
        public boolean byHand() {
            Optional<String> from = last.flatMap(Feed::takenFrom);
            return source.isPresent()
                    && from.filter(name -> !name.contains("://")).isPresent()
                    && !from.equals(source);
        }
    }

    /**
     * A channel.
     *
     * @param packs names of the packs that it is in
     * @param now what is on by the guide
     * @param days how many days of its guide there are
     */
    public record Row(Channel channel, String packs, Optional<Programme> now, int days) {}

    /** A patient's bed, and what is set for the stay in words; never who it is. */
    public record BedRow(BedId bed, String packs, String age) {}
}
