package chevet.ward;

import chevet.ward.hl7.Feed;
import chevet.ward.hl7.Stays;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;

/** How the server joins the feed and stays, for tests of the feed. */
public final class FeedHouses {
    private FeedHouses() {}

    public static Stays stays(StayDesk desk) {
        return FeedFollowsStays.stays(desk);
    }

    public static StayFollower follower(Feed feed) {
        return new FeedFollowsStays(feed);
    }
}
