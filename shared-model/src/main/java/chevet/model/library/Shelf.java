package chevet.model.library;

/** Where a film stands in the library, in the order in which the shelves are shown. */
public enum Shelf {
    EXAMS,
    OPERATIONS,
    LIVING_WITH,
    TESTIMONIES,
    SCHOOL,
    HOSPITAL_LIFE
}
