package chevet.config;

import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ward server is told about the hospital's HL7 v2 feed.
 *
 * @param listener where the MLLP listener listens
 * @param tls whether it speaks TLS, with the server's own certificate
 * @param clientCa PEM of those who issue the senders' certificates; where given, a sender must show
 *     one
 * @param kept how long a message that waits for somebody is kept
 * @param processing the processing id (MSH-11) that is taken; mostly {@code P}
 * @param passOver trigger events that are acknowledged and not looked at
 * @param senders who may send; from all others nothing is taken
 * @param beds our bed of each of the hospital's names: {@code UNIT^ROOM^BED}, or with the facility
 *     as a fourth part
 * @param elsewhere units of which no bed is ours, and of which nobody needs to be told
 * @param diets what a code of a diet order means
 */
public record Hl7Config(
        WardConfig.Listener listener,
        boolean tls,
        Optional<Path> clientCa,
        Duration kept,
        String processing,
        Set<String> passOver,
        List<Sender> senders,
        Map<String, BedId> beds,
        Set<String> elsewhere,
        Map<String, DietCode> diets) {
    public Hl7Config {
        passOver = Set.copyOf(passOver);
        senders = List.copyOf(senders);
        beds = Map.copyOf(beds);
        elsewhere = Set.copyOf(elsewhere);
        diets = Map.copyOf(diets);
    }

    /**
     * Somebody who may send.
     *
     * @param address an IP address, or a network as {@code 10.1.0.0/16}
     * @param application the sending application (MSH-3); any where empty
     * @param facility the sending facility (MSH-4); any where empty
     * @param charset of messages that name none in MSH-18
     */
    public record Sender(
            String address,
            Optional<String> application,
            Optional<String> facility,
            Charset charset) {}

    /**
     * What a diet code of the hospital means; where all is empty it restricts nothing.
     *
     * @param fasting nothing by mouth
     */
    public record DietCode(
            Set<Diet> diets,
            Optional<FoodTexture> texture,
            Optional<DrinkThickness> thickness,
            boolean fasting) {
        public DietCode {
            diets = Set.copyOf(diets);
        }
    }
}
