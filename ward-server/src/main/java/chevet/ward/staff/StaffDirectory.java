package chevet.ward.staff;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.RowFile;
import chevet.config.StaffConfig;
import chevet.model.staff.Profile;
import chevet.model.staff.SessionEnd;
import chevet.model.text.Language;
import chevet.ward.console.Fault;
import chevet.ward.db.Tx;
import chevet.ward.sync.AuditEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Who works here, with which card, as what and where. A change ends the sessions of whom it is
 * about. Blocks until on disk; for virtual threads, never the writer's.
 */
public final class StaffDirectory {
    private final StaffDoors doors;
    private final StaffStore store;
    private final StaffConfig config;
    private final EnrolmentReader reader;
    private final OpenSessions sessions;

    StaffDirectory(
            StaffDoors doors,
            StaffStore store,
            StaffConfig config,
            Wards wards,
            OpenSessions sessions) {
        this.doors = doors;
        this.store = store;
        this.config = config;
        this.reader = new EnrolmentReader(config, wards);
        this.sessions = sessions;
    }

    /** Everybody, by name. */
    public List<StaffLine> all() {
        Set<String> open =
                sessions.all().stream().map(o -> o.person().id()).collect(Collectors.toSet());
        return doors.database()
                .read(
                        handle -> {
                            Map<String, Card> newest = newest(store.cards(handle));
                            Set<String> locked = store.locked(handle, CardCheck.TRIES);
                            return store.people(handle).stream()
                                    .map(person -> line(person, newest, locked, open))
                                    .toList();
                        });
    }

    /** Whether the directory is empty. */
    public boolean none() {
        return doors.database().read(store::people).isEmpty();
    }

    /** As it is shown; empty where the directory does not know the person. */
    public Optional<String> nameOf(String person) {
        return doors.database().read(h -> store.person(h, person)).map(Person::name);
    }

    List<Profile> profiles() {
        return config.profiles();
    }

    /**
     * Everybody of a CSV file ({@code person;name;profile;wards;card;key_9a;key_9e;valid_from;
     * valid_until}), or nobody. Who is not in the file stays as before; a card that was lost stays
     * withdrawn.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     */
    public StaffImport importFile(String file, byte[] content, By by, Language told) {
        RowFaults faults = new RowFaults(file, told);
        List<Row> rows =
                RowFile.read(
                        file,
                        content,
                        "staff",
                        EnrolmentReader.REQUIRED,
                        EnrolmentReader.OPTIONAL,
                        faults);
        List<Enrolment> read = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            reader.read(row::text, new InRow(row, faults))
                    .ifPresent(
                            enrolment -> {
                                once(enrolment, row, seen, faults);
                                taken(enrolment, row, faults);
                                read.add(enrolment);
                            });
        }
        if (!faults.none()) {
            return new StaffImport.Faulty(faults.problems());
        }
        doors.database()
                .change(
                        tx -> {
                            read.forEach(each -> keep(tx, each));
                            noted(tx, by, "import/" + read.size());
                        });
        return new StaffImport.Done(read.size());
    }

    /** Keeps what a form says of one person; nothing where it has faults. */
    List<Fault> save(Function<String, String> texts, boolean fresh, By by) {
        InForm faults = new InForm();
        Optional<Enrolment> read = reader.read(texts, faults);
        if (read.isEmpty()) {
            return faults.all;
        }
        Enrolment enrolment = read.get();
        String person = enrolment.person().id();
        return doors.database()
                .write(
                        tx -> {
                            if (fresh && store.person(tx.handle(), person).isPresent()) {
                                return List.of(Fault.of("person", "staff.fault.taken"));
                            }
                            Optional<String> field = taken(tx.handle(), enrolment);
                            if (field.isPresent()) {
                                return List.of(Fault.of(field.get(), "staff.fault.card-taken"));
                            }
                            keep(tx, enrolment);
                            noted(tx, by, "person/" + person);
                            return List.<Fault>of();
                        })
                .join();
    }

    /** The card opens nothing from now on, and its sessions end. False where there is none. */
    public boolean withdraw(String serial, By by) {
        return change(
                serial,
                by,
                "withdrawn",
                (tx, card) -> {
                    sessions.end(tx, open -> open.card().equals(serial), SessionEnd.Why.WITHDRAWN);
                    sessions.forgetPin(tx, serial);
                    return new Card.Withdrawn(tx.now(), Card.Why.LOST);
                });
    }

    /** A card that was found again. */
    boolean giveBack(String serial, By by) {
        return doors.database()
                .write(
                        tx -> {
                            Optional<Card> card = store.card(tx.handle(), serial);
                            card.ifPresent(
                                    c -> {
                                        store.put(tx.handle(), with(c, Optional.empty()), tx.now());
                                        noted(tx, by, "card/" + serial + "/back");
                                    });
                            return card.isPresent();
                        })
                .join();
    }

    /** Forgets the wrong PINs. */
    boolean unlock(String serial, By by) {
        return doors.database()
                .write(
                        tx -> {
                            boolean known = store.card(tx.handle(), serial).isPresent();
                            if (known) {
                                store.clearTries(tx.handle(), serial);
                                noted(tx, by, "card/" + serial + "/unlocked");
                            }
                            return known;
                        })
                .join();
    }

    private interface Withdrawing {
        Card.Withdrawn in(Tx tx, Card card);
    }

    private boolean change(String serial, By by, String word, Withdrawing how) {
        return doors.database()
                .write(
                        tx -> {
                            Optional<Card> card = store.card(tx.handle(), serial);
                            card.ifPresent(
                                    c -> {
                                        Card.Withdrawn mark = how.in(tx, c);
                                        store.put(
                                                tx.handle(), with(c, Optional.of(mark)), tx.now());
                                        noted(tx, by, "card/" + serial + "/" + word);
                                    });
                            return card.isPresent();
                        })
                .join();
    }

    /** Writes it; ends the person's sessions where anything is otherwise than it was. */
    private void keep(Tx tx, Enrolment enrolment) {
        Handle handle = tx.handle();
        Person person = enrolment.person();
        boolean changed = !store.person(handle, person.id()).equals(Optional.of(person));
        if (changed) {
            store.put(handle, person);
        }
        Optional<Card> wanted = enrolment.card();
        if (wanted.isPresent()) {
            changed = keep(tx, wanted.get()) || changed;
        }
        if (changed) {
            sessions.end(
                    tx, open -> open.person().id().equals(person.id()), SessionEnd.Why.CHANGED);
        }
    }

    private boolean keep(Tx tx, Card wanted) {
        Handle handle = tx.handle();
        Optional<Card> known = store.card(handle, wanted.serial());
        Card kept = with(wanted, known.flatMap(Card::withdrawn));
        for (Card other : store.cardsOf(handle, wanted.person())) {
            boolean replaced =
                    !other.serial().equals(wanted.serial()) && other.withdrawn().isEmpty();
            if (replaced) {
                Card.Withdrawn mark = new Card.Withdrawn(tx.now(), Card.Why.REPLACED);
                store.put(handle, with(other, Optional.of(mark)), tx.now());
                sessions.forgetPin(tx, other.serial());
            }
        }
        if (known.equals(Optional.of(kept))) {
            return false;
        }
        store.put(handle, kept, tx.now());
        return true;
    }

    private void noted(Tx tx, By by, String subject) {
        doors.audit()
                .note(
                        tx,
                        AuditEntry.console(
                                AuditEntry.Event.DIRECTORY, by.account(), by.role(), subject));
        tx.afterCommit(() -> doors.live().changed(Staff.TOPIC));
    }

    /** The field that names what is somebody else's already. */
    private Optional<String> taken(Handle handle, Enrolment enrolment) {
        if (enrolment.card().isEmpty()) {
            return Optional.empty();
        }
        Card card = enrolment.card().get();
        boolean serial =
                store.card(handle, card.serial())
                        .filter(known -> !known.person().equals(card.person()))
                        .isPresent();
        if (serial) {
            return Optional.of("card");
        }
        if (others(handle, card, card.key9a())) {
            return Optional.of("key_9a");
        }
        return card.key9e().filter(key -> others(handle, card, key)).map(_ -> "key_9e");
    }

    private boolean others(Handle handle, Card card, String key) {
        return store.byKey(handle, key)
                .filter(known -> !known.serial().equals(card.serial()))
                .isPresent();
    }

    private void taken(Enrolment enrolment, Row row, RowFaults faults) {
        doors.database()
                .read(handle -> taken(handle, enrolment))
                .ifPresent(field -> faults.at(row.cell(field), "card-taken"));
    }

    private static void once(
            Enrolment enrolment, Row row, Map<String, Integer> seen, RowFaults faults) {
        first("person", enrolment.person().id(), row, seen, faults);
        enrolment
                .card()
                .ifPresent(
                        card -> {
                            first("card", card.serial(), row, seen, faults);
                            first("key_9a", card.key9a(), row, seen, faults);
                            card.key9e().ifPresent(key -> first("key_9e", key, row, seen, faults));
                        });
    }

    private static void first(
            String field, String value, Row row, Map<String, Integer> seen, RowFaults faults) {
        String kind = field.startsWith("key") ? "key" : field;
        Integer before = seen.putIfAbsent(kind + " " + value, row.line());
        if (before != null) {
            String shown = kind.equals("key") ? "…" : value;
            faults.at(row.cell(field), "twice", shown, before);
        }
    }

    private static StaffLine line(
            Person person, Map<String, Card> newest, Set<String> locked, Set<String> open) {
        Optional<Card> card = Optional.ofNullable(newest.get(person.id()));
        return new StaffLine(
                person,
                card,
                card.filter(c -> locked.contains(c.serial())).isPresent(),
                open.contains(person.id()));
    }

    /** Of each person the card that opens something, else the newest. */
    private static Map<String, Card> newest(List<Card> cards) {
        Map<String, Card> newest = new HashMap<>();
        for (Card card : cards) {
            newest.merge(
                    card.person(),
                    card,
                    (a, b) -> a.withdrawn().isPresent() && b.withdrawn().isEmpty() ? b : a);
        }
        return newest;
    }

    private static Card with(Card card, Optional<Card.Withdrawn> mark) {
        return new Card(card.serial(), card.person(), card.key9a(), card.key9e(), mark);
    }

    /** Faults of a row of a file. */
    private record InRow(Row row, RowFaults faults) implements EnrolmentReader.Faults {
        @Override
        public void at(String field, String key, Object... about) {
            faults.at(row.cell(field), key, about);
        }

        @Override
        public void unknown(String field, String word, Collection<String> allowed) {
            faults.unknown(row.cell(field), word, allowed);
        }
    }

    /** Faults of a form, by the names of its fields. */
    private static final class InForm implements EnrolmentReader.Faults {
        private final List<Fault> all = new ArrayList<>();

        @Override
        public void at(String field, String key, Object... about) {
            all.add(Fault.of(field, "staff.fault." + key, about));
        }

        @Override
        public void unknown(String field, String word, Collection<String> allowed) {
            all.add(Fault.of(field, "staff.fault.unknown", word));
        }
    }
}
