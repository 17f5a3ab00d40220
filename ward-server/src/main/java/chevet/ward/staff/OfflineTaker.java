package chevet.ward.staff;

import chevet.model.place.Id;
import chevet.model.place.TerminalId;
import chevet.model.staff.OfflineLogin;
import chevet.model.wire.Command;
import chevet.ward.db.Tx;
import chevet.ward.sync.AuditEntry;
import chevet.ward.sync.CommandHandler;
import java.util.Optional;

/**
 * Notes in the audit what a card has opened while nobody could be asked. Whatever the proof is
 * worth, that it was so is noted: a line that is refused stands for somebody to look at.
 */
final class OfflineTaker implements CommandHandler<OfflineLogin> {
    private final StaffDoors doors;
    private final CardCheck cards;
    private final Bedside bedside;

    OfflineTaker(StaffDoors doors, CardCheck cards, Bedside bedside) {
        this.doors = doors;
        this.cards = cards;
        this.bedside = bedside;
    }

    @Override
    public String type() {
        return OfflineLogin.TYPE;
    }

    @Override
    public Class<OfflineLogin> bodyType() {
        return OfflineLogin.class;
    }

    @Override
    public boolean needsStay() {
        return false;
    }

    @Override
    public Decision handle(Command command, OfflineLogin login, Tx tx) {
        TerminalId terminal = command.terminal();
        // Judged as of then: a card that was withdrawn since was believed by the list it names.
        Checked checked = cards.offline(tx.handle(), terminal, login.proof(), command.tappedAt());
        AuditEntry entry =
                switch (checked) {
                    case Checked.Known known ->
                            entry(
                                    command,
                                    login,
                                    "staff/" + known.person().id(),
                                    known.profile().id(),
                                    true,
                                    "offline");
                    case Checked.Refused(var why, var actor) ->
                            entry(command, login, actor, "", false, why.code());
                };
        doors.audit().note(tx, entry);
        return new Decision.Accepted();
    }

    private AuditEntry entry(
            Command command,
            OfflineLogin login,
            String actor,
            String role,
            boolean allowed,
            String reason) {
        return new AuditEntry(
                AuditEntry.Event.OFFLINE,
                actor,
                role,
                Id.is(login.session()) ? login.session() : "",
                Optional.of(command.terminal()),
                bedside.at(command.terminal()).map(Bedside.At::ward),
                login.stay(),
                "at/" + command.tappedAt() + ",list/" + login.list(),
                allowed,
                reason);
    }
}
