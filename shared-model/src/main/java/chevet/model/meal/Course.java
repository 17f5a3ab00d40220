package chevet.model.meal;

/** A place on the tray, in the order in which it is chosen. */
public enum Course {
    DRINK,
    BREAD,
    STARTER,
    MAIN,
    DAIRY,
    DESSERT
}
