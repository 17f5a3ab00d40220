package chevet.terminal.player;

/**
 * Subtitles that came as a file of their own.
 *
 * @param cues what is shown and when, read by {@link CueReader}
 */
public record TextTrack(Track track, Cues cues) {}
