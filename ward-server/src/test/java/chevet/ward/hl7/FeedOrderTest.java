package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The property: <em>a second patient can never see the first one's data, whatever the order of
 * messages.</em> Of every sequence that a hospital may send, delivered in any order and partly
 * twice, it is asked after each message
 *
 * <ul>
 *   <li>that a bed's terminal shows a stay only of a visit into whose bed nobody is known to have
 *       come later;
 *   <li>that a stay is one visit's alone, and bears that patient's name;
 *   <li>that what a terminal was told is what the server's book says.
 * </ul>
 *
 * <p>And when all have come, that everybody lies where the hospital says, as if they had come in
 * order.
 */
final class FeedOrderTest {
    /** Each seed has three beds of its own, so that one database serves ten. */
    private static final int SEEDS = 10;

    @BothDatabases
    void nobodyIsShownToTheNext(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        int first = Integer.getInteger("chevet.hl7.seed", 0);
        for (int seed = first; seed < first + SEEDS; seed++) {
            int of = (seed - first) * 3;
            new Run(feed, seed, House.beds().subList(of, of + 3)).check();
        }
    }

    /** What the hospital tells in one message. */
    private record Told(
            String visit,
            String event,
            Optional<String> bed,
            Instant at,
            FeedHouse.Message message) {}

    private static final class Run {
        private final FeedHouse feed;
        private final int seed;
        private final Random random;
        private final List<String> beds;
        private final boolean named;
        private final List<Told> all = new ArrayList<>();

        /** Where everybody truly lies, and what has happened to each, newest last. */
        private final Map<String, List<Told>> lives = new TreeMap<>();

        private final Map<StayId, String> seen = new HashMap<>();

        Run(FeedHouse feed, int seed, List<String> beds) {
            this.feed = feed;
            this.seed = seed;
            this.random = new Random(seed);
            this.beds = beds;
            this.named = seed % 2 == 0;
        }

        void check() {
            int steps = 14 + random.nextInt(8);
            for (int i = 0; i < steps; i++) {
                feed.later(1 + random.nextInt(20));
                step();
            }
            List<Told> sent = new ArrayList<>(all);
            for (int i = 0; i < all.size() / 3; i++) {
                sent.add(all.get(random.nextInt(all.size())));
            }
            Collections.shuffle(sent, random);
            feed.later(1);
            List<Told> delivered = new ArrayList<>();
            for (Told told : sent) {
                told.message().accepted();
                delivered.add(told);
                holds(delivered);
            }
            for (String bed : beds) {
                assertThat(name(feed.stay(bed)))
                        .as("seed %d, bed %s", seed, bed)
                        .isEqualTo(truly(bed));
            }
        }

        // --- the hospital

        private void step() {
            String visit = seed + "x" + random.nextInt(4);
            List<Told> life = lives.computeIfAbsent(visit, _ -> new ArrayList<>());
            Optional<String> lies = bedOf(visit);
            boolean over = !life.isEmpty() && life.getLast().event().equals("A03");
            Optional<String> free = beds.stream().filter(bed -> truly(bed).isEmpty()).findAny();
            if (life.isEmpty()) {
                free.ifPresent(bed -> happens(visit, "A01", Optional.of(bed)));
            } else if (over) {
                // Only where nobody has come into the bed since.
                if (random.nextInt(3) == 0 && untouchedSince(visit)) {
                    takeBack(visit, "A13");
                }
            } else if (random.nextInt(5) == 0) {
                happens(visit, "A03", Optional.empty());
            } else if (life.getLast().event().equals("A02")
                    && random.nextInt(3) == 0
                    && untouchedSince(visit)) {
                takeBack(visit, "A12");
            } else if (free.isPresent() && lies.isPresent()) {
                happens(visit, "A02", free);
            }
        }

        private void happens(String visit, String event, Optional<String> bed) {
            List<Told> life = lives.computeIfAbsent(visit, _ -> new ArrayList<>());
            Instant at = feed.house.clock.instant();
            FeedHouse.Message message = feed.message(event).of(visit).happened(at);
            bed.ifPresent(message::in);
            if (named) {
                message.movement(visit + "-" + life.size() + "-" + all.size(), "INSERT", "", false);
            }
            Told told = new Told(visit, event, bed, at, message);
            life.add(told);
            all.add(told);
        }

        private void takeBack(String visit, String event) {
            List<Told> life = lives.getOrDefault(visit, List.of());
            Told gone = life.getLast();
            FeedHouse.Message message = feed.message(event).of(visit).happened(gone.at());
            if (named) {
                message.cancelling(gone.message());
            }
            life.removeLast();
            bedOf(visit).ifPresent(message::in);
            all.add(new Told(visit, event, Optional.empty(), gone.at(), message));
        }

        /** Nobody came into the bed that the visit would have again. */
        private boolean untouchedSince(String visit) {
            List<Told> life = lives.getOrDefault(visit, List.of());
            Optional<Told> before =
                    life.subList(0, life.size() - 1).reversed().stream()
                            .filter(told -> told.bed().isPresent())
                            .findFirst();
            return before.isPresent()
                    && truly(before.get().bed().orElseThrow()).isEmpty()
                    && all.stream()
                            .noneMatch(
                                    told ->
                                            !told.visit().equals(visit)
                                                    && told.bed().equals(before.get().bed())
                                                    && told.at().isAfter(before.get().at()));
        }

        private Optional<String> bedOf(String visit) {
            List<Told> life = lives.getOrDefault(visit, List.of());
            return life.isEmpty() || life.getLast().event().equals("A03")
                    ? Optional.empty()
                    : life.getLast().bed();
        }

        private Optional<String> truly(String bed) {
            return lives.keySet().stream()
                    .filter(visit -> bedOf(visit).filter(bed::equals).isPresent())
                    .findFirst();
        }

        // --- what has to hold

        private void holds(List<Told> delivered) {
            for (String bed : beds) {
                Optional<StayId> stay = feed.stay(bed);
                assertThat(feed.told(bed)).as("seed %d, bed %s", seed, bed).isEqualTo(stay);
                Optional<String> visit = name(stay);
                if (stay.isEmpty()) {
                    continue;
                }
                String owner = seen.putIfAbsent(stay.get(), visit.orElseThrow());
                assertThat(owner == null ? visit.get() : owner)
                        .as("seed %d, bed %s: one stay, one visit", seed, bed)
                        .isEqualTo(visit.get());
                Instant came =
                        comings(delivered, bed).stream()
                                .filter(told -> told.visit().equals(visit.get()))
                                .map(Told::at)
                                .max(Instant::compareTo)
                                .orElseThrow();
                assertThat(comings(delivered, bed))
                        .as("seed %d, bed %s: nobody is known to have come later", seed, bed)
                        .noneMatch(
                                told ->
                                        !told.visit().equals(visit.get())
                                                && told.at().isAfter(came));
            }
        }

        /** Into that bed, as far as was told and not taken back. */
        private static List<Told> comings(List<Told> delivered, String bed) {
            return delivered.stream()
                    .filter(told -> told.bed().filter(bed::equals).isPresent())
                    .filter(
                            told ->
                                    delivered.stream()
                                            .noneMatch(
                                                    other ->
                                                            other.event().equals("A12")
                                                                    && other.visit()
                                                                            .equals(told.visit())
                                                                    && other.at()
                                                                            .equals(told.at())))
                    .toList();
        }

        private Optional<String> name(Optional<StayId> stay) {
            return stay.map(
                    id ->
                            feed.house
                                    .stays
                                    .patient(id)
                                    .orElseThrow()
                                    .name()
                                    .substring("Canari".length()));
        }
    }
}
