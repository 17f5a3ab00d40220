package chevet.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the boxes of an mp4 (ISO/IEC 14496-12) say of it, without decoding anything. */
sealed interface Mp4 {
    /** A whole film whose index stands before its pictures. */
    record Film(Duration length) implements Mp4 {}

    /** Its index stands at its end: it cannot be played before that has come. */
    record SlowStart() implements Mp4 {}

    /** No mp4, or not the whole of one. */
    record Broken() implements Mp4 {}

    static Mp4 read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return boxes(channel);
        } catch (IOException e) {
            return new Broken();
        }
    }

    private static Mp4 boxes(SeekableByteChannel channel) throws IOException {
        long end = channel.size();
        long at = 0;
        boolean pictures = false;
        boolean late = false;
        Optional<Duration> length = Optional.empty();
        for (int count = 0; at < end && count < 100_000; count++) {
            Optional<Box> box = Box.at(channel, at, end);
            if (box.isEmpty() || (at == 0 && !box.get().type().equals("ftyp"))) {
                return new Broken();
            }
            switch (box.get().type()) {
                case "mdat" -> pictures = true;
                case "moov" -> {
                    late = pictures;
                    length = length(channel, box.get());
                }
                default -> {}
            }
            at = box.get().end();
        }
        if (!pictures || length.isEmpty() || !length.get().isPositive()) {
            return new Broken();
        }
        return late ? new SlowStart() : new Film(length.get());
    }

    /** Out of the movie header (8.2.2): its duration in units of its time scale. */
    private static Optional<Duration> length(SeekableByteChannel channel, Box movie)
            throws IOException {
        long at = movie.content();
        while (at < movie.end()) {
            Optional<Box> box = Box.at(channel, at, movie.end());
            if (box.isEmpty()) {
                return Optional.empty();
            }
            if (box.get().type().equals("mvhd")) {
                ByteBuffer header = bytes(channel, box.get().content(), 32);
                boolean wide = header.get(0) == 1;
                long scale = Integer.toUnsignedLong(header.getInt(wide ? 20 : 12));
                long units = wide ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
                return scale == 0 || units < 0 || units > Long.MAX_VALUE / 1000
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(units * 1000 / scale));
            }
            at = box.get().end();
        }
        return Optional.empty();
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, long at, int count)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        channel.position(at);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("mp4 ends in a box");
            }
        }
        return bytes;
    }

    /** One box: where what is in it begins, and where it ends. */
    record Box(String type, long content, long end) {
        /** Empty where it does not fit in what is around it: a file that was cut short. */
        static Optional<Box> at(SeekableByteChannel channel, long at, long limit)
                throws IOException {
            if (limit - at < 8) {
                return Optional.empty();
            }
            ByteBuffer head = bytes(channel, at, 8);
            long size = Integer.toUnsignedLong(head.getInt(0));
            String type = StandardCharsets.ISO_8859_1.decode(head.slice(4, 4)).toString();
            long content = at + 8;
            if (size == 1 && limit - at >= 16) {
                size = bytes(channel, at + 8, 8).getLong(0);
                content = at + 16;
            } else if (size == 0) {
                size = limit - at;
            }
            return size < content - at || size > limit - at
                    ? Optional.empty()
                    : Optional.of(new Box(type, content, at + size));
        }
    }
}
