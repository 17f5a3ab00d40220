package chevet.ward.http;

import chevet.config.pack.ObjectStore;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/**
 * Hands out objects, whole or in ranges (RFC 9110, section 14), to everybody: nothing personal is
 * an object, and who has not been told a hash cannot guess one. There is no list of them.
 */
final class ObjectDoor {
    static final String ROOT = "/objects/";

    private static final Pattern PATH = Pattern.compile("/objects/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    /** Large enough that reading and waiting cost little beside TLS, small enough for hundreds. */
    private static final int BUFFER = 128 * 1024;

    /** Who asks for more at once gets it all: nobody needs it, and it costs us most. */
    private static final int MOST_RANGES = 8;

    private final ObjectStore store;
    private final Counter sent;

    ObjectDoor(ObjectStore store, Counter sent) {
        this.store = store;
        this.sent = sent;
    }

    /** Answers; false where there is no such object. */
    boolean answer(String path, Request request, Response response, Callback callback) {
        Matcher named = PATH.matcher(path);
        Optional<Path> file = named.matches() ? store.find(named.group(2)) : Optional.empty();
        if (file.isEmpty()) {
            return false;
        }
        // Opened before anything is said: it stays readable when its name goes.
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
            new Answering(request, response, channel, "\"" + named.group(2) + "\"").run();
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    /** One answer. */
    private final class Answering {
        private final Request request;
        private final Response response;
        private final HttpFields.Mutable headers;
        private final FileChannel channel;
        private final String tag;
        private final long length;

        Answering(Request request, Response response, FileChannel channel, String tag)
                throws IOException {
            this.request = request;
            this.response = response;
            this.headers = response.getHeaders();
            this.channel = channel;
            this.tag = tag;
            this.length = channel.size();
        }

        void run() throws IOException {
            headers.put(HttpHeader.ETAG, tag);
            headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
            headers.put(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
            headers.put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
            if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
                end(304);
                return;
            }
            Optional<List<ByteRange>> ranges = ranges();
            if (ranges.isEmpty()) {
                whole();
            } else if (ranges.get().isEmpty()) {
                headers.put(
                        HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(length));
                headers.put(HttpHeader.CONTENT_LENGTH, 0);
                end(416);
            } else if (ranges.get().size() == 1) {
                one(ranges.get().getFirst());
            } else {
                several(ranges.get());
            }
        }

        /** Empty where all is wanted; an empty list where nothing that is wanted exists. */
        private Optional<List<ByteRange>> ranges() {
            List<String> wanted = request.getHeaders().getValuesList(HttpHeader.RANGE);
            String unless = request.getHeaders().get(HttpHeader.IF_RANGE);
            boolean changed = unless != null && !unless.strip().equals(tag);
            if (wanted.size() != 1 || changed || !wanted.getFirst().startsWith("bytes=")) {
                return Optional.empty();
            }
            if (wanted.getFirst().chars().filter(c -> c == ',').count() >= MOST_RANGES) {
                return Optional.empty();
            }
            return Optional.of(ByteRange.parse(wanted, length));
        }

        private void whole() throws IOException {
            response.setStatus(200);
            headers.put(HttpHeader.CONTENT_LENGTH, length);
            body(new ByteRange(0, length - 1));
        }

        private void one(ByteRange range) throws IOException {
            response.setStatus(206);
            headers.put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(length));
            headers.put(HttpHeader.CONTENT_LENGTH, range.getLength());
            body(range);
        }

        private void several(List<ByteRange> ranges) throws IOException {
            String between = Long.toHexString(ThreadLocalRandom.current().nextLong());
            long all = ("\r\n--" + between + "--\r\n").length();
            for (ByteRange range : ranges) {
                all += head(between, range).length() + range.getLength();
            }
            response.setStatus(206);
            headers.put(HttpHeader.CONTENT_TYPE, "multipart/byteranges; boundary=" + between);
            headers.put(HttpHeader.CONTENT_LENGTH, all);
            if (request.getMethod().equals("HEAD")) {
                write(true, ByteBuffer.allocate(0));
                return;
            }
            for (ByteRange range : ranges) {
                write(false, ascii(head(between, range)));
                pour(range, false);
            }
            write(true, ascii("\r\n--" + between + "--\r\n"));
        }

        private String head(String between, ByteRange range) {
            return "\r\n--%s\r\nContent-Type: application/octet-stream\r\nContent-Range: %s\r\n\r\n"
                    .formatted(between, range.toHeaderValue(length));
        }

        private ByteBuffer ascii(String text) {
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        }

        private void end(int status) throws IOException {
            response.setStatus(status);
            write(true, ByteBuffer.allocate(0));
        }

        private void body(ByteRange range) throws IOException {
            if (request.getMethod().equals("HEAD") || range.getLength() == 0) {
                write(true, ByteBuffer.allocate(0));
            } else {
                pour(range, true);
            }
        }

        private void pour(ByteRange range, boolean last) throws IOException {
            // On the heap: the JDK's AES-GCM works on arrays and would copy what is not one.
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, range.getLength()));
            long at = range.first();
            while (at <= range.last()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), range.last() + 1 - at));
                int read = channel.read(buffer, at);
                if (read <= 0) {
                    throw new IOException("object became shorter");
                }
                at += read;
                write(last && at > range.last(), buffer.flip());
                sent.increment(read);
            }
        }

        private void write(boolean last, ByteBuffer bytes) throws IOException {
            try (Blocker.Callback written = Blocker.callback()) {
                response.write(last, bytes, written);
                written.block();
            }
        }
    }
}
