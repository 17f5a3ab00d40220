package chevet.ward.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.record.PatientNumber;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordSection;
import chevet.ward.fhir.FhirHouse.Asked;
import chevet.ward.fhir.FhirSettings.Secret;
import chevet.ward.fhir.FhirSettings.SignedJwt;
import chevet.ward.fhir.FhirSettings.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door before a server that speaks HTTPS and does what servers do. */
class FhirServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final FhirDoor.SourceId P1 = new FhirDoor.SourceId("p1");
    private static final String ALLERGIES = "/fhir/AllergyIntolerance";

    private static FhirHouse house;
    private static FhirDoor door;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
        house = new FhirHouse(folder);
        door = house.door(PATIENCE, Optional.empty());
    }

    @AfterAll
    static void close() {
        door.close();
        house.close();
    }

    @BeforeEach
    void anew() {
        house.anew();
    }

    private static String allergy(String id, String patient, String text) {
        return """
        {"resourceType":"AllergyIntolerance","id":"%s","patient":{"reference":"Patient/%s"},
         "code":{"text":"%s"}}"""
                .formatted(id, patient, text);
    }

    /** SNOMED CT 716186003: no known allergy. */
    private static final String NO_ALLERGY =
            """
            {"resourceType":"AllergyIntolerance","id":"none","patient":{"reference":"Patient/p1"},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003"}],
                     "text":"Aucune allergie connue"}}""";

    private static RecordPart read() {
        return door.read(P1, RecordSection.ALLERGIES);
    }

    private static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    }

    private static Tokens secret() {
        return new Tokens(
                house.url("/token"), "ward 1", "system/*.read", new Secret(house.file("secret")));
    }

    private static Tokens signed() {
        return new Tokens(
                house.url("/token"),
                "ward",
                "system/*.read",
                new SignedJwt(house.file("jwt-key.pem"), "key-7"));
    }

    @Test
    void whatTheServerSaysIsShownAndWhomItKnowsIsFound() {
        house.bundle("Patient", "{\"resourceType\":\"Patient\",\"id\":\"p1\"}");
        house.bundle("AllergyIntolerance", allergy("a", "p1", "Œuf"));

        assertThat(door.find(new PatientNumber("urn:oid:1.2.3", "77"))).contains(P1);
        RecordPart part = read();

        assertThat(part.state()).isEqualTo(State.PRESENT);
        assertThat(part.source()).isEqualTo("Dossier");
        assertThat(part.items()).extracting(RecordItem::text).containsExactly("Œuf");
        assertThat(house.asked)
                .extracting(Asked::path)
                .containsExactly(
                        "/fhir/Patient?identifier=urn%3Aoid%3A1.2.3%7C77&_count=100",
                        "/fhir/AllergyIntolerance?patient=p1&_count=100");
    }

    /** Search parameters of R4 that sections use; a strict server refuses any other. */
    @ParameterizedTest
    @CsvSource({
        "BANNER, _id",
        "FLAGS, patient",
        "ALLERGIES, patient",
        "DIET, patient status",
        "MEDICATION, patient status",
        "OBSERVATIONS, patient category _sort",
        "APPOINTMENTS, patient date _sort",
        "CARE_TEAM, patient status",
        "CONSENTS, patient status",
    })
    void nothingIsAskedThatAStrictServerRefuses(RecordSection section, String known) {
        door.read(P1, section);

        assertThat(
                        Stream.of(house.asked.getFirst().path().split("[?&]"))
                                .skip(1)
                                .map(each -> each.split("=", -1)[0]))
                .containsExactlyInAnyOrderElementsOf(List.of((known + " _count").split(" ", -1)));
    }

    @Test
    void whoShowsNoCertificateReadsNothing() {
        house.bundle("AllergyIntolerance", allergy("a", "p1", "Œuf"));
        try (FhirDoor stranger = house.door(PATIENCE, Optional.empty(), Optional.empty())) {
            RecordPart part = stranger.read(P1, RecordSection.ALLERGIES);

            assertThat(part.state()).isIn(State.UNREADABLE, State.LATE);
            assertThat(part.items()).isEmpty();
        }
        assertThat(house.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNREADABLE",
        "403, UNREADABLE",
        "404, UNREADABLE",
        "500, UNREADABLE",
        "429, LATE",
        "503, LATE",
    })
    void anErrorIsNeverNone(int status, State state) {
        house.answer(ALLERGIES, status, "{\"resourceType\":\"Bundle\",\"entry\":[]}");

        RecordPart part = read();

        assertThat(part.state()).isEqualTo(state);
        assertThat(part.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceTy",
                "<html>Anmeldung</html>",
                "null",
                "[]",
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}",
                "{\"resourceType\":\"AllergyIntolerance\",\"id\":\"a\"}",
            })
    void whatIsNoBundleIsUnreadable(String body) {
        house.answer(ALLERGIES, 200, body);

        assertThat(read().state()).isEqualTo(State.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Observation\",\"id\":\"o\","
                        + "\"subject\":{\"reference\":\"Patient/p1\"}}",
                "{\"resourceType\":\"Horoscope\",\"id\":\"h\"}",
                "{\"id\":\"nothing\"}",
                "{\"resourceType\":\"AllergyIntolerance\",\"id\":\"a\",\"patient\":7}",
                "{\"resourceType\":\"AllergyIntolerance\",\"id\":\"b\","
                        + "\"patient\":{\"reference\":\"Patient/other\"},"
                        + "\"code\":{\"text\":\"Kiwi\"}}",
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}",
            })
    void anEntryThatDoesNotBelongThereTakesTheNoneAwayButNotWhatIsGood(String entry) {
        house.bundle("AllergyIntolerance", entry);
        assertThat(read().state()).isEqualTo(State.UNREADABLE);

        house.bundle("AllergyIntolerance", NO_ALLERGY, entry);
        RecordPart doubtful = read();
        assertThat(doubtful.state()).isEqualTo(State.PRESENT);
        assertThat(doubtful.unreadable()).isEqualTo(1);

        house.bundle("AllergyIntolerance", allergy("a", "p1", "Œuf"), entry);
        RecordPart good = read();
        assertThat(good.items()).extracting(RecordItem::text).containsExactly("Œuf");
        assertThat(good.unreadable()).isEqualTo(1);
    }

    @Test
    void onlyTheSourcesOwnWordIsNone() {
        house.bundle("AllergyIntolerance");
        assertThat(read().state()).isEqualTo(State.MISSING);

        house.bundle("AllergyIntolerance", NO_ALLERGY);
        assertThat(read().state()).isEqualTo(State.NONE);
    }

    @Test
    void whoeverIsSilentIsLateAndSaidToBe() {
        house.late();
        try (FhirDoor hasty = house.door(Duration.ofMillis(400), Optional.empty())) {
            Instant asked = Instant.now();

            RecordPart part = hasty.read(P1, RecordSection.ALLERGIES);

            assertThat(part.state()).isEqualTo(State.LATE);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThatThrownBy(() -> hasty.food(P1))
                    .isInstanceOfSatisfying(
                            FhirException.class,
                            e -> assertThat(e.kind()).isEqualTo(FhirException.Kind.LATE));
        }
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() {
        house.answer(ALLERGIES, 200, "[" + " ".repeat(FhirSettings.LONGEST) + "]");

        assertThat(read().state()).isEqualTo(State.UNREADABLE);
        assertThatThrownBy(() -> door.food(P1))
                .isInstanceOfSatisfying(
                        FhirException.class,
                        e -> assertThat(e.kind()).isEqualTo(FhirException.Kind.TOO_BIG));
    }

    @Test
    void aRedirectIsNotFollowed() {
        house.answer(
                ALLERGIES,
                new FhirHouse.Said(302, "", Map.of("Location", house.url("/else").toString())));

        assertThat(read().state()).isEqualTo(State.UNREADABLE);
        assertThat(house.asked).extracting(Asked::path).noneMatch(p -> p.startsWith("/else"));
    }

    @Test
    void aNextPageElsewhereIsNotAskedFor() {
        house.answer(
                ALLERGIES,
                200,
                """
                {"resourceType":"Bundle","entry":[],
                 "link":[{"relation":"next","url":"https://elsewhere.example/fhir?page=2"}]}""");

        assertThat(read().state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void clientsSecretGetsATokenThatServesUntilItIsRefused() {
        house.answer("/token", 200, token("first"));
        house.bundle("AllergyIntolerance", NO_ALLERGY);
        try (FhirDoor own = house.door(PATIENCE, Optional.of(secret()))) {
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.NONE);
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.NONE);
            Asked wanted = house.asked.getFirst();
            String pair = "ward+1:s3cret+%26+more";
            assertThat(wanted.authorization())
                    .isEqualTo(
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            assertThat(wanted.body())
                    .isEqualTo("grant_type=client_credentials&scope=system%2F*.read");
            assertThat(house.asked)
                    .extracting(Asked::authorization)
                    .containsExactly(wanted.authorization(), "Bearer first", "Bearer first");

            house.asked.clear();
            house.answer("/token", 200, token("second"));
            house.answer(ALLERGIES, 401, "");
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.UNREADABLE);
            assertThat(house.asked)
                    .extracting(Asked::authorization)
                    .containsExactly("Bearer first", wanted.authorization(), "Bearer second");
        }
    }

    @Test
    void backendServiceProvesItselfByASignedJwtEachTimeAnotherOne()
            throws GeneralSecurityException {
        // No expiry named and used up at once: each read asks for a token.
        house.answer(
                "/token",
                200,
                "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":1}");
        house.bundle("AllergyIntolerance", NO_ALLERGY);
        try (FhirDoor own = house.door(PATIENCE, Optional.of(signed()))) {
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.NONE);
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.NONE);
        }
        List<Map<String, String>> forms =
                house.asked.stream()
                        .filter(asked -> asked.path().equals("/token"))
                        .map(asked -> form(asked.body()))
                        .toList();
        assertThat(forms).hasSize(2);
        assertThat(forms.getFirst())
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", "system/*.read")
                .containsEntry(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        JsonNode first = claims(forms.getFirst().getOrDefault("client_assertion", ""));
        JsonNode second = claims(forms.getLast().getOrDefault("client_assertion", ""));
        assertThat(first.path("iss").asText()).isEqualTo("ward");
        assertThat(first.path("sub").asText()).isEqualTo("ward");
        assertThat(first.path("aud").asText()).isEqualTo(house.url("/token").toString());
        assertThat(Instant.ofEpochSecond(first.path("exp").asLong()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(first.path("jti").asText()).isNotEqualTo(second.path("jti").asText());
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** What the assertion claims, once its signature is seen to be of the key. */
    private static JsonNode claims(String assertion) throws GeneralSecurityException {
        String[] parts = assertion.split("\\.");
        JsonNode head = Json.tree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(head.path("alg").asText()).isEqualTo("ES384");
        assertThat(head.path("kid").asText()).isEqualTo("key-7");
        Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
        signature.initVerify(house.jwtKey);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return Json.tree(Base64.getUrlDecoder().decode(parts[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":\"invalid_client\"}",
                "200|{}",
                "200|{\"access_token\":\"t\",\"token_type\":\"mac\"}",
                "200|<html/>",
            })
    void withoutATokenTheRecordIsNotAskedAndNothingIsNone(int status, String body) {
        house.answer("/token", status, body);
        house.bundle("AllergyIntolerance", NO_ALLERGY);
        try (FhirDoor own = house.door(PATIENCE, Optional.of(signed()))) {
            assertThat(own.read(P1, RecordSection.ALLERGIES).state()).isEqualTo(State.UNREADABLE);
        }
        assertThat(house.asked).extracting(Asked::path).containsExactly("/token");
    }
}
