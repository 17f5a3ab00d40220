package chevet.ward.stay;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.RowFile;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a CSV of admissions: one bed and who shall lie there to a row. */
final class AdmissionsFile {
    private static final List<String> REQUIRED = List.of("bed", "title", "name", "language");

    /** What other features read from the same file; admissions pass over it. */
    private static final List<String> OTHERS =
            List.of(
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

    /**
     * One row.
     *
     * @param day of the stay; more than 1 where the patient came before the file
     */
    record Line(Row row, Admission admission, int day) {}

    private final Places places;

    AdmissionsFile(Places places) {
        this.places = places;
    }

    /** The rows that are right; whatever is wrong is among the faults. */
    List<Line> read(String file, byte[] content, RowFaults faults) {
        List<Line> lines = new ArrayList<>();
        Map<BedId, Integer> seen = new HashMap<>();
        for (Row row : RowFile.read(file, content, "patient", REQUIRED, OTHERS, faults)) {
            Optional<BedId> bed = bed(row, faults);
            bed.ifPresent(
                    b -> {
                        Integer before = seen.putIfAbsent(b, row.line());
                        if (before != null) {
                            faults.at(row.cell("bed"), "twice", b.value(), before);
                        }
                    });
            Patient.Title title = row.one("title", TITLES).orElse(Patient.Title.NONE);
            Optional<String> name = row.required("name").filter(n -> sound(n, row, faults));
            Optional<Language> language =
                    row.required("language").flatMap(_ -> row.one("language", LANGUAGES));
            Optional<PatientNumber> number = number(row, faults);
            int day = row.whole("day", 1, 999).orElse(1);
            if (bed.isPresent() && name.isPresent() && language.isPresent()) {
                Patient patient = new Patient(title, name.get(), language.get());
                lines.add(new Line(row, new Admission(patient, bed.get(), number), day));
            }
        }
        return lines;
    }

    private Optional<BedId> bed(Row row, RowFaults faults) {
        Map<String, BedId> known = new LinkedHashMap<>();
        places.beds().forEach(p -> known.put(p.bed().value(), p.bed()));
        Optional<String> written = row.required("bed");
        Optional<BedId> bed = written.map(known::get);
        if (written.isPresent() && bed.isEmpty()) {
            faults.unknown(row.cell("bed"), written.get(), known.keySet());
        }
        return bed;
    }

    private static Optional<PatientNumber> number(Row row, RowFaults faults) {
        Optional<String> written = row.optional("number");
        Optional<PatientNumber> number = written.flatMap(Admission::number);
        if (written.isPresent() && number.isEmpty()) {
            faults.at(row.cell("number"), "bad-number");
        }
        return number;
    }

    private static boolean sound(String name, Row row, RowFaults faults) {
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
