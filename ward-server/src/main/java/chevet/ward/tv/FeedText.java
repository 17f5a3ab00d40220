package chevet.ward.tv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bytes of a feed as text: packed or not, in the encoding that they name. */
final class FeedText {
    /** No feed is longer as it comes, in bytes. */
    static final int LONGEST = 32 << 20;

    /** Nor unpacked: a few kilobytes can unpack to gigabytes. */
    static final long LONGEST_UNPACKED = 256L << 20;

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private FeedText() {}

    /** The feed is longer than it may be; said once, at the edge of the reader. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A reader over the text. Bytes that are no letters become U+FFFD; it throws {@link TooLong}
     * where unpacking goes on for ever.
     */
    static Reader reader(byte[] content) throws IOException {
        InputStream in = new Limited(unpacked(content));
        byte[] start = in.readNBytes(200);
        Charset charset = charset(start);
        InputStream whole =
                new java.io.SequenceInputStream(
                        new ByteArrayInputStream(start, mark(start), start.length - mark(start)),
                        in);
        return new InputStreamReader(
                whole,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The whole text, for feeds that are short. */
    static String text(byte[] content) throws IOException {
        try (Reader reader = reader(content)) {
            StringBuilder text = new StringBuilder();
            char[] some = new char[8192];
            for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
                text.append(some, 0, n);
                if (text.length() > LONGEST) {
                    throw new TooLong();
                }
            }
            return text.toString();
        }
    }

    /** Packed, as it is kept. */
    static byte[] packed(byte[] content) {
        if (isPacked(content)) {
            return content;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream unpacked(byte[] content) throws IOException {
        InputStream in = new ByteArrayInputStream(content);
        return isPacked(content) ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static boolean isPacked(byte[] content) {
        return content.length > 2 && content[0] == (byte) 0x1f && content[1] == (byte) 0x8b;
    }

    private static Charset charset(byte[] start) {
        if (start.length > 1 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (start.length > 1 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        String first =
                new String(
                        start,
                        mark(start),
                        start.length - mark(start),
                        StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(first);
        if (mark(start) == 0 && declared.find()) {
            try {
                return Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** The length of the byte order mark. */
    private static int mark(byte[] start) {
        if (start.length > 2
                && start[0] == (byte) 0xef
                && start[1] == (byte) 0xbb
                && start[2] == (byte) 0xbf) {
            return 3;
        }
        boolean wide =
                start.length > 1
                        && ((start[0] == (byte) 0xfe && start[1] == (byte) 0xff)
                                || (start[0] == (byte) 0xff && start[1] == (byte) 0xfe));
        return wide ? 2 : 0;
    }

    /** Ends with {@link TooLong} behind the limit. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left = LONGEST_UNPACKED;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLong {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
