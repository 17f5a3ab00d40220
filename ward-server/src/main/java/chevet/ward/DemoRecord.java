package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The record of a hospital that does not exist: a folder of FHIR R4 resources for the demo ward's
 * patients, with times around now. It says of food what the demo's own list says.
 */
final class DemoRecord {
    private static final String SYSTEM = "urn:oid:1.2.250.1.213.1.4.8";

    private static final Map<String, String> DIETS =
            Map.ofEntries(
                    Map.entry("low_salt", "Régime sans sel"),
                    Map.entry("diabetic", "Régime diabétique"),
                    Map.entry("low_residue", "Régime sans résidu"),
                    Map.entry("low_fat", "Régime pauvre en graisses"),
                    Map.entry("low_potassium", "Régime pauvre en potassium"),
                    Map.entry("low_protein", "Régime hypoprotidique"),
                    Map.entry("high_protein", "Régime hyperprotidique"),
                    Map.entry("low_calorie", "Régime hypocalorique"),
                    Map.entry("gluten_free", "Régime sans gluten"),
                    Map.entry("lactose_free", "Régime sans lactose"),
                    Map.entry("vegetarian", "Régime végétarien"),
                    Map.entry("vegan", "Régime végétalien"),
                    Map.entry("no_pork", "Régime sans porc"));

    private static final Map<String, String> ALLERGENS =
            Map.of(
                    "eggs", "Œuf",
                    "nuts", "Fruits à coque",
                    "peanuts", "Arachide",
                    "fish", "Poisson",
                    "crustaceans", "Crustacés",
                    "molluscs", "Mollusques",
                    "milk", "Lait de vache",
                    "mustard", "Moutarde",
                    "celery", "Céleri");

    private final Path folder;
    private final ZoneId zone;
    private final Instant now;

    DemoRecord(Path folder, ZoneId zone, Instant now) {
        this.folder = folder;
        this.zone = zone;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
    }

    /** By which number the record knows whoever lies in a bed of the demo. */
    static PatientNumber number(BedId bed) {
        return new PatientNumber(SYSTEM, "8002" + bed.value().replace("-", ""));
    }

    /**
     * Writes the folder anew.
     *
     * @param patients the demo's list, as CSV
     */
    void write(String patients) {
        List<String> lines = patients.lines().toList();
        List<String> head = List.of(lines.getFirst().split(";", -1));
        try {
            Files.createDirectories(folder);
            keep(practitioner("n1", "Sophie", "Martin"));
            keep(practitioner("a1", "Karim", "Benali"));
            keep(practitioner("d1", "Adeline", "Roux"));
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(";", -1);
                int number = i;
                one(number, name -> cells[head.indexOf(name)]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void one(int index, UnaryOperator<String> cell) throws IOException {
        BedId bed = new BedId(cell.apply("bed"));
        String id = "p" + bed.value().toLowerCase(Locale.ROOT);
        String about = "\"reference\":\"Patient/" + id + "\"";
        List<String> all = new ArrayList<>();
        all.add(patient(id, bed, index, cell));
        allergies(id, about, cell, all);
        all.add(diet(id, about, cell));
        medication(id, about, index, all);
        observations(id, about, index, all);
        all.add(appointment(id + "-op", about, "Bloc cataracte", "Bloc 2", morning(index)));
        all.add(
                appointment(
                        id + "-control",
                        about,
                        "Mesure de la vue",
                        "Consultation, rez-de-chaussée",
                        morning(index).minus(Duration.ofHours(16))));
        all.add(team(id, about));
        if (index % 5 == 1) {
            all.add(flag(id, "fall", about, "129839007", "Risque de chute"));
        }
        if (index % 7 == 2) {
            all.add(flag(id, "contact", about, "409529001", "Isolement contact"));
        }
        all.add(consent(id, about));
        for (String resource : all) {
            keep(resource);
        }
    }

    private void keep(String resource) throws IOException {
        String type = between(resource, "\"resourceType\":\"");
        String own = between(resource, "\"id\":\"");
        Files.writeString(folder.resolve(type + "-" + own + ".json"), resource);
    }

    private static String between(String resource, String before) {
        int at = resource.indexOf(before) + before.length();
        return resource.substring(at, resource.indexOf('"', at));
    }

    private String patient(String id, BedId bed, int index, UnaryOperator<String> cell) {
        boolean woman = cell.apply("title").equals("mrs");
        String given = woman ? "Jeanne" : "Louis";
        LocalDate birth = LocalDate.ofInstant(now, zone).minusYears(50 + index).minusDays(100);
        return """
        {"resourceType":"Patient","id":"%s","identifier":[{"system":"%s","value":"%s"}],
        "name":[{"use":"official","family":"%s","given":["%s"]}],"gender":"%s","birthDate":"%s"}
        """
                .formatted(
                        id,
                        SYSTEM,
                        number(bed).value(),
                        cell.apply("name"),
                        given,
                        woman ? "female" : "male",
                        birth);
    }

    private void allergies(String id, String about, UnaryOperator<String> cell, List<String> all) {
        String written = cell.apply("allergies");
        if (written.isBlank()) {
            // Some records say that there is none, and some say nothing at all.
            if (!cell.apply("confirmed").equals("no")) {
                all.add(
                        allergy(
                                id + "-none",
                                about,
                                "",
                                """
                                "coding":[{"system":"http://snomed.info/sct","code":"716186003"}],"text":"Aucune allergie connue"\
                                """,
                                "low"));
            }
            return;
        }
        for (String each : written.split(" ")) {
            all.add(
                    allergy(
                            id + "-" + each,
                            about,
                            "\"category\":[\"food\"],",
                            "\"text\":\"" + ALLERGENS.getOrDefault(each, each) + "\"",
                            "high"));
        }
        all.add(
                allergy(
                        id + "-penicillin",
                        about,
                        "\"category\":[\"medication\"],",
                        "\"text\":\"Pénicilline\"",
                        "low"));
    }

    private String allergy(
            String id, String about, String category, String code, String criticality) {
        return """
        {"resourceType":"AllergyIntolerance","id":"%s",
        "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},
        "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"confirmed"}]},
        %s"criticality":"%s","code":{%s},"patient":{%s},"recordedDate":"%s","recorder":{"display":"Dr Adeline Roux"}}
        """
                .formatted(id, category, criticality, code, about, ago(Duration.ofDays(1)));
    }

    private String diet(String id, String about, UnaryOperator<String> cell) {
        String written = cell.apply("diets");
        String types =
                written.isBlank()
                        ? "{\"text\":\"Régime normal\"}"
                        : Arrays.stream(written.split(" "))
                                .map(diet -> "{\"text\":\"" + DIETS.get(diet) + "\"}")
                                .collect(Collectors.joining(","));
        // One patient has a diet that no rule knows: it is for the dietitian.
        if (cell.apply("confirmed").equals("no") && written.isBlank()) {
            types += ",{\"text\":\"Régime cardiologique\"}";
        }
        String texture = cell.apply("texture");
        String textures =
                texture.equals("7")
                        ? ""
                        : "\"texture\":[{\"modifier\":{\"text\":\"IDDSI " + texture + "\"}}],";
        String thickness = cell.apply("thickness");
        String fluids =
                thickness.equals("0")
                        ? ""
                        : "\"fluidConsistencyType\":[{\"text\":\"IDDSI " + thickness + "\"}],";
        return """
        {"resourceType":"NutritionOrder","id":"%s-diet","status":"active","intent":"order","patient":{%s},
        "dateTime":"%s","orderer":{"display":"Dr Adeline Roux"},"oralDiet":{%s%s"type":[%s]}}
        """
                .formatted(id, about, ago(Duration.ofHours(20)), textures, fluids, types);
    }

    private void medication(String id, String about, int index, List<String> all) {
        List<String> drugs =
                List.of(
                        "Paracétamol 1 g|1 comprimé toutes les 6 h si douleur|12:00:00",
                        "Tobramycine collyre|1 goutte œil droit 3 fois par jour|08:00:00",
                        "Dexaméthasone collyre|1 goutte œil droit 4 fois par jour|16:00:00",
                        "Amlodipine 5 mg|1 comprimé le matin|08:00:00",
                        "Énoxaparine 4000 UI|1 injection sous-cutanée le soir|20:00:00");
        for (int i = 0; i < 3 + index % 3; i++) {
            String[] drug = drugs.get(i).split("\\|");
            all.add(
                    """
                    {"resourceType":"MedicationRequest","id":"%s-med%d","status":"active","intent":"order","subject":{%s},
                    "medicationCodeableConcept":{"text":"%s"},"authoredOn":"%s","requester":{"display":"Dr Adeline Roux"},
                    "dosageInstruction":[{"text":"%s","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","timeOfDay":["%s"]}}}]}
                    """
                            .formatted(
                                    id,
                                    i,
                                    about,
                                    drug[0],
                                    ago(Duration.ofHours(18)),
                                    drug[1],
                                    drug[2]));
        }
    }

    private void observations(String id, String about, int index, List<String> all) {
        for (int i = 0; i < 6; i++) {
            String at = ago(Duration.ofMinutes(52 + 240L * i));
            int drift = (index * 7 + i * 5) % 11;
            all.add(
                    observation(id + "-bp" + i, about, at, "85354-9", "Pression artérielle")
                            + """
                            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":%d,"unit":"mmHg"}},
                            {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":%d,"unit":"mmHg"}}]}
                            """
                                    .formatted(124 + drift, 72 + drift));
            quantity(
                    all,
                    id + "-hr" + i,
                    about,
                    at,
                    "8867-4",
                    "Fréquence cardiaque",
                    "" + (68 + drift),
                    "/min");
            quantity(
                    all,
                    id + "-t" + i,
                    about,
                    at,
                    "8310-5",
                    "Température",
                    "36." + (4 + drift % 5),
                    "°C");
            quantity(all, id + "-o2" + i, about, at, "59408-5", "SpO₂", "" + (95 + drift % 4), "%");
        }
    }

    private static void quantity(
            List<String> all,
            String id,
            String about,
            String at,
            String code,
            String name,
            String value,
            String unit) {
        all.add(
                observation(id, about, at, code, name)
                        + "\"valueQuantity\":{\"value\":%s,\"unit\":\"%s\"}}"
                                .formatted(value, unit));
    }

    private static String observation(
            String id, String about, String at, String code, String name) {
        return """
        {"resourceType":"Observation","id":"%s","status":"final","subject":{%s},"effectiveDateTime":"%s",
        "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
        "code":{"coding":[{"system":"http://loinc.org","code":"%s"}],"text":"%s"},"performer":[{"display":"S. Martin, infirmière"}],\
        """
                .formatted(id, about, at, code, name);
    }

    /** Tomorrow, one after the other. */
    private Instant morning(int index) {
        return LocalDate.ofInstant(now, zone)
                .plusDays(1)
                .atTime(8, 0)
                .plusMinutes(30L * (index % 8))
                .atZone(zone)
                .toInstant();
    }

    private static String appointment(
            String id, String about, String what, String where, Instant start) {
        return """
        {"resourceType":"Appointment","id":"%s","status":"booked","description":"%s","start":"%s","end":"%s",
        "participant":[{"actor":{%s},"status":"accepted"},{"actor":{"reference":"Location/%s","display":"%s"},"status":"accepted"}]}
        """
                .formatted(id, what, start, start.plus(Duration.ofMinutes(45)), about, id, where);
    }

    private static String practitioner(String id, String given, String family) {
        return """
        {"resourceType":"Practitioner","id":"%s","name":[{"family":"%s","given":["%s"]}]}
        """
                .formatted(id, family, given);
    }

    private String team(String id, String about) {
        return """
        {"resourceType":"CareTeam","id":"%s-team","status":"active","name":"Équipe du jour","subject":{%s},"period":{"start":"%s"},
        "participant":[{"role":[{"text":"Infirmière"}],"member":{"reference":"Practitioner/n1","display":"Sophie Martin"}},
        {"role":[{"text":"Aide-soignant"}],"member":{"reference":"Practitioner/a1","display":"Karim Benali"}},
        {"role":[{"text":"Médecin"}],"member":{"reference":"Practitioner/d1","display":"Adeline Roux"}}]}
        """
                .formatted(id, about, ago(Duration.ofHours(6)));
    }

    private String flag(String id, String kind, String about, String code, String text) {
        return """
        {"resourceType":"Flag","id":"%s-%s","status":"active","subject":{%s},"period":{"start":"%s"},
        "code":{"coding":[{"system":"http://snomed.info/sct","code":"%s"}],"text":"%s"},"author":{"display":"S. Martin, infirmière"}}
        """
                .formatted(id, kind, about, ago(Duration.ofHours(22)), code, text);
    }

    private String consent(String id, String about) {
        return """
        {"resourceType":"Consent","id":"%s-care","status":"active","patient":{%s},"dateTime":"%s",
        "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"treatment"}]},
        "category":[{"text":"Consentement à l’opération"}],"provision":{"type":"permit"}}
        """
                .formatted(id, about, ago(Duration.ofDays(2)));
    }

    private String ago(Duration before) {
        return now.minus(before).toString();
    }
}
