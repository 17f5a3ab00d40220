package chevet.ward.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A file of the class path that browsers may have, in memory with its hash. */
final class Asset {
    private static final Map<String, Optional<Asset>> FOUND = new ConcurrentHashMap<>();
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("txt", "text/plain; charset=utf-8"));

    private final String contentType;
    private final String hash;
    private final byte[] bytes;

    private Asset(String contentType, String hash, byte[] bytes) {
        this.contentType = contentType;
        this.hash = hash;
        this.bytes = bytes;
    }

    String contentType() {
        return contentType;
    }

    /** First 16 hex digits of its SHA-256. */
    String hash() {
        return hash;
    }

    /** Not a copy; nobody changes it. */
    byte[] bytes() {
        return bytes;
    }

    /** The resource of that name; empty where there is none, or its type is none of ours. */
    static Optional<Asset> find(String resource) {
        String type =
                TYPES.get(
                        resource.substring(resource.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || resource.contains("..") || resource.contains("//")) {
            return Optional.empty();
        }
        Optional<Asset> known = FOUND.get(resource);
        if (known == null) {
            known = read(resource, type);
            // Only what exists is remembered: guessed names must not fill the memory.
            if (known.isPresent()) {
                FOUND.put(resource, known);
            }
        }
        return known;
    }

    private static Optional<Asset> read(String resource, String type) {
        try (InputStream in = Asset.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Optional.of(
                    new Asset(type, HexFormat.of().formatHex(digest).substring(0, 16), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
