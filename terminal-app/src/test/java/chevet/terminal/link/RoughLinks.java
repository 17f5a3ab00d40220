package chevet.terminal.link;

import chevet.config.TerminalConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@link Links} for trials: the same link, with something between it and its wire. */
public final class RoughLinks {
    private RoughLinks() {}

    /** Starts a link as {@link Links#start} does. */
    public static Link start(TerminalConfig config, UnaryOperator<TerminalWire> between)
            throws IOException {
        return start(config, Apart.ANYWHERE, between);
    }

    /**
     * As above.
     *
     * @param apart asked at each touch of a file, of the store and of the network
     */
    public static Link start(
            TerminalConfig config, Apart apart, UnaryOperator<TerminalWire> between)
            throws IOException {
        Files.createDirectories(config.data());
        TerminalWire wire =
                between.apply(
                        new PahoWire(
                                config.server().host(),
                                config.server().mqttPort(),
                                config.terminal(),
                                TlsIdentity.context(config.tls()),
                                apart));
        ThreadLoop loop = new ThreadLoop("link-" + config.terminal());
        LinkCore link =
                new LinkCore(
                        new LinkCore.Ports(
                                new LinkIdentity(
                                        config.site(), config.ward(), config.terminal(), "trial"),
                                InstantSource.system(),
                                loop,
                                wire,
                                Links.store(file(config), apart),
                                new FileKeys(config.keys(), apart),
                                new SecureRandom(),
                                loop::close),
                        Optional.of(TlsIdentity.witness(config)));
        link.start();
        return link;
    }

    /** Where the terminal's store is. */
    public static Path file(TerminalConfig config) {
        return config.data().resolve("terminal.db");
    }
}
