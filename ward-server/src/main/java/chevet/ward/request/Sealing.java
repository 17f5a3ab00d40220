package chevet.ward.request;

import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Records as sealed bytes and back. */
final class Sealing {
    private final StayKeys keys;

    Sealing(StayKeys keys) {
        this.keys = keys;
    }

    /** Empty where the stay's key is gone. */
    Optional<byte[]> seal(StayId stay, String place, Object record) {
        byte[] plain = WireCodec.body(record).json().getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(keys.seal(stay, place, plain));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    /** Empty where the stay's key is gone: restored without the keys, it is as good as gone. */
    <T> Optional<T> open(StayId stay, String place, byte[] sealed, Class<T> type) {
        try {
            String json = new String(keys.open(stay, place, sealed), StandardCharsets.UTF_8);
            return Optional.of(WireCodec.lenient(new Body(json), type));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }
}
