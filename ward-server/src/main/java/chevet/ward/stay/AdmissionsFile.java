package chevet.ward.stay;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.RowFile;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a file of admissions, transfers and discharges: one to a row, in the order in which they
 * happen. Beds are followed from row to row, so that one who leaves makes room for the next. For
 * one reading only.
 */
final class AdmissionsFile {
    private static final String ACTION = "action";

    /** Of a file that only admits. */
    private static final List<String> ADMITTING = List.of("bed", "title", "name", "language");

    private static final List<String> MOVING = List.of(ACTION, "bed");

    /** What is written of some rows, and what other features read from the same file. */
    private static final List<String> OTHERS =
            List.of(
                    "to",
                    "title",
                    "name",
                    "language",
                    "day",
                    "number",
                    "confirmed",
                    "diets",
                    "allergies",
                    "texture",
                    "thickness",
                    "fasting_from",
                    "fasting_until",
                    "aversions",
                    "carbohydrate_limit",
                    "fluid_limit");

    private static final Map<String, Patient.Title> TITLES =
            Map.of("mrs", Patient.Title.MRS, "mr", Patient.Title.MR);
    private static final Map<String, Language> LANGUAGES =
            Map.of("fr", Language.FR, "en", Language.EN, "ar", Language.AR);
    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "admit", Action.ADMIT,
                    "transfer", Action.TRANSFER,
                    "discharge", Action.DISCHARGE);

    private enum Action {
        ADMIT,
        TRANSFER,
        DISCHARGE
    }

    /** What one row asks for. */
    sealed interface Line {
        /**
         * @param line where it stands
         * @param day of the stay; more than 1 where the patient came before the file
         */
        record Admit(int line, Admission admission, int day) implements Line {}

        record Transfer(BedId from, BedId to) implements Line {}

        record Discharge(BedId bed) implements Line {}
    }

    /**
     * Who lies in a bed after the rows so far.
     *
     * @param stay empty where a row of this file admits it
     * @param line that brought it; 0 where it lay there before
     */
    private record Lies(Optional<StayId> stay, int line) {}

    private final Map<String, BedId> known = new LinkedHashMap<>();
    private final Map<BedId, Lies> beds = new HashMap<>();

    /** Rows that could not be read are about these: nobody can say who lies there after them. */
    private final Set<BedId> unsure = new HashSet<>();

    private final Function<StayId, Optional<Patient>> patients;
    private final RowFaults faults;

    /**
     * @param lying who lies where before the file
     */
    AdmissionsFile(
            Places places,
            Map<BedId, StayId> lying,
            Function<StayId, Optional<Patient>> patients,
            RowFaults faults) {
        places.beds().forEach(place -> known.put(place.bed().value(), place.bed()));
        lying.forEach((bed, stay) -> beds.put(bed, new Lies(Optional.of(stay), 0)));
        this.patients = patients;
        this.faults = faults;
    }

    /** The rows that are right, in their order; whatever is wrong is among the faults. */
    List<Line> read(String file, byte[] content) {
        boolean moves =
                new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .filter(header -> header.contains(ACTION))
                        .isPresent();
        List<String> required = moves ? MOVING : ADMITTING;
        List<String> others =
                Stream.concat(Stream.of(ACTION), OTHERS.stream())
                        .filter(name -> !required.contains(name))
                        .toList();
        List<Line> lines = new ArrayList<>();
        for (Row row : RowFile.read(file, content, "patient", required, others, faults)) {
            line(row).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Line> line(Row row) {
        Optional<BedId> bed = row.required("bed").flatMap(_ -> bed(row, "bed"));
        Optional<Action> action =
                row.optional(ACTION).isPresent()
                        ? row.one(ACTION, ACTIONS)
                        : Optional.of(Action.ADMIT);
        if (action.isEmpty()) {
            bed.ifPresent(unsure::add);
            row.optional("to").map(known::get).ifPresent(unsure::add);
            return Optional.empty();
        }
        return switch (action.get()) {
            case ADMIT -> admit(row, bed);
            case TRANSFER -> transfer(row, bed);
            case DISCHARGE -> bed.filter(from -> leaves(row, from)).map(Line.Discharge::new);
        };
    }

    private Optional<Line> admit(Row row, Optional<BedId> bed) {
        bed.ifPresent(in -> lie(row, "bed", in, new Lies(Optional.empty(), row.line())));
        Patient.Title title = row.one("title", TITLES).orElse(Patient.Title.NONE);
        Optional<String> name = row.required("name").filter(n -> sound(n, row));
        Optional<Language> language =
                row.required("language").flatMap(_ -> row.one("language", LANGUAGES));
        Optional<PatientNumber> number = number(row);
        int day = row.whole("day", 1, 999).orElse(1);
        if (bed.isEmpty() || name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        Patient patient = new Patient(title, name.get(), language.get());
        return Optional.of(
                new Line.Admit(row.line(), new Admission(patient, bed.get(), number), day));
    }

    private Optional<Line> transfer(Row row, Optional<BedId> bed) {
        Optional<BedId> to = row.required("to").flatMap(_ -> bed(row, "to"));
        Optional<Lies> who = bed.map(beds::get);
        boolean leaves = bed.filter(from -> leaves(row, from)).isPresent();
        if (to.isPresent() && to.equals(bed)) {
            faults.at(row.cell("to"), "bed-occupied", to.get().value());
        }
        to.ifPresent(in -> lie(row, "to", in, new Lies(who.flatMap(Lies::stay), row.line())));
        return leaves ? to.map(in -> new Line.Transfer(bed.orElseThrow(), in)) : Optional.empty();
    }

    /** Nobody lies in the bed after this row; false where nobody did, or somebody else does. */
    private boolean leaves(Row row, BedId bed) {
        Optional<Lies> left = Optional.ofNullable(beds.remove(bed));
        if (left.isEmpty()) {
            if (!unsure.contains(bed)) {
                faults.at(row.cell("bed"), "bed-empty", bed.value());
            }
            return false;
        }
        // A name is not needed; where it is written, nobody else must go in its place.
        boolean another =
                row.optional("name").isPresent()
                        && left.get()
                                .stay()
                                .flatMap(patients)
                                .filter(p -> !p.name().equalsIgnoreCase(row.text("name")))
                                .isPresent();
        if (another) {
            faults.at(row.cell("name"), "other-patient", bed.value());
        }
        return !another;
    }

    private void lie(Row row, String column, BedId bed, Lies who) {
        Lies before = beds.put(bed, who);
        if (before != null && !unsure.contains(bed)) {
            if (before.line() > 0) {
                faults.at(row.cell(column), "twice", bed.value(), before.line());
            } else {
                faults.at(row.cell(column), "bed-occupied", bed.value());
            }
        }
    }

    private Optional<BedId> bed(Row row, String column) {
        Optional<BedId> bed = row.optional(column).map(known::get);
        if (bed.isEmpty()) {
            faults.unknown(row.cell(column), row.text(column), known.keySet());
        }
        return bed;
    }

    private Optional<PatientNumber> number(Row row) {
        Optional<String> written = row.optional("number");
        Optional<PatientNumber> number = written.flatMap(Admission::number);
        if (written.isPresent() && number.isEmpty()) {
            faults.at(row.cell("number"), "bad-number");
        }
        return number;
    }

    private boolean sound(String name, Row row) {
        if (name.length() > Admission.LONGEST_NAME) {
            faults.at(row.cell("name"), "name-too-long", Admission.LONGEST_NAME);
            return false;
        }
        if (Admission.unprintable(name)) {
            faults.at(row.cell("name"), "bad-character");
            return false;
        }
        return true;
    }
}
