package chevet.ward.hl7;

import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.ward.keys.Vault;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The SQL of patients' numbers that the console gave to stays of its own, and only that; hashes.
 */
final class GivenNumberStore {
    private final Vault vault;

    GivenNumberStore(Vault vault) {
        this.vault = vault;
    }

    /** As a number is kept: whoever gives it, the console knows the number alone. */
    String hash(PatientNumber number) {
        return vault.hash("number", number.value());
    }

    void put(Handle handle, StayId stay, String number) {
        handle.execute(
                """
                insert into hl7_number (stay, number) values (?, ?)
                on conflict (stay) do update set number = excluded.number
                """,
                stay.value(),
                number);
    }

    /** Whose number it is; more than one where somebody has mistyped. */
    List<StayId> stays(Handle handle, String number) {
        return handle.select("select stay from hl7_number where number = ? order by stay", number)
                .map((row, _) -> new StayId(row.getString(1)))
                .list();
    }

    boolean knows(Handle handle, StayId stay) {
        return handle.select("select 1 from hl7_number where stay = ?", stay.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from hl7_number where stay = ?", stay.value());
    }
}
