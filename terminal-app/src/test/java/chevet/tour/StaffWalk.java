package chevet.tour;

import chevet.cardroom.CardRoom;
import chevet.model.text.Language;
import chevet.terminal.ui.TextSize;
import java.io.IOException;
import java.util.List;

/**
 * What staff do with their cards at the bed. Their screens have the house's language and one size
 * of text, and the patient's light.
 */
final class StaffWalk {
    private static final String CODE = "1234";

    private final Seat seat;
    private final CardRoom room;
    private final Album album;
    private final List<Eyes> lights;

    StaffWalk(Seat seat, CardRoom room, Album album, List<Eyes> eyes) {
        this.seat = seat;
        this.room = room;
        this.album = album;
        this.lights =
                eyes.stream()
                        .filter(each -> each.language() == Language.FR)
                        .filter(each -> each.size() == TextSize.NORMAL)
                        .toList();
    }

    private void pictures(String subject) throws IOException {
        for (Eyes each : lights) {
            seat.look(each);
            album.add(subject, each, seat.picture());
        }
    }

    /** A nurse; she taps again within the grace; a doctor, an assistant. */
    void opensTheRecord() throws IOException {
        seat.show("meals");
        room.in("infirmiere");
        seat.await("#staff-code");
        pictures("card-code");
        code();
        opened("S. Martin");
        pictures("record-nurse");
        out();
        seat.read(seat.words("meal.title"));
        room.in("infirmiere");
        seat.await("#staff-more");
        opened("S. Martin");
        pictures("record-grace");
        out();
        record("medecin", "Dr Lefèvre", "record-doctor");
        record("aide", "K. Diallo", "record-assistant");
    }

    private void record(String card, String name, String subject) throws IOException {
        room.in(card);
        code();
        opened(name);
        pictures(subject);
        out();
    }

    /** Somebody of another ward, who says why. */
    void breaksTheGlass() throws IOException {
        room.in("renfort");
        code();
        seat.await("#staff-glass-open");
        pictures("glass");
        seat.tap("#staff-glass-open");
        seat.tap("#staff-cause-continuity");
        seat.await("#staff-glass-yes");
        pictures("glass-sure");
        seat.tap("#staff-glass-yes");
        opened("A. Garnier");
        pictures("record-glass");
        out();
    }

    void findsALostCard() throws IOException {
        room.in("perdue");
        seat.read("Cette carte a été déclarée perdue.");
        pictures("card-lost");
        out();
        seat.show("home");
    }

    private void code() {
        seat.await("#staff-code");
        for (String digit : CODE.split("")) {
            seat.tapFace(digit);
        }
        seat.tap("#staff-ok");
    }

    /** All of the record that may be seen is there. */
    private void opened(String name) {
        seat.await("#staff-space");
        seat.read(name);
        seat.await("#record-who");
        String reading = seat.words("record.reading");
        Wait.until("the whole record", () -> !seat.text().contains(reading));
    }

    private void out() {
        room.out();
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
    }
}
