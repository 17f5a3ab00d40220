package chevet.terminal.meal;

/** How one service stands for the patient, one word for each chip on the left. */
enum ServiceState {
    /** It can be chosen and must be today. */
    DUE,
    /** It can be chosen and there is time. */
    OPEN,
    /** It cannot be chosen yet. */
    NOT_YET,
    /** The choice is on disk and the ward server has not answered. */
    WAITING,
    /** The ward server has accepted the choice and its tray is not here yet. */
    ACCEPTED,
    /** The tray as the kitchen sees it. */
    CHOSEN,
    CHOSEN_BY_TEAM,
    HELD,
    FASTING,
    /** The default tray comes. */
    DEFAULT,
    TOO_LATE,
    CLOSED;

    /** Somebody has decided what comes. */
    boolean decided() {
        return switch (this) {
            case WAITING, ACCEPTED, CHOSEN, CHOSEN_BY_TEAM -> true;
            case DUE, OPEN, NOT_YET, HELD, FASTING, DEFAULT, TOO_LATE, CLOSED -> false;
        };
    }

    /** Nothing has been chosen and it can be. */
    boolean toChoose() {
        return this == DUE || this == OPEN;
    }

    /** The patient is awaited, to choose or to choose again. */
    boolean awaited() {
        return toChoose() || this == HELD;
    }
}
