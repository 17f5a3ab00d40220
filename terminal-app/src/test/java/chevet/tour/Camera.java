package chevet.tour;

import java.io.IOException;
import java.util.List;

/** Takes the pictures of the screen at the bed, with all eyes that look; then it looks normally. */
final class Camera {
    private final Seat seat;
    private final Album album;
    private final List<Eyes> eyes;

    Camera(Seat seat, Album album, List<Eyes> eyes) {
        this.seat = seat;
        this.album = album;
        this.eyes = eyes;
    }

    /** Once these words can be read. */
    void pictures(String subject, String key) throws IOException {
        pictures(subject, () -> seat.read(seat.words(key)));
    }

    /** Once the screen is ready for each pair of eyes. */
    void pictures(String subject, Runnable ready) throws IOException {
        for (Eyes each : eyes) {
            seat.look(each);
            ready.run();
            album.add(subject, each, seat.picture());
        }
        normally();
    }

    /** One, at once. */
    void picture(String subject) throws IOException {
        album.add(subject, eyes.getFirst(), seat.picture());
    }

    /** With the first eyes. */
    void normally() {
        seat.look(eyes.getFirst());
    }

    void say(String line) {
        album.say(line);
    }
}
