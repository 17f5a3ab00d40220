package chevet.ward.staff;

import chevet.config.StaffConfig;
import chevet.model.place.WardId;
import chevet.model.staff.Permission;
import chevet.model.staff.Permissions;
import chevet.model.staff.Profile;
import chevet.model.staff.StaffCopy;
import chevet.model.staff.StaffList;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.Standing;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * Tells the terminals of each ward, where the site allows it, who may read there while nobody can
 * be asked: signed, anew at each change of the directory, and so often that a list is always young
 * when the network goes. Where the site does not allow it, takes back what was told.
 */
final class StaffLists {
    static final Duration EVERY = Duration.ofMinutes(30);

    private final StaffDoors doors;
    private final StaffStore store;
    private final StaffConfig config;
    private final Wards wards;
    private final ZoneId zone;
    private final ListSigner signer;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile Instant last = Instant.MIN;

    StaffLists(
            StaffDoors doors,
            StaffStore store,
            StaffConfig config,
            Wards wards,
            ZoneId zone,
            ListSigner signer) {
        this.doors = doors;
        this.store = store;
        this.config = config;
        this.wards = wards;
        this.zone = zone;
        this.signer = signer;
    }

    /** The directory is not as it was. */
    void changed() {
        changed.set(true);
    }

    /** Not on the writer's thread. */
    void tick() {
        Instant now = doors.clock().instant();
        boolean old = config.offline() && !now.isBefore(last.plus(EVERY));
        if (changed.getAndSet(false) || old) {
            last = now;
            doors.database().change(tx -> wards.all().forEach(ward -> tell(tx, ward)));
        }
    }

    private void tell(Tx tx, WardId ward) {
        StreamId stream = StreamId.ward(ward);
        if (config.offline()) {
            StaffList list = new StaffList(ward, tx.now(), people(tx.handle(), ward));
            doors.events().put(tx, stream, StaffCopy.KEY, StaffCopy.TYPE, signed(list));
        } else {
            doors.events().remove(tx, stream, StaffCopy.KEY);
        }
    }

    private StaffCopy signed(StaffList list) {
        String json = WireCodec.body(list).json();
        byte[] signature = signer.sign(new StaffCopy(json, "").signed());
        return new StaffCopy(json, Base64.getEncoder().encodeToString(signature));
    }

    private List<StaffList.Entry> people(Handle handle, WardId ward) {
        List<StaffList.Entry> people = new ArrayList<>();
        Set<String> locked = store.locked(handle, CardCheck.TRIES);
        List<Card> cards = store.cards(handle);
        for (Person person : store.people(handle)) {
            config.profile(person.profile())
                    .filter(_ -> person.worksIn(ward))
                    .ifPresent(
                            profile ->
                                    cards.stream()
                                            .filter(card -> card.person().equals(person.id()))
                                            .flatMap(
                                                    card ->
                                                            entry(person, profile, card, locked)
                                                                    .stream())
                                            .forEach(people::add));
        }
        return people;
    }

    private Optional<StaffList.Entry> entry(
            Person person, Profile profile, Card card, Set<String> locked) {
        Set<Permission> permissions = Permissions.at(profile, true, Standing.OFFLINE);
        Optional<StaffRefusal> closed =
                card.withdrawn().isPresent()
                        ? Optional.of(StaffRefusal.WITHDRAWN)
                        : locked.contains(card.serial())
                                ? Optional.of(StaffRefusal.LOCKED)
                                : Optional.empty();
        return permissions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StaffList.Entry(
                                card.serial(),
                                card.key9a(),
                                person.id(),
                                person.name(),
                                profile.id(),
                                profile.name(),
                                permissions,
                                person.from().map(day -> day.atStartOfDay(zone).toInstant()),
                                person.until()
                                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                                closed));
    }
}
