package chevet.terminal.link;

/** Something that is being told of changes; closed, it is told no more. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
