package chevet.tour;

import chevet.cardroom.CardRoom;
import chevet.model.text.Language;
import chevet.terminal.ui.TextSize;
import java.io.IOException;
import java.util.List;

/** What staff do with their cards at the bed. */
final class StaffWalk {
    private static final String CODE = "1234";

    private final Seat seat;
    private final CardRoom room;
    private final Album album;
    private final List<Eyes> eyes;

    /** Of those that look at the screens of this house: its language, in the usual size. */
    private final List<Eyes> lights;

    StaffWalk(Seat seat, CardRoom room, Album album, List<Eyes> eyes) {
        this.seat = seat;
        this.room = room;
        this.album = album;
        this.eyes = eyes;
        this.lights =
                eyes.stream()
                        .filter(each -> each.language() == Language.FR)
                        .filter(each -> each.size() == TextSize.NORMAL)
                        .toList();
    }

    private void pictures(String subject, List<Eyes> by) throws IOException {
        for (Eyes each : by) {
            seat.lookAsStaff(each);
            album.add(subject, each, seat.picture());
        }
        seat.lookAsStaff(eyes.getFirst());
    }

    /** The same of what stands below the record where text is large. */
    private void glass(String subject) throws IOException {
        for (Eyes each : eyes) {
            seat.lookAsStaff(each);
            seat.scrollTo("#staff-glass");
            album.add(subject, each, seat.picture());
        }
        seat.lookAsStaff(eyes.getFirst());
    }

    /** A nurse; she taps again within the grace; a doctor, an assistant. */
    void opensTheRecord() throws IOException {
        seat.show("meals");
        room.in("infirmiere");
        seat.await("#staff-code");
        pictures("card-code", eyes);
        code();
        opened("S. Martin");
        pictures("record-nurse", eyes);
        out();
        seat.read(seat.words("meal.title"));
        room.in("infirmiere");
        seat.await("#staff-more");
        opened("S. Martin");
        pictures("record-grace", lights);
        out();
        record("medecin", "Dr Lefèvre", "record-doctor", eyes);
        record("aide", "K. Diallo", "record-assistant", lights);
    }

    private void record(String card, String name, String subject, List<Eyes> by)
            throws IOException {
        room.in(card);
        code();
        opened(name);
        pictures(subject, by);
        out();
    }

    /** Somebody of another ward, who says why. */
    void breaksTheGlass() throws IOException {
        room.in("renfort");
        code();
        seat.await("#staff-glass-open");
        glass("glass");
        seat.tap("#staff-glass-open");
        seat.tap("#staff-cause-continuity");
        seat.await("#staff-glass-yes");
        glass("glass-sure");
        seat.tap("#staff-glass-yes");
        opened("A. Garnier");
        pictures("record-glass", lights);
        out();
    }

    void findsALostCard() throws IOException {
        room.in("perdue");
        seat.read("Cette carte a été déclarée perdue.");
        pictures("card-lost", eyes);
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
