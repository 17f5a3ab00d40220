package chevet.tour;

import java.io.IOException;
import java.time.Duration;

/** What the patient in the bed does with the television that the demo itself sends. */
final class TvWalk {
    /** Comes by multicast. */
    private static final String FIRST = "#channel-horizon";

    /** Comes by HTTP. */
    private static final String SECOND = "#channel-mire";

    private static final String RADIO = "#channel-radio-beffroi";
    private static final int MOVES = 5;

    /** A fresh demo makes all of its channels by itself, on whatever machine. */
    private static final Duration MAKING = Duration.ofMinutes(5);

    private final Seat seat;
    private final Camera camera;

    TvWalk(Seat seat, Camera camera) {
        this.seat = seat;
        this.camera = camera;
    }

    /** With a picture that moves while each is looked at. */
    private void playing(String subject, String key) throws IOException {
        camera.pictures(
                subject,
                () -> {
                    seat.read(seat.words(key));
                    seat.awaitMoving(1);
                });
    }

    /** Both ways that a channel comes, the guide, the number pad, the whole screen, the radios. */
    void watches() throws IOException {
        seat.show("home");
        Wait.until("the demo has made its channels", MAKING, () -> seat.has(".tile-tv"));
        seat.tap(".tile-tv");
        zaps(FIRST, "multicast");
        seat.putsHeadphonesIn();
        seat.tapNamed("tv.favourite.add");
        seat.await(".tv-star");
        zaps(SECOND, "HLS");
        zaps(FIRST, "multicast, joined before");
        seat.await(".share-done");
        playing("tv", "tv.panel.NOW");
        seat.tapNamed("tv.panel.GUIDE");
        playing("tv-guide", "tv.range.EVENING");
        seat.tapNamed("tv.number");
        camera.pictures("tv-number", "tv.number.do");
        seat.tapNamed("tv.done");
        seat.tapNamed("tv.tracks");
        camera.pictures("tv-tracks", "tv.tracks.title");
        seat.tapNamed("tv.done");
        seat.tapNamed("tv.whole");
        whole();
        seat.tap(".tv-picture");
        seat.tapNamed("tv.panel.RADIO");
        seat.await(RADIO);
        camera.pictures("tv-radios", "tv.panel.RADIO");
        seat.show("home");
    }

    /** What stands over it goes by itself. */
    private void whole() throws IOException {
        camera.pictures("tv-whole", () -> seat.awaitMoving(MOVES));
    }

    private void zaps(String channel, String how) throws IOException {
        seat.tap(channel);
        if (channel.equals(SECOND)) {
            // What is seen at once, whatever the picture takes.
            camera.picture("tv-zap");
        }
        Duration took = seat.awaitMoving(MOVES);
        // The first is all red and orange, the second all blue.
        if (seat.warm() != channel.equals(FIRST)) {
            throw new AssertionError("another channel is seen than " + channel);
        }
        camera.say(channel + " by " + how + " moves after " + took.toMillis() + " ms");
    }
}
