package chevet.config.pack;

import java.nio.file.Path;

/** What the store says to an object that somebody wants to bring. */
public sealed interface Taking {
    /** It is there already. */
    record Present(Path file) implements Taking {}

    /** Its room is reserved; the intake has to be closed. */
    record Open(Intake intake) implements Taking {}

    /** It has no room, or no right name. */
    record Refused(Fault fault) implements Taking {}
}
