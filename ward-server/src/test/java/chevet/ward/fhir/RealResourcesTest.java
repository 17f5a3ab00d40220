package chevet.ward.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chevet.model.meal.FoodFacts;
import chevet.model.meal.FoodMapping;
import chevet.model.meal.SourcedFood;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordSection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HL7's own example resources, where that folder is present beside the project. */
class RealResourcesTest {
    private static final Path FOLDER =
            Stream.iterate(
                            Path.of("").toAbsolutePath(),
                            Objects::nonNull,
                            folder -> folder.getParent())
                    .map(folder -> folder.resolve("shared/data/fhir"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(Path.of("none"));
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2015-02-01T10:00:00Z"));

    private static FhirDoor door() {
        return FhirDoor.open(
                new FhirSettings(
                        "HL7",
                        new FhirSettings.Folder(FOLDER),
                        "",
                        Duration.ofSeconds(4),
                        ZoneId.of("Europe/Paris")),
                NOW);
    }

    @BeforeAll
    static void present() {
        assumeThat(Files.isDirectory(FOLDER)).as("HL7's examples beside the project").isTrue();
    }

    private static final FhirDoor.SourceId EXAMPLE = new FhirDoor.SourceId("example");

    @ParameterizedTest
    @EnumSource(RecordSection.class)
    void everySectionOfTheExamplePatientIsShownOrSaidToBeMissing(RecordSection section) {
        try (FhirDoor door = door()) {
            RecordPart part = door.read(EXAMPLE, section);

            assertThat(part.state()).isIn(State.PRESENT, State.MISSING);
            assertThat(part.items()).allSatisfy(RealResourcesTest::saysSomething);
        }
    }

    private static void saysSomething(RecordItem item) {
        assertThat(item.kind().isPresent() || !item.text().isBlank()).isTrue();
    }

    @Test
    void thePatientIsFoundByNumber() {
        try (FhirDoor door = door()) {
            assertThat(door.find(new PatientNumber("urn:oid:1.2.36.146.595.217.0.1", "12345")))
                    .contains(EXAMPLE);
            assertThat(door.find(new PatientNumber("", "no-such-number"))).isEmpty();
        }
    }

    @Test
    void noKnownAllergyIsTheSourcesOwnWord() {
        try (FhirDoor door = door()) {
            RecordPart part = door.read(new FhirDoor.SourceId("mom"), RecordSection.ALLERGIES);

            assertThat(part.state()).isEqualTo(State.NONE);
            assertThat(part.items()).extracting(RecordItem::text).contains("NKA");
        }
    }

    @Test
    void whoeverHasNoEntryIsNotSaidToHaveNone() {
        try (FhirDoor door = door()) {
            assertThat(door.read(new FhirDoor.SourceId("f001"), RecordSection.ALLERGIES).state())
                    .isEqualTo(State.MISSING);
        }
    }

    @Test
    void theExampleOrdersRestrictUntilADietitianHasSeenThem() {
        try (FhirDoor door = door()) {
            FoodFacts facts = door.food(EXAMPLE);
            SourcedFood food = FoodMapping.of(facts);

            assertThat(facts.orders()).hasSizeGreaterThan(5);
            assertThat(food.allergies().toString()).contains("NUTS", "MILK");
            assertThat(food.diets().toString()).contains("LOW_SALT", "DIABETIC", "LOW_FAT");
            assertThat(food.complete()).isFalse();
            assertThat(food.unclear())
                    .extracting(line -> line.kind().name())
                    .contains("TUBE", "SUPPLEMENT", "NUTRIENT", "CONFLICT", "INSTRUCTION");
        }
    }

    @Test
    void everyOneOfThemIsReadOrSaidToBeUnreadable() {
        R4Parser parser = R4Parser.waking();
        FolderResources folder = new FolderResources(FOLDER);

        R4Parser.Read<org.hl7.fhir.r4.model.Observation> read =
                parser.all(
                        folder.search("Observation", java.util.Map.of()).entries(),
                        org.hl7.fhir.r4.model.Observation.class);

        assertThat(read.resources().size() + read.unreadable()).isEqualTo(64);
        assertThat(read.resources()).hasSizeGreaterThan(55);
        List<RecordItem> items =
                new ObservationSection()
                        .lines(read.resources(), NOW.instant(), ZoneId.of("Europe/Paris"))
                        .items();
        assertThat(items).isNotEmpty().allSatisfy(RealResourcesTest::saysSomething);
    }
}
