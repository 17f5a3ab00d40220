package chevet.ward.fhir;

import java.util.List;
import java.util.Map;

/** Where resources come from: a server or a folder. Safe for all threads. */
interface Resources extends AutoCloseable {
    /**
     * The resources of a type that the parameters select, each as JSON.
     *
     * @param parameters of a FHIR search (R4, 3.1.1), in order; a folder keeps to {@code patient},
     *     {@code identifier} and {@code status} and may give more than asked for
     * @throws FhirException where it cannot be had
     */
    Found search(String type, Map<String, String> parameters);

    /**
     * @param entries each the JSON text of one resource
     * @param more there are more than were taken
     * @param complained the source says itself that something is wrong with its answer
     */
    record Found(List<String> entries, boolean more, boolean complained) {
        public Found {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "Found[" + entries.size() + "]";
        }
    }

    @Override
    void close();
}
