/**
 * A patient's record as it is shown at the bed, and what it says of food; records and pure rules.
 * It goes by ask and answer only and is never kept.
 */
@org.jspecify.annotations.NullMarked
package chevet.model.record;
