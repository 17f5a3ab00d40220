package chevet.ward.stay;

import chevet.config.RowFaults;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.stay.Places.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Begins stays: one, or those of a whole file. Keys are made before the transaction and destroyed
 * where nobody came of it. Blocks until on disk.
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
    ImportResult importFile(String file, byte[] content, String by, Language told) {
        RowFaults faults = new RowFaults(file, told);
        List<AdmissionsFile.Line> lines = new AdmissionsFile(places).read(file, content, faults);
        Set<BedId> occupied =
                database.read(store::lying).stream()
                        .map(StayStore.InBed::bed)
                        .collect(Collectors.toSet());
        for (AdmissionsFile.Line line : lines) {
            if (occupied.contains(line.admission().bed())) {
                faults.at(line.row().cell("bed"), "bed-occupied", line.admission().bed().value());
            }
        }
        if (!faults.none()) {
            return new ImportResult.Faulty(faults.problems());
        }
        List<Admitting> all = new ArrayList<>();
        for (AdmissionsFile.Line line : lines) {
            Place place = history.place(line.admission().bed()).orElseThrow();
            Admission admission = line.admission();
            all.add(
                    new Admitting(
                            book.prepare(admission.patient()),
                            place,
                            line.day(),
                            admission.number()));
        }
        Map<BedId, StayId> stays =
                all.stream()
                        .collect(Collectors.toMap(a -> a.place().bed(), a -> a.newcomer().stay()));
        Optional<BedId> taken = undoingKeys(all, tx -> admitAll(tx, all, by));
        if (taken.isEmpty()) {
            return new ImportResult.Done(stays);
        }
        all.forEach(a -> book.drop(a.newcomer()));
        lines.stream()
                .filter(line -> line.admission().bed().equals(taken.get()))
                .forEach(l -> faults.at(l.row().cell("bed"), "bed-occupied", taken.get().value()));
        return new ImportResult.Faulty(faults.problems());
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

    /** The bed that was taken meanwhile, and then nothing is kept; empty when all are admitted. */
    private Optional<BedId> admitAll(Tx tx, List<Admitting> all, String by) {
        for (Admitting admitting : all) {
            if (store.in(tx.handle(), admitting.place().bed()).isPresent()) {
                return Optional.of(admitting.place().bed());
            }
        }
        all.forEach(admitting -> admit(tx, admitting, by));
        return Optional.empty();
    }

    /** Writes; where it fails, the keys that were made for it are destroyed. */
    private <T> T undoingKeys(List<Admitting> all, Function<Tx, T> work) {
        try {
            return database.write(work).join();
        } catch (RuntimeException e) {
            all.forEach(admitting -> book.drop(admitting.newcomer()));
            throw e;
        }
    }
}
