package chevet.bench;

import java.io.IOException;

/** Starts what a bench needs beside it, and ends it with the bench, however that ends. */
final class Child {
    private Child() {}

    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }
}
