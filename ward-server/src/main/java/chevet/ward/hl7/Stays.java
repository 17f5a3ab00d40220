package chevet.ward.hl7;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the feed does with stays, within its own transaction; on the writer's thread but for {@link
 * #prepare}, {@link #drop} and {@link #ended}.
 */
public interface Stays {
    /** Makes a key for somebody who may come, before the transaction: it takes a while. */
    StayId prepare(Patient patient);

    /** He did not come. */
    void drop(StayId prepared);

    /**
     * Begins the stay of somebody prepared.
     *
     * @param bed free, or none for now
     */
    void begin(Tx tx, StayId prepared, Optional<BedId> bed, Instant since, String by);

    /** Puts a stay into a free bed, from another or from none. */
    void place(Tx tx, StayId stay, BedId bed, String by);

    /** Takes a stay out of its bed without ending it. */
    void setAside(Tx tx, StayId stay);

    void end(Tx tx, StayId stay, String by);

    /**
     * Takes an end back; the stay lies in no bed then.
     *
     * @return false where its key is destroyed
     */
    boolean resume(Tx tx, StayId stay);

    void rename(Tx tx, StayId stay, Patient patient);

    /** By which number the hospital knows the patient. */
    void number(Tx tx, StayId stay, PatientNumber number);

    /** Begun, not over, and kept. */
    boolean open(Tx tx, StayId stay);

    Optional<BedId> bedOf(Tx tx, StayId stay);

    Optional<StayId> in(Tx tx, BedId bed);

    /** Who it is; empty where nobody knows any more. */
    Optional<Patient> patient(Tx tx, StayId stay);

    /** Everybody who lies in a bed, and since when. */
    List<Lying> lying();

    /** After the commit of an end: where the site keeps no key, all of it goes now. */
    void ended();

    /** A stay in its bed. */
    record Lying(StayId stay, BedId bed, Instant since) {}
}
