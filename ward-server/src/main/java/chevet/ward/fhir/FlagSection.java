package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * What must be known before anybody goes near (Flag; R4, 9.9). Isolation and the risk of falling
 * get a word of ours besides the source's; any other is shown as it is.
 */
final class FlagSection implements Section<Flag> {
    private static final String SNOMED = "http://snomed.info/sct";

    /** Isolation procedure, contact, droplet and airborne isolation. */
    private static final Set<String> ISOLATION =
            Set.of("40174006", "409529001", "409527004", "409524006");

    private static final Set<String> FALLS = Set.of("129839007", "391040000");

    @Override
    public RecordSection section() {
        return RecordSection.FLAGS;
    }

    @Override
    public Class<Flag> type() {
        return Flag.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        // R4 has no search of flags by their status, and a strict server refuses what it has not.
        return Map.of();
    }

    @Override
    public List<Reference> about(Flag resource) {
        return List.of(resource.getSubject());
    }

    @Override
    public Lines lines(List<Flag> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (Flag flag : resources) {
            if (flag.getStatus() != FlagStatus.ACTIVE || Says.over(flag.getPeriod(), now, zone)) {
                continue;
            }
            Optional<String> text = Says.shown(flag.getCode());
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            Optional<String> kind = kind(flag, text.get().toLowerCase(Locale.ROOT));
            items.add(
                    Says.item(
                            kind,
                            text.get(),
                            List.of(),
                            kind.filter("isolation"::equals).isPresent()
                                    ? Gravity.ALERT
                                    : Gravity.WARN,
                            Says.when(flag.getPeriod().getStartElement(), zone),
                            Says.shown(flag.getAuthor())));
        }
        items.sort(Comparator.comparing(RecordItem::gravity).reversed());
        return Lines.of(items, unreadable);
    }

    private static Optional<String> kind(Flag flag, String text) {
        boolean isolation =
                Says.has(flag.getCode(), SNOMED, ISOLATION)
                        || text.contains("isolement")
                        || text.contains("isolation");
        boolean falls =
                Says.has(flag.getCode(), SNOMED, FALLS)
                        || text.contains("chute")
                        || text.contains("fall");
        return isolation
                ? Optional.of("isolation")
                : falls ? Optional.of("fall-risk") : Optional.empty();
    }
}
