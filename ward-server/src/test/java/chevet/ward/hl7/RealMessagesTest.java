package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chevet.config.Hl7Config;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages of real hospitals' systems, where that folder is present beside the project. */
final class RealMessagesTest {
    private static final Path FOLDER =
            Stream.iterate(
                            Path.of("").toAbsolutePath(),
                            Objects::nonNull,
                            folder -> folder.getParent())
                    .map(folder -> folder.resolve("shared/data/hl7"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(Path.of("none"));
    private static final Hl7Config.Sender ANYBODY =
            new Hl7Config.Sender(
                    "127.0.0.1", Optional.empty(), Optional.empty(), StandardCharsets.ISO_8859_1);

    private static byte[] message(String name) throws IOException {
        assumeThat(FOLDER.resolve(name)).as("real messages beside the project").exists();
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    private static String answer(FeedHouse feed, byte[] message) {
        return new String(feed.feed.receive(message, ANYBODY).join(), StandardCharsets.UTF_8);
    }

    @Test
    void dischargeOfSomebodyWhoNeverLayHereIsAccepted() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            assertThat(answer(feed, message("adt_a03.txt"))).contains("MSA|AA|263206");
            assertThat(feed.feed.waiting()).isEmpty();
            assertThat(feed.house.stays.occupied()).isEmpty();
        }
    }

    @Test
    void everyLineOfTheDietOrderIsForTheDietitian() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            String order = new String(message("omd_o03.txt"), StandardCharsets.ISO_8859_1);
            assertThat(answer(feed, message("omd_o03.txt"))).contains("MSA|AA|20101027181706");

            String begins =
                    order.substring(0, order.indexOf("ORC|"))
                            .replace("OMD^O03^OMD_O03", "ADT^A01^ADT_A01")
                            .replaceFirst("\\^\\^51C302-1[^|]*", FeedHouse.place("210-P"));
            assertThat(answer(feed, begins.getBytes(StandardCharsets.ISO_8859_1)))
                    .contains("MSA|AA|");
            assertThat(feed.house.profile(feed.stay("210-P").orElseThrow()).confirmed()).isFalse();
            assertThat(feed.house.meals.sources().doubts(House.WARD))
                    .extracting(doubt -> doubt.line().text())
                    .contains("PEDIATRICA 1", "LACT", "SIN SAL", "DIABETICO");
        }
    }
}
