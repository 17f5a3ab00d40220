package chevet.ward.stay;

import static java.util.Objects.requireNonNull;

import chevet.config.RowFaults;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.stay.AdmissionsFile.Line;
import chevet.ward.stay.Places.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Begins stays: one, or those of a whole file, which may move and end others too. Keys are made
 * before the transaction and destroyed where nobody came of it. Blocks until on disk.
 */
final class Admissions {
    private final Database database;
    private final Places places;
    private final StayStore store;
    private final BedHistory history;
    private final StayBook book;

    Admissions(
            Database database, Places places, StayStore store, BedHistory history, StayBook book) {
        this.database = database;
        this.places = places;
        this.store = store;
        this.history = history;
        this.book = book;
    }

    /** Begins a stay in a free bed. */
    StayResult admit(Admission admission, String by) {
        Optional<StayResult.Refused> fault = admission.fault();
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<Place> place = history.place(admission.bed());
        if (place.isEmpty()) {
            return StayResult.Refused.of("stay.no-such-bed", admission.bed());
        }
        Admitting admitting =
                new Admitting(
                        book.prepare(admission.patient()), place.get(), 1, admission.number());
        StayResult result = undoingKeys(List.of(admitting), tx -> admit(tx, admitting, by));
        if (result instanceof StayResult.Refused) {
            book.drop(admitting.newcomer());
        }
        return result;
    }

    /** See {@link StayDesk#importAdmissions}. */
    ImportResult importFile(
            String file, byte[] content, String by, Language told, Predicate<List<BedId>> mayEnd) {
        Optional<ImportResult> result = Optional.empty();
        // Somebody who comes or goes while the file is read makes another question of it.
        while (result.isEmpty()) {
            result = tryFile(file, content, by, told, mayEnd);
        }
        return result.get();
    }

    /** Empty where the beds have changed between reading and writing. */
    private Optional<ImportResult> tryFile(
            String file, byte[] content, String by, Language told, Predicate<List<BedId>> mayEnd) {
        RowFaults faults = new RowFaults(file, told);
        Map<BedId, StayId> lying = database.read(this::lying);
        List<Line> lines =
                new AdmissionsFile(
                                places,
                                lying,
                                stay -> database.read(handle -> book.patient(handle, stay)),
                                faults)
                        .read(file, content);
        if (!faults.none()) {
            return Optional.of(new ImportResult.Faulty(faults.problems()));
        }
        List<BedId> ending =
                lines.stream()
                        .filter(Line.Discharge.class::isInstance)
                        .map(line -> ((Line.Discharge) line).bed())
                        .toList();
        if (!ending.isEmpty() && !mayEnd.test(ending)) {
            return Optional.of(new ImportResult.Ending(ending));
        }
        Map<Integer, Admitting> coming = new HashMap<>();
        for (Line line : lines) {
            if (line instanceof Line.Admit admit) {
                Admission admission = admit.admission();
                Place place = history.place(admission.bed()).orElseThrow();
                coming.put(
                        admit.line(),
                        new Admitting(
                                book.prepare(admission.patient()),
                                place,
                                admit.day(),
                                admission.number()));
            }
        }
        boolean written =
                undoingKeys(
                        coming.values(),
                        tx -> {
                            boolean asRead = lying(tx.handle()).equals(lying);
                            if (asRead) {
                                lines.forEach(line -> follow(tx, line, coming, by));
                            }
                            return asRead;
                        });
        if (!written) {
            coming.values().forEach(a -> book.drop(a.newcomer()));
            return Optional.empty();
        }
        int moved = (int) lines.stream().filter(Line.Transfer.class::isInstance).count();
        return Optional.of(
                new ImportResult.Done(
                        coming.values().stream()
                                .collect(
                                        Collectors.toMap(
                                                a -> a.place().bed(), a -> a.newcomer().stay())),
                        moved,
                        ending.size()));
    }

    private Map<BedId, StayId> lying(Handle handle) {
        return store.lying(handle).stream()
                .collect(Collectors.toMap(StayStore.InBed::bed, StayStore.InBed::stay));
    }

    private void follow(Tx tx, Line line, Map<Integer, Admitting> coming, String by) {
        switch (line) {
            case Line.Admit admit -> admit(tx, requireNonNull(coming.get(admit.line())), by);
            case Line.Transfer(BedId from, BedId to) ->
                    book.place(tx, book.in(tx, from).orElseThrow(), to, by);
            case Line.Discharge(BedId bed) -> book.end(tx, book.in(tx, bed).orElseThrow(), by);
        }
    }

    /** Somebody who needs his bed, and on which day of the stay he is. */
    private record Admitting(
            StayBook.Newcomer newcomer, Place place, int day, Optional<PatientNumber> number) {}

    private StayResult admit(Tx tx, Admitting admitting, String by) {
        Place place = admitting.place();
        Optional<StayResult.Refused> refused = book.whyNot(tx, place.bed());
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant since = tx.now().minus(admitting.day() - 1L, ChronoUnit.DAYS);
        book.begin(tx, admitting.newcomer(), Optional.of(place.bed()), since, by);
        admitting
                .number()
                .ifPresent(number -> book.number(tx, admitting.newcomer().stay(), number));
        return new StayResult.Done(admitting.newcomer().stay());
    }

    /** Writes; where it fails, the keys that were made for it are destroyed. */
    private <T> T undoingKeys(Collection<Admitting> all, Function<Tx, T> work) {
        try {
            return database.write(work).join();
        } catch (RuntimeException e) {
            all.forEach(admitting -> book.drop(admitting.newcomer()));
            throw e;
        }
    }
}
