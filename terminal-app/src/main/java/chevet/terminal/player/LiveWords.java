package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells the words of a teletext page when the picture that they belong to is shown. On its
 * pipeline's thread.
 */
final class LiveWords {
    /** Time stamps begin again after so many ticks (ISO/IEC 13818-1, 2.4.3.7). */
    private static final long ROUND = 1L << 33;

    private static final long TICKS_A_MILLI = 90;

    /** Words that nobody takes away do not stand for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final PesUnits units;
    private final TeletextPage page;
    private final int picturePid;
    private final GstThread thread;
    private final GstTeller teller;

    private OptionalLong firstPicture = OptionalLong.empty();
    private long shownAt;
    private boolean goes;
    private int told;

    /**
     * @param stream of teletext
     * @param picturePid where the picture is sent; negative for none
     */
    LiveWords(ProgramMap.Stream stream, int picturePid, GstThread thread, GstTeller teller) {
        this.units = new PesUnits(stream.pid());
        this.page = new TeletextPage(stream.place().orElseThrow(), stream.track().in("ar"));
        this.picturePid = picturePid;
        this.thread = thread;
        this.teller = teller;
    }

    /** The first picture that came is shown, and time goes on from there. */
    void goes(long now) {
        shownAt = now;
        goes = true;
    }

    /** Takes whole packets of the programme. */
    void take(byte[] packets, long now) {
        for (int at = 0; at + TsPacket.SIZE <= packets.length; at += TsPacket.SIZE) {
            if (firstPicture.isEmpty()
                    && TsPacket.pid(packets, at) == picturePid
                    && TsPacket.unitStarts(packets, at)) {
                firstPicture = PesUnits.shown(packets, at + TsPacket.payload(packets, at));
            }
            units.packet(packets, at).ifPresent(unit -> unit(unit, now));
        }
    }

    private void unit(PesUnits.Unit unit, long now) {
        Optional<List<String>> lines = page.take(unit.data().array());
        lines.ifPresent(words -> thread.after(until(unit.shown(), now), () -> tell(words)));
    }

    private Duration until(OptionalLong shown, long now) {
        if (shown.isEmpty() || firstPicture.isEmpty()) {
            return Duration.ZERO;
        }
        long ticks = Math.floorMod(shown.getAsLong() - firstPicture.getAsLong(), ROUND);
        // What belongs to a picture before the first is late already.
        Duration after =
                ticks > ROUND / 2 ? Duration.ZERO : Duration.ofMillis(ticks / TICKS_A_MILLI);
        Duration since = goes ? Duration.ofNanos(now - shownAt) : Duration.ZERO;
        Duration wait = after.minus(since);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void tell(List<String> words) {
        int mine = ++told;
        teller.words(words);
        if (!words.isEmpty()) {
            thread.after(
                    LONGEST,
                    () -> {
                        if (mine == told) {
                            teller.words(List.of());
                        }
                    });
        }
    }
}
