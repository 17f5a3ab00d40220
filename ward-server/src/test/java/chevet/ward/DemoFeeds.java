package chevet.ward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** The demo's channel list and guide. */
public final class DemoFeeds {
    private DemoFeeds() {}

    public static byte[] channels() {
        return bytes("channels.m3u");
    }

    public static byte[] guide(LocalDate today, ZoneId zone) {
        String csv = new String(bytes("guide.csv"), StandardCharsets.UTF_8);
        return DemoGuide.xmltv(csv, today, zone).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = DemoFeeds.class.getResourceAsStream("/demo/tv/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
