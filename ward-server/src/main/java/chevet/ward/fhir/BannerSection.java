package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import chevet.model.record.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Who it is (Patient; R4, 8.1): name, birth and age, sex, number. */
final class BannerSection implements Section<Patient> {
    @Override
    public RecordSection section() {
        return RecordSection.BANNER;
    }

    @Override
    public Class<Patient> type() {
        return Patient.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of();
    }

    @Override
    public List<Reference> about(Patient resource) {
        return List.of(new Reference(resource.getIdElement().toUnqualifiedVersionless()));
    }

    @Override
    public Lines lines(List<Patient> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (Patient patient : resources) {
            Optional<String> name = name(patient);
            if (name.isEmpty()) {
                unreadable++;
            }
            name.ifPresent(text -> items.add(line("name", text)));
            Says.when(patient.getBirthDateElement(), zone)
                    .ifPresent(
                            birth -> items.add(birth(birth, now.atZone(zone).toLocalDate(), zone)));
            if (patient.hasGender()) {
                items.add(line("sex", patient.getGender().toCode()));
            }
            patient.getIdentifier().stream()
                    .flatMap(identifier -> Says.text(identifier.getValue()).stream())
                    .findFirst()
                    .ifPresent(number -> items.add(line("number", number)));
            if (patient.hasDeceased()
                    && !(patient.getDeceased() instanceof org.hl7.fhir.r4.model.BooleanType no
                            && !no.booleanValue())) {
                items.add(deceased(patient, zone));
            }
        }
        return Lines.of(items, unreadable);
    }

    private static RecordItem deceased(Patient patient, ZoneId zone) {
        return Says.item(
                Optional.of("deceased"),
                "",
                List.of(),
                Gravity.ALERT,
                patient.getDeceased() instanceof DateTimeType at
                        ? Says.when(at, zone)
                        : Optional.empty(),
                Optional.empty());
    }

    /** Age in whole years, where the day is known. */
    private static RecordItem birth(When birth, LocalDate today, ZoneId zone) {
        LocalDate born = birth.at().atZone(zone).toLocalDate();
        boolean exact = birth.precision() == When.Precision.DAY;
        String age =
                exact && !born.isAfter(today)
                        ? String.valueOf(Period.between(born, today).getYears())
                        : "";
        return Says.item(
                Optional.of("birth"),
                age,
                List.of(),
                Gravity.PLAIN,
                Optional.of(birth),
                Optional.empty());
    }

    private static Optional<String> name(Patient patient) {
        List<HumanName> names = patient.getName();
        Optional<HumanName> official =
                names.stream().filter(n -> n.getUse() == NameUse.OFFICIAL).findFirst();
        return official.or(() -> names.stream().filter(n -> n.getUse() != NameUse.OLD).findFirst())
                .flatMap(BannerSection::written);
    }

    private static Optional<String> written(HumanName name) {
        String given =
                name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" "));
        String family = Optional.ofNullable(name.getFamily()).orElse("");
        return Says.text((family + " " + given).strip()).or(() -> Says.text(name.getText()));
    }

    private static RecordItem line(String kind, String text) {
        return Says.item(
                Optional.of(kind),
                text,
                List.of(),
                Gravity.PLAIN,
                Optional.empty(),
                Optional.empty());
    }
}
