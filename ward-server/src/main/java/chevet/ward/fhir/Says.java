package chevet.ward.fhir;

import chevet.model.meal.Coded;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.When;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** What FHIR's data types say, in our words. Texts are cut to {@link #LONGEST} signs. */
final class Says {
    static final int LONGEST = 300;

    private Says() {}

    static Coded coded(CodeableConcept concept) {
        List<Coded.Coding> codings = new ArrayList<>();
        for (Coding coding : concept.getCoding()) {
            if (coding.hasCode()) {
                codings.add(
                        new Coded.Coding(
                                Optional.ofNullable(coding.getSystem()).orElse(""),
                                coding.getCode(),
                                text(coding.getDisplay())));
            }
        }
        return new Coded(codings, text(concept.getText()));
    }

    /** What a person reads of it; empty where it says nothing. */
    static Optional<String> shown(CodeableConcept concept) {
        return text(coded(concept).shown());
    }

    static List<Coded> coded(Collection<CodeableConcept> concepts) {
        return concepts.stream().map(Says::coded).filter(c -> !c.shown().isBlank()).toList();
    }

    static boolean has(CodeableConcept concept, String system, Collection<String> codes) {
        return concept.getCoding().stream()
                .anyMatch(c -> system.equals(c.getSystem()) && codes.contains(c.getCode()));
    }

    static boolean has(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(c -> code.equals(c.getCode()));
    }

    static Optional<String> shown(Reference reference) {
        return text(reference.getDisplay());
    }

    static Optional<String> text(@org.jspecify.annotations.Nullable String written) {
        return Optional.ofNullable(written)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** A date or time; one without a zone is meant in the site's. */
    static Optional<When> when(@org.jspecify.annotations.Nullable Type type, ZoneId zone) {
        if (!(type instanceof BaseDateTimeType time) || !time.hasValue()) {
            return Optional.empty();
        }
        return switch (time.getPrecision()) {
            case YEAR -> Optional.of(new When(start(time, zone), When.Precision.YEAR));
            case MONTH -> Optional.of(new When(start(time, zone), When.Precision.MONTH));
            case DAY -> Optional.of(new When(start(time, zone), When.Precision.DAY));
            default -> Optional.of(new When(time.getValue().toInstant(), When.Precision.TIME));
        };
    }

    /**
     * The first moment after a period: a day or month that it ends with is the period's, wholly.
     */
    static Optional<Instant> end(Period period, ZoneId zone) {
        return when(period.getEndElement(), zone)
                .map(
                        last -> {
                            ZonedDateTime from = last.at().atZone(zone);
                            return switch (last.precision()) {
                                case YEAR -> from.plusYears(1).toInstant();
                                case MONTH -> from.plusMonths(1).toInstant();
                                case DAY -> from.plusDays(1).toInstant();
                                case TIME -> last.at();
                            };
                        });
    }

    static boolean over(Period period, Instant now, ZoneId zone) {
        return end(period, zone).filter(end -> !end.isAfter(now)).isPresent();
    }

    private static Instant start(BaseDateTimeType time, ZoneId zone) {
        int month = Optional.ofNullable(time.getMonth()).orElse(0) + 1;
        int day = Optional.ofNullable(time.getDay()).orElse(1);
        return LocalDateTime.of(time.getYear(), month, Math.max(1, day), 0, 0)
                .atZone(zone)
                .toInstant();
    }

    static RecordItem item(
            Optional<String> kind,
            String text,
            List<RecordItem.Detail> details,
            Gravity gravity,
            Optional<When> at,
            Optional<String> by) {
        return new RecordItem(
                kind, text, details, gravity, at, Optional.empty(), by, List.of(), List.of());
    }

    static Optional<RecordItem.Detail> detail(String name, Optional<String> text) {
        return text.map(said -> new RecordItem.Detail(name, said));
    }

    @SafeVarargs
    static List<RecordItem.Detail> details(Optional<RecordItem.Detail>... details) {
        List<RecordItem.Detail> all = new ArrayList<>();
        for (Optional<RecordItem.Detail> each : details) {
            each.ifPresent(all::add);
        }
        return all;
    }
}
