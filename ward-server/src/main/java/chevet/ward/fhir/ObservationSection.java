package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Figure;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordItem.Point;
import chevet.model.record.RecordSection;
import chevet.model.record.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * The latest of each vital sign (Observation; R4, 10.1 and the vital signs profile), with those
 * before it. Known LOINC codes get a word of ours; the rest keeps the source's.
 */
final class ObservationSection implements Section<Observation> {
    private static final String LOINC = "http://loinc.org";
    private static final int MOST_POINTS = 12;

    private static final Set<ObservationStatus> VALID =
            Set.of(
                    ObservationStatus.FINAL,
                    ObservationStatus.AMENDED,
                    ObservationStatus.CORRECTED,
                    ObservationStatus.PRELIMINARY,
                    ObservationStatus.REGISTERED);

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("85354-9", "blood-pressure"),
                    Map.entry("55284-4", "blood-pressure"),
                    Map.entry("8867-4", "heart-rate"),
                    Map.entry("8310-5", "temperature"),
                    Map.entry("59408-5", "oxygen-saturation"),
                    Map.entry("2708-6", "oxygen-saturation"),
                    Map.entry("9279-1", "respiratory-rate"),
                    Map.entry("29463-7", "weight"),
                    Map.entry("3141-9", "weight"),
                    Map.entry("8302-2", "height"),
                    Map.entry("39156-5", "bmi"),
                    Map.entry("72514-3", "pain"),
                    Map.entry("15074-8", "glucose"),
                    Map.entry("2339-0", "glucose"));

    /** Systolic and diastolic. */
    private static final List<String> PRESSURES = List.of("8480-6", "8462-4");

    /** What a nurse looks at first stands first. */
    private static final List<String> ORDER =
            List.of(
                    "blood-pressure",
                    "heart-rate",
                    "temperature",
                    "oxygen-saturation",
                    "respiratory-rate",
                    "pain",
                    "glucose",
                    "weight");

    @Override
    public RecordSection section() {
        return RecordSection.OBSERVATIONS;
    }

    @Override
    public Class<Observation> type() {
        return Observation.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of("category", "vital-signs", "_sort", "-date");
    }

    @Override
    public List<Reference> about(Observation resource) {
        return List.of(resource.getSubject());
    }

    @Override
    public Lines lines(List<Observation> resources, Instant now, ZoneId zone) {
        Map<String, List<Observation>> groups = new LinkedHashMap<>();
        int unreadable = 0;
        for (Observation each : resources) {
            if (!VALID.contains(each.getStatus())) {
                continue;
            }
            // One that says nothing does not stand before the last one that does.
            Optional<String> group = saysSomething(each) ? group(each) : Optional.empty();
            if (group.isEmpty()) {
                unreadable++;
            }
            group.ifPresent(g -> groups.computeIfAbsent(g, _ -> new ArrayList<>()).add(each));
        }
        List<RecordItem> items = new ArrayList<>();
        groups.values().forEach(group -> items.add(item(group, zone)));
        items.sort(Comparator.comparingInt(item -> rank(item.kind())));
        return Lines.of(items, unreadable);
    }

    private static int rank(Optional<String> kind) {
        int at = kind.map(ORDER::indexOf).orElse(-1);
        return at < 0 ? ORDER.size() : at;
    }

    private static Optional<String> kind(Observation each) {
        return each.getCode().getCoding().stream()
                .filter(c -> LOINC.equals(c.getSystem()))
                .map(Coding::getCode)
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .findFirst();
    }

    private static Optional<String> group(Observation each) {
        return kind(each)
                .or(() -> each.getCode().getCoding().stream().map(Coding::getCode).findFirst())
                .or(() -> Says.shown(each.getCode()));
    }

    private static boolean saysSomething(Observation each) {
        return !figures(each).isEmpty()
                || value(each.getValue()).isPresent()
                || absent(each).isPresent();
    }

    private static RecordItem item(List<Observation> group, ZoneId zone) {
        // An undated one cannot be the latest.
        List<Observation> byTime =
                group.stream()
                        .sorted(
                                Comparator.comparing(
                                        each -> at(each, zone).map(When::at).orElse(Instant.MIN)))
                        .toList();
        Observation latest = byTime.getLast();
        List<Figure> figures = figures(latest);
        Optional<String> text =
                figures.isEmpty() ? value(latest.getValue()) : Says.shown(latest.getCode());
        Optional<String> absent = absent(latest);
        Optional<String> name = Says.shown(latest.getCode());
        List<Point> trend =
                byTime.stream()
                        // A line from kilograms to pounds would be a fall that was none.
                        .filter(each -> unit(each).equals(unit(latest)))
                        .flatMap(each -> point(each, zone))
                        .toList();
        boolean preliminary = latest.getStatus() == ObservationStatus.PRELIMINARY;
        return new RecordItem(
                kind(latest),
                figures.isEmpty()
                        ? text.map(v -> name.map(n -> n + " : " + v).orElse(v))
                                .or(() -> name)
                                .orElse("")
                        : text.orElse(""),
                Says.details(
                        Says.detail("absent", absent),
                        preliminary
                                ? Says.detail("preliminary", Optional.of(""))
                                : Optional.empty(),
                        Says.detail("interpretation", interpretation(latest))),
                gravity(latest),
                at(latest, zone),
                Optional.empty(),
                latest.getPerformer().stream().flatMap(p -> Says.shown(p).stream()).findFirst(),
                figures,
                trend.subList(Math.max(0, trend.size() - MOST_POINTS), trend.size()));
    }

    private static String unit(Observation each) {
        return figures(each).stream().findFirst().map(Figure::unit).orElse("");
    }

    private static Optional<When> at(Observation each, ZoneId zone) {
        return each.getEffective() instanceof Period period
                ? Says.when(period.getEndElement(), zone)
                        .or(() -> Says.when(period.getStartElement(), zone))
                : Says.when(each.getEffective(), zone)
                        .or(() -> Says.when(each.getIssuedElement(), zone));
    }

    /** The value, or those of its components: systolic before diastolic, whoever wrote them. */
    private static List<Figure> figures(Observation each) {
        Stream<Type> values =
                each.hasValue()
                        ? Stream.of(each.getValue())
                        : each.getComponent().stream()
                                .filter(Observation.ObservationComponentComponent::hasValue)
                                .sorted(Comparator.comparingInt(ObservationSection::place))
                                .map(Observation.ObservationComponentComponent::getValue);
        return values.flatMap(ObservationSection::figure).toList();
    }

    private static int place(Observation.ObservationComponentComponent component) {
        return component.getCode().getCoding().stream()
                .filter(c -> LOINC.equals(c.getSystem()))
                .mapToInt(c -> PRESSURES.indexOf(c.getCode()))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(PRESSURES.size());
    }

    private static Stream<Figure> figure(Type value) {
        return switch (value) {
            // "< 5" without its sign would be another value: it stays words.
            case Quantity q when q.hasValue() && !q.hasComparator() ->
                    Stream.of(
                            new Figure(
                                    q.getValue().doubleValue(),
                                    Optional.ofNullable(q.getUnit())
                                            .or(() -> Optional.ofNullable(q.getCode()))
                                            .orElse("")));
            case IntegerType i when i.hasValue() -> Stream.of(new Figure(i.getValue(), ""));
            default -> Stream.of();
        };
    }

    private static Optional<String> value(Type value) {
        return switch (value) {
            case CodeableConcept concept -> Says.shown(concept);
            case StringType text -> Says.text(text.getValue());
            case BooleanType yes -> Says.text(String.valueOf(yes.booleanValue()));
            case Quantity q when q.hasValue() && q.hasComparator() ->
                    Says.text(
                            q.getComparator().toCode()
                                    + " "
                                    + q.getValue().toPlainString()
                                    + " "
                                    + Optional.ofNullable(q.getUnit()).orElse(""));
            case null, default -> Optional.empty();
        };
    }

    private static Stream<Point> point(Observation each, ZoneId zone) {
        Optional<When> at = at(each, zone).filter(when -> when.precision() == When.Precision.TIME);
        List<Figure> figures = figures(each);
        return at.isEmpty() || figures.isEmpty()
                ? Stream.of()
                : Stream.of(new Point(at.get().at(), figures.getFirst().value()));
    }

    /** Why there is no value, of the whole or of one of its parts. */
    private static Optional<String> absent(Observation each) {
        return Stream.concat(
                        Stream.of(each.getDataAbsentReason()),
                        each.getComponent().stream().map(c -> c.getDataAbsentReason()))
                .flatMap(reason -> Says.shown(reason).stream())
                .findFirst();
    }

    private static Optional<String> interpretation(Observation each) {
        return each.getInterpretation().stream()
                .filter(i -> !Says.has(i, "N"))
                .flatMap(i -> Says.shown(i).stream())
                .findFirst();
    }

    private static Gravity gravity(Observation each) {
        boolean critical =
                each.getInterpretation().stream()
                        .anyMatch(i -> Says.has(i, "AA") || Says.has(i, "HH") || Says.has(i, "LL"));
        boolean abnormal =
                each.getInterpretation().stream()
                        .anyMatch(i -> Says.has(i, "A") || Says.has(i, "H") || Says.has(i, "L"));
        return critical ? Gravity.ALERT : abnormal ? Gravity.WARN : Gravity.PLAIN;
    }
}
