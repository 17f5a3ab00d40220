package chevet.terminal.player;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cue of subtitles beside a live HLS channel, in the time of the picture's stream: ticks of 90
 * kHz that begin again after 33 bits.
 *
 * @param from 0 to 2^33
 * @param length in the same ticks
 */
record HlsCue(long from, long length, String text) {
    /** Time stamps begin again after so many ticks (ISO/IEC 13818-1, 2.4.3.7). */
    static final long ROUND = 1L << 33;

    static final long TICKS_A_MILLI = 90;

    private static final Pattern MAP = Pattern.compile("(?m)^X-TIMESTAMP-MAP=(.*)$");
    private static final Pattern TICKS = Pattern.compile("MPEGTS:(\\d{1,12})");
    private static final Pattern LOCAL =
            Pattern.compile("LOCAL:(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})\\.(\\d{3})");

    HlsCue {
        from = Math.floorMod(from, ROUND);
    }

    /** True at that time of the picture's stream. */
    boolean shownAt(long now) {
        return Math.floorMod(now - from, ROUND) < length;
    }

    /** Of a segment of WebVTT (RFC 8216, 3.5). */
    static List<HlsCue> text(byte[] segment) {
        String text = new String(segment, StandardCharsets.UTF_8);
        long zero = zero(text);
        List<HlsCue> cues = new ArrayList<>();
        for (Cue each : CueReader.read(segment).all()) {
            long from = zero + each.from().toMillis() * TICKS_A_MILLI;
            long length = each.to().minus(each.from()).toMillis() * TICKS_A_MILLI;
            cues.add(new HlsCue(from, length, each.text()));
        }
        return cues;
    }

    /** Of a segment of fragmented MP4 that carries WebVTT (ISO/IEC 14496-30, 7). */
    static List<HlsCue> fragments(byte[] head, byte[] segment) {
        List<HlsCue> cues = new ArrayList<>();
        for (Mp4Track.Sample sample :
                Mp4Track.read(head).map(track -> track.samples(segment)).orElse(List.of())) {
            Mp4Box.in(sample.data()).stream()
                    .filter(box -> box.type().equals("vttc"))
                    .flatMap(box -> box.first("payl").stream())
                    .flatMap(said -> CueReader.words(utf8(said)).stream())
                    .map(words -> new HlsCue(sample.from(), sample.length(), words))
                    .forEach(cues::add);
        }
        return cues;
    }

    private static String utf8(ByteBuffer said) {
        return StandardCharsets.UTF_8.decode(said.duplicate()).toString();
    }

    /** The stream's time at which the segment's own time is zero. */
    private static long zero(String text) {
        Matcher map = MAP.matcher(text);
        if (!map.find()) {
            return 0;
        }
        Matcher ticks = TICKS.matcher(map.group(1));
        Matcher local = LOCAL.matcher(map.group(1));
        long at = ticks.find() ? Long.parseLong(ticks.group(1)) : 0;
        return local.find() ? at - millis(local) * TICKS_A_MILLI : at;
    }

    private static long millis(Matcher local) {
        long hours = Optional.ofNullable(local.group(1)).map(Long::parseLong).orElse(0L);
        long minutes = hours * 60 + Long.parseLong(local.group(2));
        return (minutes * 60 + Long.parseLong(local.group(3))) * 1000
                + Long.parseLong(local.group(4));
    }
}
