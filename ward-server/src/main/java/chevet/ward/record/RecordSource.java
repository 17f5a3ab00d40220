package chevet.ward.record;

import chevet.model.meal.FoodFacts;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordSection;
import java.util.Optional;

/** The hospital's record, whatever is behind it. Blocks for seconds at most. */
public interface RecordSource {
    /** As it is shown beside what it said. */
    String name();

    /** One section; a failure is a state of it. */
    RecordPart read(PatientNumber patient, RecordSection section);

    /**
     * What is in force of food; empty where the source does not answer, or not know the patient.
     */
    Optional<FoodFacts> food(PatientNumber patient);

    /**
     * What the patient may see of the own stay; empty where the source does not answer, or not know
     * the patient.
     */
    Optional<RecordDay> day(PatientNumber patient);
}
