package chevet.ward.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI's parser of R4 resources. It takes a second to wake, so it is woken once, beside the
 * server's start, and whoever comes earlier waits for it. Safe for all threads.
 */
final class R4Parser {
    private final CompletableFuture<FhirContext> context;

    private R4Parser(CompletableFuture<FhirContext> context) {
        this.context = context;
    }

    /** Begins to wake, on a thread of its own. */
    static R4Parser waking() {
        CompletableFuture<FhirContext> context = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("fhir-parser")
                .daemon()
                .start(
                        () -> {
                            try {
                                context.complete(woken());
                            } catch (RuntimeException | LinkageError e) {
                                context.completeExceptionally(e);
                            }
                        });
        return new R4Parser(context);
    }

    private static FhirContext woken() {
        FhirContext fresh = FhirContext.forR4();
        fresh.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        fresh.setParserErrorHandler(new Wary());
        IParser parser = fresh.newJsonParser();
        for (Resource each :
                List.of(
                        new Patient(),
                        new Observation(),
                        new AllergyIntolerance(),
                        new NutritionOrder())) {
            parser.parseResource(parser.encodeResourceToString(each.setId("woken")));
        }
        return fresh;
    }

    /**
     * The resources that can be read.
     *
     * @param unreadable how many could not
     */
    record Read<R>(List<R> resources, int unreadable) {
        @Override
        public String toString() {
            return "Read[" + resources.size() + "]";
        }
    }

    /** Parses each by itself: one that cannot be read costs no other. */
    <R extends DomainResource> Read<R> all(List<String> entries, Class<R> type) {
        List<R> resources = new ArrayList<>();
        int unreadable = 0;
        for (String entry : entries) {
            Optional<R> resource = one(entry, type);
            if (resource.isPresent()) {
                resources.add(resource.get());
            } else {
                unreadable++;
            }
        }
        return new Read<>(resources, unreadable);
    }

    private <R extends DomainResource> Optional<R> one(String entry, Class<R> type) {
        try {
            Object parsed = context.join().newJsonParser().parseResource(entry);
            // What a modifier extension or rules that we do not know say may turn its meaning
            // round (R4, 2.4.0.2 and 2.26.3.7).
            return Optional.of(parsed)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(r -> !r.hasModifierExtension() && !r.hasImplicitRules());
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Refuses what is wrong, passes over what is unknown, and logs nothing of either. */
    private static final class Wary extends StrictErrorHandler {
        @Override
        public void unknownElement(IParseLocation location, String name) {
            // R4, 2.1.0.3: elements of later versions may be there.
        }

        @Override
        public void unknownAttribute(IParseLocation location, String name) {
            // The same.
        }

        @Override
        public void unknownReference(IParseLocation location, String reference) {
            // A contained resource that is not there is a name that is not known.
        }
    }
}
