package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.Hl7Config;
import chevet.config.WardConfig;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodFacts;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordSection;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.ward.FeedHouses;
import chevet.ward.Joints;
import chevet.ward.db.Databases;
import chevet.ward.keys.Vault;
import chevet.ward.meal.House;
import chevet.ward.record.RecordDay;
import chevet.ward.record.RecordDesk;
import chevet.ward.record.RecordDoors;
import chevet.ward.record.RecordSource;
import chevet.ward.sync.StaffGate.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ward with its real desks, keys and database, and a feed into it. */
final class FeedHouse {
    static final Hl7Config.Sender SENDER =
            new Hl7Config.Sender(
                    "127.0.0.1", Optional.of("GAM"), Optional.empty(), StandardCharsets.ISO_8859_1);

    /** What the site's table says of the hospital's codes. */
    static final Map<String, Hl7Config.DietCode> DIETS =
            Map.of(
                    "NORM", diet(Set.of(), Optional.empty(), Optional.empty(), false),
                    "SEL", diet(Set.of(Diet.LOW_SALT), Optional.empty(), Optional.empty(), false),
                    "DIAB", diet(Set.of(Diet.DIABETIC), Optional.empty(), Optional.empty(), false),
                    "MIX",
                            diet(
                                    Set.of(),
                                    Optional.of(FoodTexture.PUREED),
                                    Optional.of(DrinkThickness.MILDLY_THICK),
                                    false),
                    "JEUN", diet(Set.of(), Optional.empty(), Optional.empty(), true));

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(House.PARIS);

    final House house;
    final Feed feed;
    private final Map<String, BedId> beds = new LinkedHashMap<>();

    /** The record, which nobody asks here. */
    final RecordDesk record;

    private int control;

    FeedHouse(Databases databases) {
        this(new House(databases));
    }

    FeedHouse(House house) {
        this.house = house;
        House.beds().forEach(bed -> beds.put(place(bed), new BedId(bed)));
        this.record =
                new RecordDesk(
                        new RecordDoors(
                                house.database,
                                house.keys,
                                (_, _, _, _) -> new Decision.Refused(Reason.of("test.nobody")),
                                Joints.food(house.meals),
                                (_, _) -> {},
                                house.clock),
                        new NoRecord(),
                        Runnable::run);
        house.stays.follow(Joints.follower(record));
        this.feed = feed(beds);
        house.stays.follow(FeedHouses.follower(feed));
        feed.start();
    }

    /** The hospital's name of one of our beds. */
    static String place(String bed) {
        return FeedHouses.place(new BedId(bed));
    }

    /** Another life of the feed, which knows these places. */
    Feed feed(Map<String, BedId> known) {
        return new Feed(
                new Feed.FeedDoors(
                        house.database,
                        Vault.in(house.keyFiles.resolve("hl7").resolve("secret")),
                        house.keys,
                        FeedHouses.food(house.meals.sources()),
                        topic -> house.shown.add(topic),
                        house.clock,
                        ZoneId.of("Europe/Paris"),
                        FeedMeter.NONE),
                config(known),
                FeedHouses.stays(house.stays));
    }

    private static Hl7Config.DietCode diet(
            Set<Diet> diets,
            Optional<FoodTexture> texture,
            Optional<DrinkThickness> thickness,
            boolean fasting) {
        return new Hl7Config.DietCode(diets, texture, thickness, fasting);
    }

    Map<String, BedId> beds() {
        return beds;
    }

    static Hl7Config config(Map<String, BedId> beds) {
        return new Hl7Config(
                new WardConfig.Listener("127.0.0.1", 0),
                false,
                Optional.empty(),
                Duration.ofDays(7),
                "P",
                Set.of("A60"),
                List.of(SENDER),
                beds,
                Set.of("DENT"),
                DIETS);
    }

    /** A message of that event; what is not said is left out. */
    final class Message {
        private final String event;
        private String name = "Canarisson";
        private String person = "1";
        private String visit = "v1";
        private String place = "";
        private String zbe = "";
        private String mrg = "";
        private String control = "c" + ++FeedHouse.this.control;
        private Instant told = house.clock.instant();
        private Optional<Instant> happened = Optional.empty();

        Message(String event) {
            this.event = event;
        }

        Message of(String patient) {
            name = "Canari" + patient;
            person = "p" + patient;
            visit = "v" + patient;
            return this;
        }

        Message visit(String number) {
            visit = number;
            return this;
        }

        Message named(String written) {
            name = written;
            return this;
        }

        Message in(String bed) {
            place = FeedHouse.place(bed);
            return this;
        }

        Message at(String written) {
            place = written;
            return this;
        }

        Message told(Instant instant) {
            told = instant;
            return this;
        }

        Message happened(Instant instant) {
            happened = Optional.of(instant);
            return this;
        }

        Message control(String id) {
            control = id;
            return this;
        }

        /** Takes back what that message told. */
        Message cancelling(Message told) {
            zbe = told.zbe.replace("|INSERT|", "|CANCEL|");
            return this;
        }

        /** The segment of the French profile. */
        Message movement(String id, String action, String original, boolean historic) {
            zbe =
                    "\rZBE|"
                            + id
                            + "^MVT|"
                            + TIME.format(happened.orElse(told))
                            + "||"
                            + action
                            + "|"
                            + (historic ? "Y" : "N")
                            + "|"
                            + original;
            return this;
        }

        Message merging(String patient) {
            mrg = "\rMRG|p" + patient + "^^^CHU^PI";
            return this;
        }

        String text() {
            String family = event.equals("A40") ? "ADT_A39" : "ADT_A01";
            return "MSH|^~\\&|GAM|CHU|CHEVET|CHU|"
                    + TIME.format(told)
                    + "||ADT^"
                    + event
                    + "^"
                    + family
                    + "|"
                    + control
                    + "|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8\r"
                    + "EVN||"
                    + TIME.format(told)
                    + "||||"
                    + happened.map(TIME::format).orElse("")
                    + "\r"
                    + "PID|1||"
                    + person
                    + "^^^CHU^PI||Naissance^Anne^^^^^L~"
                    + name
                    + "^Anne^^^^^D||19610304|F"
                    + mrg
                    + "\rPV1|1|I|"
                    + place
                    + "||||||||||||||||"
                    + visit
                    + "^^^CHU"
                    + zbe
                    + "\r";
        }

        byte[] bytes() {
            return text().getBytes(StandardCharsets.UTF_8);
        }

        /** Sends it and has it accepted. */
        void accepted() {
            assertThat(answer(bytes())).as(text()).contains("MSA|AA|" + control);
        }
    }

    Message message(String event) {
        return new Message(event);
    }

    String answer(byte[] message) {
        return new String(feed.receive(message, SENDER).join(), StandardCharsets.UTF_8);
    }

    void later(int minutes) {
        house.clock.advance(Duration.ofMinutes(minutes));
    }

    /** The name of whoever lies there by the server's own book. */
    Optional<String> in(String bed) {
        Optional<StayId> stay = stay(bed);
        return stay.map(id -> house.stays.patient(id).orElseThrow().name());
    }

    Optional<StayId> stay(String bed) {
        return Optional.ofNullable(house.stays.occupied().get(new BedId(bed)));
    }

    /** Whom the bed's terminal was told to show. */
    Optional<StayId> told(String bed) {
        Object said =
                house.told
                        .getOrDefault(StreamId.terminal(new TerminalId("t-" + bed)), Map.of())
                        .get("occupancy");
        return said instanceof BedOccupancy occupancy ? occupancy.stay() : Optional.empty();
    }

    private static final class NoRecord implements RecordSource {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public RecordPart read(PatientNumber patient, RecordSection section) {
            return RecordPart.empty(
                    section, RecordPart.State.UNKNOWN_PATIENT, Instant.EPOCH, name());
        }

        @Override
        public Optional<FoodFacts> food(PatientNumber patient) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordDay> day(PatientNumber patient) {
            return Optional.empty();
        }
    }
}
