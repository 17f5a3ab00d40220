package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;

/**
 * How one section is asked for and what its resources mean. Without state.
 *
 * @param <R> the type of its resources
 */
interface Section<R extends DomainResource> {
    RecordSection section();

    Class<R> type();

    /**
     * Parameters of the search, besides the patient.
     *
     * @param now for what lies in the future
     */
    Map<String, String> parameters(Instant now, ZoneId zone);

    /** Whom it is about, so that nobody is shown what is another's. */
    List<Reference> about(R resource);

    /** What is shown of them, what matters most first. */
    Lines lines(List<R> resources, Instant now, ZoneId zone);

    /**
     * @param none the source says itself that there is none
     * @param unreadable resources of which nothing could be made
     */
    record Lines(List<RecordItem> items, boolean none, int unreadable) {
        public Lines {
            items = List.copyOf(items);
        }

        static Lines of(List<RecordItem> items, int unreadable) {
            return new Lines(items, false, unreadable);
        }

        @Override
        public String toString() {
            return "Lines[" + items.size() + "]";
        }
    }
}
