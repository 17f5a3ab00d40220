package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.ward.account.AccountDesk;
import chevet.ward.audit.AuditNames;
import chevet.ward.console.Account;
import chevet.ward.db.Tx;
import chevet.ward.staff.Bedside;
import chevet.ward.staff.Staff;
import chevet.ward.stay.Places;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What staff know of beds and stays; neither imports the other. */
final class StaffPorts {
    private StaffPorts() {}

    static Bedside bedside(StayDesk stays, Places places) {
        Map<TerminalId, Places.Place> byTerminal =
                places.beds().stream()
                        .collect(Collectors.toMap(Places.Place::terminal, Function.identity()));
        return terminal ->
                Optional.ofNullable(byTerminal.get(terminal))
                        .map(
                                place ->
                                        new Bedside.At(
                                                place.ward(),
                                                place.bed(),
                                                stays.whereabouts().stayAt(terminal)));
    }

    /** Who and where the ids of the audit are. */
    static AuditNames names(Staff staff, AccountDesk accounts, Places places) {
        Map<TerminalId, BedId> beds =
                places.beds().stream()
                        .collect(Collectors.toMap(Places.Place::terminal, Places.Place::bed));
        return new AuditNames() {
            @Override
            public Optional<String> name(String actor) {
                int slash = actor.indexOf('/') + 1;
                return actor.startsWith("staff/")
                        ? staff.directory().nameOf(actor.substring(slash))
                        : accounts.byId(actor.substring(slash)).map(Account::name);
            }

            @Override
            public Optional<BedId> bed(TerminalId terminal) {
                return Optional.ofNullable(beds.get(terminal));
            }
        };
    }

    /** Whoever looks at a patient is shown nothing more when the patient lies elsewhere. */
    static StayFollower follower(Staff staff) {
        return new StayFollower() {
            @Override
            public void admitted(Tx tx, StayId stay, BedId bed) {
                staff.arrived(tx, bed);
            }

            @Override
            public void moved(Tx tx, StayId stay, BedId from, BedId to) {
                staff.moved(tx, stay);
            }

            @Override
            public void discharged(Tx tx, StayId stay, BedId from) {
                staff.moved(tx, stay);
            }

            @Override
            public void setAside(Tx tx, StayId stay, BedId from) {
                staff.moved(tx, stay);
            }

            @Override
            public void erased(Tx tx, StayId stay) {
                staff.erased(tx, stay);
            }
        };
    }
}
