package chevet.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the boxes of an mp4 (ISO/IEC 14496-12) say of it, without decoding anything. */
sealed interface Mp4 {
    /**
     * A whole film whose index stands before its pictures.
     *
     * @param pictures how its pictures are coded, as the file names it: {@code avc1}
     * @param sounds how its soundtracks are: {@code mp4a}
     */
    record Film(Duration length, List<String> pictures, List<String> sounds) implements Mp4 {
        public Film {
            pictures = List.copyOf(pictures);
            sounds = List.copyOf(sounds);
        }
    }

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
        Box whole = new Box("", 0, channel.size());
        boolean pictures = false;
        boolean late = false;
        Optional<Box> movie = Optional.empty();
        List<Box> boxes = whole.inside(channel);
        if (boxes.isEmpty() || !boxes.getFirst().type().equals("ftyp")) {
            return new Broken();
        }
        for (Box box : boxes) {
            if (box.type().equals("mdat")) {
                pictures = true;
            } else if (box.type().equals("moov")) {
                late = pictures;
                movie = Optional.of(box);
            }
        }
        if (!pictures || movie.isEmpty()) {
            return new Broken();
        }
        List<Box> parts = movie.get().inside(channel);
        Optional<Duration> length = length(channel, parts);
        if (length.isEmpty() || !length.get().isPositive()) {
            return new Broken();
        }
        return late
                ? new SlowStart()
                : new Film(
                        length.get(), coded(channel, parts, "vide"), coded(channel, parts, "soun"));
    }

    /** Out of the movie header (8.2.2): its duration in units of its time scale. */
    private static Optional<Duration> length(SeekableByteChannel channel, List<Box> movie)
            throws IOException {
        Optional<Box> found = Box.first(movie, "mvhd");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer header = bytes(channel, found.get().content(), 32);
        boolean wide = header.get(0) == 1;
        long scale = Integer.toUnsignedLong(header.getInt(wide ? 20 : 12));
        long units = wide ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
        return scale == 0 || units < 0 || units > Long.MAX_VALUE / 1000
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(units * 1000 / scale));
    }

    /** How each track of that kind (8.4.3) is coded: the type of its first sample entry (8.5.2). */
    private static List<String> coded(SeekableByteChannel channel, List<Box> movie, String kind)
            throws IOException {
        List<String> coded = new ArrayList<>();
        for (Box track : movie) {
            if (!track.type().equals("trak")) {
                continue;
            }
            List<Box> media = track.inside(channel, "mdia");
            Optional<Box> handler = Box.first(media, "hdlr");
            Optional<Box> about = Box.first(media, "minf");
            if (handler.isEmpty()
                    || about.isEmpty()
                    || !word(channel, handler.get().content() + 8).equals(kind)) {
                continue;
            }
            Optional<Box> samples = Box.first(about.get().inside(channel, "stbl"), "stsd");
            if (samples.isPresent()) {
                coded.add(word(channel, samples.get().content() + 12));
            }
        }
        return coded;
    }

    private static String word(SeekableByteChannel channel, long at) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(channel, at, 4)).toString();
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
        return bytes.flip();
    }

    /** One box: where what is in it begins, and where it ends. */
    record Box(String type, long content, long end) {
        private static final int MOST = 100_000;

        static Optional<Box> first(List<Box> boxes, String type) {
            return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
        }

        /** The boxes of the first box of that type in this one; none where there is none. */
        List<Box> inside(SeekableByteChannel channel, String type) throws IOException {
            Optional<Box> found = first(inside(channel), type);
            return found.isPresent() ? found.get().inside(channel) : List.of();
        }

        /** The boxes in this one; it throws where one does not fit: a file that was cut short. */
        List<Box> inside(SeekableByteChannel channel) throws IOException {
            List<Box> boxes = new ArrayList<>();
            long at = content;
            while (at < end && boxes.size() < MOST) {
                Box box =
                        at(channel, at, end)
                                .orElseThrow(() -> new IOException("mp4 ends in a box"));
                boxes.add(box);
                at = box.end();
            }
            return boxes;
        }

        private static Optional<Box> at(SeekableByteChannel channel, long at, long limit)
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
