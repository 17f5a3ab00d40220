package chevet.model.wire;

/**
 * What of a command says which one it is: enough to answer it where the rest cannot be read.
 *
 * @param id the command's id
 * @param series the command's series
 * @param number from 1
 * @param oldest from 1 through {@code number}
 */
public record Envelope(String id, String series, long number, long oldest) {}
