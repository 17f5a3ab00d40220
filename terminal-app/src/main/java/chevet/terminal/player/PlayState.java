package chevet.terminal.player;

/** What an engine does with what it was given. */
public sealed interface PlayState {
    /** Nothing is open. */
    record Idle() implements PlayState {}

    /** Opened, and no picture yet. */
    record Buffering() implements PlayState {}

    record Playing() implements PlayState {}

    /** Stands still because somebody asked. */
    record Paused() implements PlayState {}

    /**
     * A picture that stopped, or never came: it is being opened anew, and again until it plays.
     *
     * @param why what the last try met
     * @param tries how often it has been opened anew since it last played
     */
    record Stalled(Trouble why, int tries) implements PlayState {}

    /** It will not play, and nothing is tried any more. */
    record Failed(Trouble why) implements PlayState {}

    /** A film has come to its end. */
    record Ended() implements PlayState {}
}
