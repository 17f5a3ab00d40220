package chevet.ward;

import chevet.config.FhirConfig;
import chevet.config.WardConfig;
import chevet.model.meal.FoodFacts;
import chevet.model.meal.SourcedFood;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordSection;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.fhir.FhirDoor;
import chevet.ward.fhir.FhirException;
import chevet.ward.fhir.FhirSettings;
import chevet.ward.meal.FoodSources;
import chevet.ward.record.DaySink;
import chevet.ward.record.FoodSink;
import chevet.ward.record.RecordDay;
import chevet.ward.record.RecordDesk;
import chevet.ward.record.RecordSource;
import chevet.ward.request.Requests;
import chevet.ward.stay.StayFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the record, the hospital's server, meals and stays know of each other. */
final class RecordPorts {
    private static final Logger LOG = LoggerFactory.getLogger(RecordPorts.class);

    /** Under which the meals keep what the record says. */
    static final String SOURCE = "fhir";

    /** Under which requests keep what the record says. */
    private static final String DAY_SOURCE = "record";

    /** So far ahead appointments are read: a terminal without network still has tomorrow's. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private RecordPorts() {}

    /** The configured record, opened; it is not asked anything yet. */
    static Optional<FhirDoor> open(WardConfig config, InstantSource clock) {
        return config.record().map(given -> FhirDoor.open(settings(given, config.zone()), clock));
    }

    static FhirSettings settings(FhirConfig config, ZoneId zone) {
        return new FhirSettings(
                config.name(), where(config), config.patientSystem(), config.patience(), zone);
    }

    private static FhirSettings.Where where(FhirConfig config) {
        if ("file".equals(config.where().getScheme())) {
            return new FhirSettings.Folder(Path.of(config.where()));
        }
        return new FhirSettings.Server(
                config.where(),
                config.ca(),
                config.certificate()
                        .flatMap(
                                chain ->
                                        config.key()
                                                .map(
                                                        key ->
                                                                new FhirSettings.Certificate(
                                                                        chain, key))),
                config.tokens().map(RecordPorts::tokens));
    }

    private static FhirSettings.Tokens tokens(FhirConfig.Tokens tokens) {
        FhirSettings.Proof proof =
                tokens.secret()
                        .<FhirSettings.Proof>map(FhirSettings.Secret::new)
                        .orElseGet(
                                () ->
                                        new FhirSettings.SignedJwt(
                                                tokens.key().orElseThrow(), tokens.keyId()));
        return new FhirSettings.Tokens(tokens.url(), tokens.client(), tokens.scope(), proof);
    }

    /** The door as the record's desk needs it. */
    static RecordSource source(FhirDoor door, InstantSource clock) {
        return new RecordSource() {
            @Override
            public String name() {
                return door.name();
            }

            @Override
            public RecordPart read(PatientNumber patient, RecordSection section) {
                try {
                    return door.find(patient)
                            .map(id -> door.read(id, section))
                            .orElseGet(
                                    () ->
                                            RecordPart.empty(
                                                    section,
                                                    State.UNKNOWN_PATIENT,
                                                    clock.instant(),
                                                    door.name()));
                } catch (FhirException e) {
                    return door.failed(section, e, clock.instant());
                }
            }

            @Override
            public Optional<FoodFacts> food(PatientNumber patient) {
                try {
                    return door.find(patient).map(door::food);
                } catch (FhirException e) {
                    LOG.warn("allergies and diets could not be read: {}", e.getMessage());
                    return Optional.empty();
                }
            }

            @Override
            public Optional<RecordDay> day(PatientNumber patient) {
                try {
                    return door.find(patient).map(id -> dayOf(door, id, clock));
                } catch (FhirException e) {
                    LOG.warn("appointments and care team could not be read: {}", e.getMessage());
                    return Optional.empty();
                }
            }
        };
    }

    private static RecordDay dayOf(FhirDoor door, FhirDoor.SourceId patient, InstantSource clock) {
        return new RecordDay(
                door.appointments(patient, clock.instant().plus(AHEAD)), door.carers(patient));
    }

    /** Appointments reach the bed only while the patient consents; the team always does. */
    static DaySink day(Requests requests) {
        return (stay, day) -> {
            requests.days().put(stay, DAY_SOURCE, day.appointments());
            requests.days().team(stay, day.team());
        };
    }

    static FoodSink food(FoodSources meals) {
        return new FoodSink() {
            @Override
            public void take(StayId stay, SourcedFood food) {
                meals.take(stay, SOURCE, food);
            }

            @Override
            public void unknown(StayId stay) {
                meals.unknown(stay, SOURCE);
            }
        };
    }

    static StayFollower follower(RecordDesk desk) {
        return new StayFollower() {
            @Override
            public void admitted(Tx tx, StayId stay, BedId bed) {
                tx.afterCommit(() -> desk.wanted(stay));
            }

            @Override
            public void moved(Tx tx, StayId stay, BedId from, BedId to) {
                // Nothing that the record says hangs on the bed.
            }

            @Override
            public void discharged(Tx tx, StayId stay, BedId from) {
                // The number is needed again where the discharge is cancelled.
            }

            @Override
            public void numbered(Tx tx, StayId stay, PatientNumber number) {
                desk.link(tx, stay, number);
            }

            @Override
            public void erased(Tx tx, StayId stay) {
                desk.erased(tx, stay);
            }
        };
    }
}
