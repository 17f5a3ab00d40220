package chevet.ward.hl7;

import chevet.ward.hl7.DietOrder.Code;
import chevet.ward.hl7.DietOrder.Line;
import chevet.ward.hl7.DietOrder.State;
import chevet.ward.hl7.Segments.Seg;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes orders for food out of OMD^O03 and ORM^O01 (HL7 v2.5, 4.7 to 4.8): each ORC begins one, and
 * the timing (TQ1), diet (ODS) and tray (ODT) segments behind it are its own.
 */
final class DietReader {
    /** Order controls (table 0119) after which the order is none any more. */
    private static final Set<String> WITHDRAWN =
            Set.of("CA", "OC", "CR", "DC", "OD", "DR", "RP", "RQ", "RU");

    private static final Set<String> ON_HOLD = Set.of("HD", "OH", "HR");

    /** Somebody could not do what another asked: what was in force still is. */
    private static final Set<String> NOTHING_NEW =
            Set.of("UA", "UC", "UD", "UH", "UM", "UN", "UR", "UX", "DE");

    /** Order status (table 0038) of an order that is over. */
    private static final Set<String> OVER = Set.of("CA", "CM", "DC", "ER", "RP");

    private static final int LONGEST_NUMBER = 200;

    private final Instant told;
    private final ZoneId zone;
    private final List<Draft> drafts = new ArrayList<>();

    private DietReader(Instant told, ZoneId zone) {
        this.told = told;
        this.zone = zone;
    }

    private static final class Draft {
        private final String number;
        private final Optional<State> state;
        private Optional<Instant> from;
        private Optional<Instant> until;
        private final List<Line> lines = new ArrayList<>();

        /** It is an order for something else than food. */
        private boolean otherwise;

        Draft(
                String number,
                Optional<State> state,
                Optional<Instant> from,
                Optional<Instant> until) {
            this.number = number;
            this.state = state;
            this.from = from;
            this.until = until;
        }

        /**
         * Whether it says anything of food.
         *
         * @param food the message is about nothing else
         */
        boolean says(boolean food) {
            boolean bare = !otherwise && (food || !number.isEmpty());
            return state.isPresent() && (!lines.isEmpty() || bare);
        }
    }

    /**
     * What a message tells of orders for food; nothing where it is about other things.
     *
     * @param food the message is about nothing else (OMD)
     * @throws RefusedException when an order has no control or a time cannot be read
     */
    static List<DietOrder> orders(Segments segments, boolean food, Instant told, ZoneId zone)
            throws RefusedException {
        DietReader reader = new DietReader(told, zone);
        for (Seg segment : segments.all()) {
            switch (segment.name()) {
                case "ORC" -> reader.begin(segment);
                case "TQ1" -> reader.time(segment);
                case "ODS" -> reader.line(segment, segment.get(1).orElse("D"), 3, segment.get(4));
                case "ODT" -> reader.line(segment, "ODT", 1, segment.get(3));
                case "OBR", "RQD", "RQ1", "RXO" -> reader.otherwise();
                default -> {}
            }
        }
        return reader.joined(food);
    }

    private void begin(Seg orc) throws RefusedException {
        String control = orc.get(1).orElseThrow(() -> new RefusedException("missing", "ORC-1"));
        drafts.add(
                new Draft(
                        number(orc),
                        state(control, orc.get(5)),
                        moment(orc.get(7, 0, 4), "ORC-7"),
                        moment(orc.get(7, 0, 5), "ORC-7")));
    }

    /** The placer's number, else the filler's. */
    private static String number(Seg orc) throws RefusedException {
        int field = orc.get(2).isPresent() ? 2 : 3;
        Optional<String> number = orc.get(field);
        String whole = number.isEmpty() ? "" : number.get() + "|" + orc.get(field, 0, 2).orElse("");
        if (whole.length() > LONGEST_NUMBER) {
            throw new RefusedException("malformed", "ORC-" + field);
        }
        return whole;
    }

    private static Optional<State> state(String control, Optional<String> status) {
        if (NOTHING_NEW.contains(control)) {
            return Optional.empty();
        }
        boolean changed = control.equals("SC");
        if (WITHDRAWN.contains(control) || (changed && status.filter(OVER::contains).isPresent())) {
            return Optional.of(State.WITHDRAWN);
        }
        boolean held = changed && status.filter("HD"::equals).isPresent();
        return Optional.of(held || ON_HOLD.contains(control) ? State.ON_HOLD : State.IN_FORCE);
    }

    private void time(Seg timing) throws RefusedException {
        if (!drafts.isEmpty()) {
            Draft draft = drafts.getLast();
            draft.from = moment(timing.get(7), "TQ1-7").or(() -> draft.from);
            draft.until = moment(timing.get(8), "TQ1-8").or(() -> draft.until);
        }
    }

    private void otherwise() {
        if (!drafts.isEmpty()) {
            drafts.getLast().otherwise = true;
        }
    }

    private Optional<Instant> moment(Optional<String> written, String field)
            throws RefusedException {
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(Moment.of(written.get(), zone, field));
    }

    private void line(Seg segment, String kind, int codes, Optional<String> text)
            throws RefusedException {
        if (drafts.isEmpty()) {
            throw new RefusedException("missing", "ORC");
        }
        List<Code> all = new ArrayList<>();
        for (int i = 0; i < segment.repetitions(codes); i++) {
            Optional<String> code = segment.get(codes, i, 1);
            Optional<String> words = segment.get(codes, i, 2);
            if (code.isPresent() || words.isPresent()) {
                all.add(new Code(code.orElse(""), words));
            }
        }
        drafts.getLast().lines.add(new Line(kind, all, text));
    }

    /**
     * One order for each number. Where a message replaces an order by one of the same number, the
     * new one counts; where it has several without a number, they are one.
     */
    private List<DietOrder> joined(boolean food) {
        Map<String, DietOrder> orders = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.says(food)) {
                DietOrder order =
                        new DietOrder(
                                draft.number,
                                draft.state.orElseThrow(),
                                told,
                                draft.from.orElse(told),
                                draft.until,
                                draft.lines);
                orders.merge(draft.number, order, DietReader::both);
            }
        }
        return List.copyOf(orders.values());
    }

    private static DietOrder both(DietOrder one, DietOrder other) {
        if (one.state() == State.WITHDRAWN || other.state() == State.WITHDRAWN) {
            return one.state() == State.WITHDRAWN ? other : one;
        }
        List<Line> lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        return new DietOrder(
                one.number(),
                one.state() == other.state() ? one.state() : State.IN_FORCE,
                one.told(),
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().flatMap(a -> other.until().map(b -> a.isAfter(b) ? a : b)),
                lines);
    }
}
