package chevet.tour;

import java.io.IOException;
import java.util.List;

/** What the patient in the bed asks for without hurry, and is told of the own stay. */
final class StayWalk {
    /** Sounds like more than a question. */
    private static final String WORDS = "douleur";

    private final Seat seat;
    private final Album album;
    private final List<Eyes> eyes;

    StayWalk(Seat seat, Album album, List<Eyes> eyes) {
        this.seat = seat;
        this.album = album;
        this.eyes = eyes;
    }

    private void pictures(String subject, String key) throws IOException {
        for (Eyes each : eyes) {
            seat.look(each);
            seat.read(seat.words(key));
            album.add(subject, each, seat.picture());
        }
        seat.look(eyes.getFirst());
    }

    /** Water, and a question that is answered with the call button. */
    void asks() throws IOException {
        seat.show("home");
        seat.tap(".tile-stay");
        seat.read("Karim");
        pictures("stay", "stay.ask");
        seat.tap("#stay-agree");
        seat.read("Fond d’œil");
        seat.tap("#ask-WATER");
        seat.read(seat.words("stay.step.SENT"));
        seat.tap("#ask-QUESTION");
        seat.writes(WORDS);
        pictures("stay-write", "stay.write.send");
        seat.tap("#stay-send");
        seat.await("#stay-call-read");
        pictures("stay-call", "stay.call");
        seat.tap("#stay-call-read");
    }

    /** The ward has answered. */
    void isAnswered() throws IOException {
        seat.read(seat.words("stay.step.COMING"));
        pictures("stay-answered", "stay.step.COMING");
        seat.show("home");
    }

    /** Everybody who has opened the record at this bed stands there. */
    void seesWhoOpenedTheRecord() throws IOException {
        seat.show("stay");
        for (Eyes each : eyes) {
            seat.look(each);
            seat.scrollTo("#stay-openings");
            seat.read(seat.words("stay.openings.how"));
            album.add("stay-openings", each, seat.picture());
        }
        seat.look(eyes.getFirst());
        seat.show("home");
    }
}
