package chevet.ward.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments of a message in their order, whatever groups its structure has; texts are unescaped.
 * HAPI parses as version 2.5, which holds all fields that older ones have at the same places.
 */
final class Segments {
    private static final HapiContext CONTEXT = context();

    private final List<Segment> all = new ArrayList<>();

    private Segments(Message message) throws HL7Exception {
        walk(message);
    }

    /**
     * Parses a message.
     *
     * @throws RefusedException when it is none
     */
    static Segments of(String text) throws RefusedException {
        try {
            // Some senders end segments as their machine ends lines.
            String segments = text.replace("\r\n", "\r").replace('\n', '\r');
            // A parser is cheap, and not said to be safe for all threads.
            return new Segments(new PipeParser(CONTEXT).parse(segments));
        } catch (HL7Exception e) {
            // Its message quotes what it could not read.
            throw new RefusedException("not-hl7", "");
        } catch (RuntimeException e) {
            // HAPI answers some broken messages with an unchecked exception.
            throw new RefusedException("not-hl7", "");
        }
    }

    private void walk(Group group) throws HL7Exception {
        for (String name : group.getNames()) {
            for (Structure structure : group.getAll(name)) {
                if (structure instanceof Segment segment) {
                    if (!segment.isEmpty()) {
                        all.add(segment);
                    }
                } else if (structure instanceof Group inner) {
                    walk(inner);
                }
            }
        }
    }

    /** All in their order. */
    List<Seg> all() {
        return all.stream().map(Seg::new).toList();
    }

    Optional<Seg> first(String name) {
        return all(name).stream().findFirst();
    }

    List<Seg> all(String name) {
        return all.stream()
                .filter(segment -> segment.getName().equals(name))
                .map(Seg::new)
                .toList();
    }

    /** One segment; fields and components are counted from 1, repetitions from 0. */
    static final class Seg {
        private final Segment segment;

        private Seg(Segment segment) {
            this.segment = segment;
        }

        String name() {
            return segment.getName();
        }

        /** The first component of the first repetition; empty where nothing stands there. */
        Optional<String> get(int field) throws RefusedException {
            return get(field, 0, 1);
        }

        Optional<String> get(int field, int repetition, int component) throws RefusedException {
            try {
                return Optional.ofNullable(Terser.get(segment, field, repetition, component, 1))
                        .map(String::strip)
                        // Two quotes delete a value (HL7 v2.5, 2.5.3.6).
                        .filter(value -> !value.isEmpty() && !value.equals("\"\""));
            } catch (HL7Exception e) {
                throw new RefusedException("malformed", segment.getName() + "-" + field);
            }
        }

        int repetitions(int field) throws RefusedException {
            try {
                return segment.getField(field).length;
            } catch (HL7Exception e) {
                throw new RefusedException("malformed", segment.getName() + "-" + field);
            }
        }
    }

    private static HapiContext context() {
        ParserConfiguration configuration = new ParserConfiguration();
        // The default one writes a file where the program stands.
        configuration.setIdGenerator(new InMemoryIDGenerator());
        configuration.setValidating(false);
        return new DefaultHapiContext(
                configuration,
                ValidationContextFactory.noValidation(),
                new CanonicalModelClassFactory("2.5"));
    }
}
