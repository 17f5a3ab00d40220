package chevet.config;

import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.tomlj.Toml;

/**
 * What a terminal is told: where it stands, which server it belongs to, where it keeps things.
 * Relative paths in the file are relative to the file.
 *
 * @param terminal its id; the common name of its certificate and its MQTT client id
 * @param bed as it stands on the bed's door
 * @param zone in which it shows times
 * @param server the ward server
 * @param tls the files that prove who it is
 * @param data directory of outbox and replica
 * @param keys directory of stay keys, apart from {@code data}
 * @param language of its first screen, until a stay has one of its own
 * @param idle without a touch for this long, it returns to its home screen
 * @param exitCodeHash IT's exit code as {@link ExitCode#hash} writes it; without it there is no way
 *     out of the kiosk
 * @param tv how television comes
 * @param contentGib how many GiB of the disk films and pictures may take, 1 to 4096; three fifths
 *     of the disk where that is less
 */
public record TerminalConfig(
        TerminalId terminal,
        SiteId site,
        WardId ward,
        BedId bed,
        ZoneId zone,
        Server server,
        Tls tls,
        Path data,
        Path keys,
        Language language,
        Duration idle,
        Optional<String> exitCodeHash,
        Tv tv,
        int contentGib) {

    /** What {@link #contentGib} is where the file does not say. */
    public static final int CONTENT_GIB = 64;

    /**
     * How multicast television comes.
     *
     * @param multicastInterface the network interface through which its groups come, {@code eth1};
     *     without it the system's routes say
     * @param warm how many groups are received beside the one that is watched, so that a zap to one
     *     of them waits for nothing, 0 to {@value #MOST_WARM}; of HLS channels never more than two
     *     are opened ahead
     */
    public record Tv(Optional<String> multicastInterface, int warm) {
        /** What {@link #warm} is where the file does not say. */
        public static final int WARM = 8;

        public static final int MOST_WARM = 64;

        /** What holds where the file says nothing. */
        public static final Tv USUAL = new Tv(Optional.empty(), WARM);
    }

    /** Host name or address, and ports of MQTT over TLS and of HTTPS. */
    public record Server(String host, int mqttPort, int httpsPort) {}

    /**
     * PEM files.
     *
     * @param ca whom the terminal trusts
     * @param certificate its own, with the chain if there is one
     * @param key PKCS #8, not encrypted; only the terminal's user may read it
     */
    public record Tls(Path ca, Path certificate, Path key) {}

    /** The file that {@link ConfigFile#terminal} reads back as this; paths are written absolute. */
    public String toToml() {
        StringBuilder out = new StringBuilder();
        out.append("[terminal]\n");
        put(out, "id", terminal.value());
        put(out, "site", site.value());
        put(out, "ward", ward.value());
        put(out, "bed", bed.value());
        put(out, "zone", zone.getId());
        put(out, "language", language.tag());
        put(out, "idle", idle.toSeconds() + "s");
        exitCodeHash.ifPresent(hash -> put(out, "exit-code-hash", hash));
        out.append("\n[server]\n");
        put(out, "host", server.host());
        out.append("mqtt-port = ").append(server.mqttPort()).append('\n');
        out.append("https-port = ").append(server.httpsPort()).append('\n');
        out.append("\n[tls]\n");
        put(out, "ca", tls.ca());
        put(out, "certificate", tls.certificate());
        put(out, "key", tls.key());
        out.append("\n[storage]\n");
        put(out, "data", data);
        put(out, "keys", keys);
        out.append("content-gib = ").append(contentGib).append('\n');
        out.append("\n[tv]\n");
        tv.multicastInterface().ifPresent(name -> put(out, "multicast-interface", name));
        out.append("warm = ").append(tv.warm()).append('\n');
        return out.toString();
    }

    private static void put(StringBuilder out, String key, Path path) {
        put(out, key, path.toAbsolutePath().toString());
    }

    private static void put(StringBuilder out, String key, String value) {
        out.append(key).append(" = \"").append(Toml.tomlEscape(value)).append("\"\n");
    }
}
