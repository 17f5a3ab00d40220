package chevet.ward.record;

import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** By which number the record is asked about a stay; sealed under the stay's key. */
final class NumberStore {
    private final StayKeys keys;

    NumberStore(StayKeys keys) {
        this.keys = keys;
    }

    Optional<PatientNumber> of(Handle handle, StayId stay) {
        return handle.select("select number from record_patient where stay = ?", stay.value())
                .map((row, _) -> new Sealed(row.getBytes(1)))
                .findOne()
                .flatMap(kept -> open(stay, kept));
    }

    /** A number in place of another leaves what was read under that one to be dropped. */
    void put(Handle handle, StayId stay, PatientNumber number) {
        byte[] plain = WireCodec.body(number).json().getBytes(StandardCharsets.UTF_8);
        handle.execute(
                """
                insert into record_patient (stay, number) values (?, ?)
                on conflict (stay) do update
                set number = excluded.number, renumbered = 1
                """,
                stay.value(),
                keys.seal(stay, place(stay), plain));
    }

    /** Whether something may be kept that was read under another number. */
    boolean renumbered(Handle handle, StayId stay) {
        return handle.select("select renumbered from record_patient where stay = ?", stay.value())
                .mapTo(int.class)
                .findOne()
                .filter(flag -> flag == 1)
                .isPresent();
    }

    /** All that is kept was read under the number that stands. */
    void settled(Handle handle, StayId stay) {
        handle.execute("update record_patient set renumbered = 0 where stay = ?", stay.value());
    }

    void remove(Handle handle, StayId stay) {
        handle.execute("delete from record_patient where stay = ?", stay.value());
    }

    @SuppressWarnings("ArrayRecordComponent") // On its way to be opened, never compared.
    private record Sealed(byte[] bytes) {}

    private Optional<PatientNumber> open(StayId stay, Sealed sealed) {
        try {
            byte[] plain = keys.open(stay, place(stay), sealed.bytes());
            Body body = new Body(new String(plain, StandardCharsets.UTF_8));
            return Optional.of(WireCodec.lenient(body, PatientNumber.class));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    private static String place(StayId stay) {
        return "record_patient.number/" + stay;
    }
}
