package chevet.ward.fhir;

import chevet.model.meal.FoodFacts;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordSection;
import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import chevet.ward.fhir.FhirException.Kind;
import chevet.ward.fhir.R4Parser.Read;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hospital's record over FHIR R4. It keeps nothing of what it reads. It blocks within {@link
 * FhirSettings#patience}: for virtual threads. Safe for all threads.
 */
public final class FhirDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FhirDoor.class);

    /** In items: nobody reads more at a bedside, and what is left out is said. */
    private static final int MOST = 60;

    private static final Map<RecordSection, Section<?>> SECTIONS = sections();

    private final FhirSettings settings;
    private final InstantSource clock;
    private final Resources resources;
    private final R4Parser parser = R4Parser.waking();

    private FhirDoor(FhirSettings settings, Resources resources, InstantSource clock) {
        this.settings = settings;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * Opens it; nobody is asked yet.
     *
     * @throws FhirException where a certificate or key that the settings name cannot be read
     */
    public static FhirDoor open(FhirSettings settings, InstantSource clock) {
        Resources resources =
                switch (settings.where()) {
                    case FhirSettings.Folder folder -> new FolderResources(folder.path());
                    case FhirSettings.Server server ->
                            new ServerResources(server, settings.patience(), clock);
                };
        return new FhirDoor(settings, resources, clock);
    }

    /** The patient's id at the source. */
    public record SourceId(String value) {
        @Override
        public String toString() {
            return "SourceId[]";
        }
    }

    /**
     * Who it is at the source.
     *
     * @return empty where the source knows nobody, or several, by that number
     * @throws FhirException where it did not answer
     */
    public Optional<SourceId> find(PatientNumber number) {
        String system = number.system().isEmpty() ? settings.patientSystem() : number.system();
        String wanted = system.isEmpty() ? number.value() : system + "|" + number.value();
        Resources.Found found = resources.search("Patient", Map.of("identifier", wanted));
        List<String> ids =
                parser.all(found.entries(), Patient.class).resources().stream()
                        .map(patient -> patient.getIdElement().getIdPart())
                        .distinct()
                        .toList();
        if (ids.size() > 1) {
            // Two patients by one number: showing one of them would be a guess.
            LOG.warn("the record holds a patient number twice");
        }
        return ids.size() == 1 ? Optional.of(new SourceId(ids.getFirst())) : Optional.empty();
    }

    /** One section; what went wrong is its state, and in the log without a word of the patient. */
    public RecordPart read(SourceId patient, RecordSection section) {
        Instant now = clock.instant();
        Section<?> reader = SECTIONS.get(section);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + section);
        }
        try {
            return part(reader, patient, now);
        } catch (FhirException e) {
            return failed(section, e, now);
        }
    }

    /** What a failure to find or read looks like. */
    public RecordPart failed(RecordSection section, FhirException e, Instant at) {
        LOG.warn("record section {} could not be read: {}", section, e.getMessage());
        boolean late =
                e.kind() == Kind.LATE || e.kind() == Kind.UNREACHABLE || e.kind() == Kind.BUSY;
        return RecordPart.empty(section, late ? State.LATE : State.UNREADABLE, at, name());
    }

    /** The name of the source. */
    public String name() {
        return settings.name();
    }

    /**
     * What is in force of allergies and diets.
     *
     * @throws FhirException where the source did not answer for both
     */
    public FoodFacts food(SourceId patient) {
        Instant now = clock.instant();
        Taken<AllergyIntolerance> allergies = take(new AllergySection(), patient, now);
        Taken<NutritionOrder> orders = take(new DietSection(), patient, now);
        if (allergies.more() || orders.more()) {
            throw new FhirException(Kind.TOO_BIG, "more entries than are read");
        }
        return FoodReading.of(
                allergies.resources(),
                orders.resources(),
                allergies.unreadable() + orders.unreadable(),
                now,
                settings.zone());
    }

    /**
     * Appointments that are fixed, from today on.
     *
     * @param until later ones are left out
     * @throws FhirException where the source did not answer
     */
    public List<Appointment> appointments(SourceId patient, Instant until) {
        return DayReading.appointments(
                part(new AppointmentSection(), patient, clock.instant()).items(), until);
    }

    /**
     * Who cares for the patient now, by first names.
     *
     * @throws FhirException where the source did not answer
     */
    public List<Carer> carers(SourceId patient) {
        Instant now = clock.instant();
        Map<String, String> members =
                DayReading.members(
                        take(new TeamSection(), patient, now).resources(), now, settings.zone());
        if (members.isEmpty()) {
            return List.of();
        }
        Resources.Found people =
                resources.search("Practitioner", Map.of("_id", String.join(",", members.keySet())));
        return DayReading.carers(
                members, parser.all(people.entries(), Practitioner.class).resources());
    }

    private <R extends DomainResource> RecordPart part(
            Section<R> reader, SourceId patient, Instant now) {
        Taken<R> taken = take(reader, patient, now);
        ZoneId zone = settings.zone();
        Section.Lines lines = reader.lines(taken.resources(), now, zone);
        int unreadable = taken.unreadable() + lines.unreadable();
        List<RecordItem> items = lines.items().stream().limit(MOST).toList();
        State state =
                lines.none() && unreadable == 0
                        ? State.NONE
                        : !items.isEmpty()
                                ? State.PRESENT
                                : unreadable > 0 ? State.UNREADABLE : State.MISSING;
        return new RecordPart(
                reader.section(),
                state,
                now,
                name(),
                items,
                unreadable,
                taken.more() || lines.items().size() > MOST);
    }

    private record Taken<R>(List<R> resources, int unreadable, boolean more) {
        @Override
        public String toString() {
            return "Taken[" + resources.size() + "]";
        }
    }

    private <R extends DomainResource> Taken<R> take(
            Section<R> reader, SourceId patient, Instant now) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean person = reader.section() == RecordSection.BANNER;
        parameters.put(person ? "_id" : "patient", patient.value());
        parameters.putAll(reader.parameters(now, settings.zone()));
        Resources.Found found = resources.search(reader.type().getSimpleName(), parameters);
        Read<R> read = parser.all(found.entries(), reader.type());
        List<R> own = new ArrayList<>();
        int foreign = 0;
        for (R resource : read.resources()) {
            boolean his =
                    reader.about(resource).stream().anyMatch(reference -> is(reference, patient));
            if (his) {
                own.add(resource);
            } else {
                foreign++;
            }
        }
        int complaint = found.complained() ? 1 : 0;
        return new Taken<>(own, read.unreadable() + foreign + complaint, found.more());
    }

    private static boolean is(Reference reference, SourceId patient) {
        return Optional.ofNullable(reference.getReferenceElement().getIdPart())
                .or(() -> Optional.ofNullable(reference.getReference()))
                .filter(id -> id.equals(patient.value()) || id.equals("Patient/" + patient.value()))
                .isPresent();
    }

    private static Map<RecordSection, Section<?>> sections() {
        Map<RecordSection, Section<?>> sections = new EnumMap<>(RecordSection.class);
        for (Section<?> each :
                List.of(
                        new BannerSection(),
                        new FlagSection(),
                        new AllergySection(),
                        new DietSection(),
                        new MedicationSection(),
                        new ObservationSection(),
                        new AppointmentSection(),
                        new TeamSection(),
                        new ConsentSection())) {
            sections.put(each.section(), each);
        }
        return sections;
    }

    @Override
    public void close() {
        resources.close();
    }
}
