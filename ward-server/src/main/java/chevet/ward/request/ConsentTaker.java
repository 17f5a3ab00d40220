package chevet.ward.request;

import chevet.model.request.Consent;
import chevet.model.request.GiveConsent;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.util.Optional;

/** Takes whether the patient wants appointments on the screen. */
final class ConsentTaker implements CommandHandler<GiveConsent> {
    private final DayBook book;
    private final Bedsides beds;

    ConsentTaker(DayBook book, Bedsides beds) {
        this.book = book;
        this.beds = beds;
    }

    @Override
    public String type() {
        return GiveConsent.TYPE;
    }

    @Override
    public Class<GiveConsent> bodyType() {
        return GiveConsent.class;
    }

    @Override
    public Decision handle(Command command, GiveConsent body, Tx tx) {
        Optional<StayId> stay = command.stay();
        boolean here = stay.isPresent() && beds.of(tx.handle(), stay.get()).isPresent();
        // What the ward recorded after the tap is the patient's later word.
        if (here
                && book.consent(tx.handle(), stay.get())
                        .filter(known -> known.since().isAfter(command.tappedAt()))
                        .isPresent()) {
            return new Decision.Accepted();
        }
        Consent consent = new Consent(body.appointments(), Consent.By.PATIENT, command.tappedAt());
        return here && book.put(tx, stay.get(), consent)
                ? new Decision.Accepted()
                : RequestTaker.refused("stay.not-here");
    }
}
