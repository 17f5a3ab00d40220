package chevet.tour;

import java.io.IOException;

/** What the patient in the bed asks for without hurry, and is told of the own stay. */
final class StayWalk {
    /** Sounds like more than a question. */
    private static final String WORDS = "douleur";

    private final Seat seat;
    private final Camera camera;

    StayWalk(Seat seat, Camera camera) {
        this.seat = seat;
        this.camera = camera;
    }

    /** Water, and a question that is answered with the call button. */
    void asks() throws IOException {
        seat.show("home");
        seat.tap(".tile-stay");
        seat.read("Karim");
        camera.pictures("stay", "stay.ask");
        seat.tap("#stay-agree");
        seat.read("Fond d’œil");
        seat.tap("#ask-WATER");
        seat.read(seat.words("stay.step.SENT"));
        seat.tap("#ask-QUESTION");
        seat.writes(WORDS);
        camera.pictures("stay-write", "stay.write.send");
        seat.tap("#stay-send");
        seat.await("#stay-call-read");
        camera.pictures("stay-call", "stay.call");
        seat.tap("#stay-call-read");
    }

    /** The ward has answered. */
    void isAnswered() throws IOException {
        seat.read(seat.words("stay.step.COMING"));
        camera.pictures("stay-answered", "stay.step.COMING");
        seat.show("home");
    }

    /** Everybody who has opened the record at this bed stands there. */
    void seesWhoOpenedTheRecord() throws IOException {
        seat.show("stay");
        camera.pictures(
                "stay-openings",
                () -> {
                    seat.scrollTo("#stay-openings");
                    seat.read(seat.words("stay.openings.how"));
                });
        seat.show("home");
    }
}
