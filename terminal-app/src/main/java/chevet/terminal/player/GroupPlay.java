package chevet.terminal.player;

import chevet.terminal.player.ProgramMap.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.Format;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadLinkException;
import org.freedesktop.gstreamer.Registry;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.elements.AppSrc;

/**
 * Plays a multicast group with GStreamer: what its {@link TsCache} holds goes in first, from the
 * last key picture on, so the picture comes at once and then runs as far behind as that picture was
 * old.
 */
final class GroupPlay implements GstPlay {
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Draws DVB subtitles (ETSI EN 300 743) into the picture. */
    static final String OVERLAY = "dvbsuboverlay";

    private static final String TS = "video/mpegts,systemstream=true,packetsize=188";

    private final GroupReceiver receiver;
    private final TrackWish wish;
    private final List<String> soundSinks;
    private final GstTeller teller;
    private final long openedAt = System.nanoTime();
    private boolean told;
    private long heardTo;
    private final FrameWriter frames;
    private final GstThread thread;
    private Optional<Track> asked = Optional.empty();

    /** What was chosen by hand; the inner one is empty for no subtitles. */
    private Optional<Optional<Track>> askedText = Optional.empty();

    private Optional<Running> running = Optional.empty();
    private volatile double factor;

    /** What exists once the programme is known. Its own thread's. */
    private record Running(
            org.freedesktop.gstreamer.Pipeline pipe,
            AppSrc source,
            Element volume,
            TsSelect select,
            Optional<LiveWords> words,
            boolean soundOnly) {

        void go() {
            pipe.setState(State.PLAYING);
            words.ifPresent(each -> each.goes(System.nanoTime()));
        }
    }

    GroupPlay(
            GroupReceiver receiver,
            TrackWish wish,
            List<String> soundSinks,
            double factor,
            Path frameFiles,
            GstTeller teller) {
        this.receiver = receiver;
        this.wish = wish;
        this.soundSinks = soundSinks;
        this.factor = factor;
        this.teller = teller;
        this.thread = new GstThread(e -> teller.failed(Trouble.NOT_INSTALLED, e.toString()));
        this.frames = new FrameWriter(frameFiles, teller);
    }

    @Override
    public void start() {
        thread.every(LOOK, this::look);
        tune();
    }

    /** Silence is told as such, which no picture alone does not say; so is what is only heard. */
    private void look() {
        running.filter(Running::soundOnly).ifPresent(this::listen);
        long last = Math.max(openedAt, receiver.lastDatagram());
        if (!told && System.nanoTime() - last > Watch.PATIENCE.toNanos()) {
            told = true;
            teller.failed(
                    running.isPresent() ? Trouble.STOPPED : Trouble.NO_SIGNAL,
                    "nothing is sent to the group");
        }
    }

    private void listen(Running run) {
        long at = run.pipe.queryPosition(Format.TIME);
        if (at > heardTo) {
            heardTo = at;
            teller.heard();
        }
    }

    private void tune() {
        receiver.cache().tune(new Tuned(), System.nanoTime());
    }

    /** Hands what comes from the network's thread to the pipeline's. */
    private final class Tuned implements TsCache.Listener {
        @Override
        public void known(ProgramMap map) {
            thread.run(() -> build(map));
        }

        @Override
        public void begin(byte[] packets, Duration early) {
            thread.run(() -> begun(packets, early));
        }

        @Override
        public void more(byte[] packets) {
            thread.run(() -> push(packets));
        }

        @Override
        public void changed() {
            teller.failed(Trouble.STOPPED, "the programme has become another one");
        }
    }

    /** The first picture at once; it goes on when enough is in hand to go on evenly. */
    private void begun(byte[] packets, Duration early) {
        Optional<Running> mine = running;
        push(packets);
        if (early.isZero()) {
            mine.ifPresent(Running::go);
        } else {
            thread.after(
                    early,
                    () -> {
                        if (running.equals(mine)) {
                            mine.ifPresent(Running::go);
                        }
                    });
        }
    }

    /** All that can be made before the first key picture is here. */
    private void build(ProgramMap map) {
        List<ProgramMap.Stream> foreign = map.of(Kind.FOREIGN_PICTURE);
        if (map.of(Kind.PICTURE).isEmpty() && !foreign.isEmpty()) {
            // Its sound alone would be heard from a black screen.
            teller.failed(
                    Trouble.FORMAT,
                    "no decoder for pictures of stream type 0x%x"
                            .formatted(foreign.getFirst().type()));
            return;
        }
        List<ProgramMap.Stream> sounds = map.of(Kind.SOUND);
        List<Track> soundTracks = sounds.stream().map(ProgramMap.Stream::track).toList();
        Optional<Track> sound = asked.or(() -> wish.sound(soundTracks));
        List<ProgramMap.Stream> chosen = new ArrayList<>();
        map.of(Kind.PICTURE).stream().findFirst().ifPresent(chosen::add);
        sounds.stream()
                .filter(each -> sound.equals(Optional.of(each.track())))
                .findFirst()
                .ifPresent(chosen::add);
        List<ProgramMap.Stream> texts = texts(map);
        List<Track> textTracks = texts.stream().map(ProgramMap.Stream::track).toList();
        Optional<Track> text =
                askedText.orElseGet(() -> wish.text(textTracks)).filter(textTracks::contains);
        Optional<ProgramMap.Stream> shown =
                texts.stream().filter(each -> text.equals(Optional.of(each.track()))).findFirst();
        Optional<ProgramMap.Stream> drawn = shown.filter(each -> each.kind() == Kind.SUBTITLES);
        drawn.ifPresent(chosen::add);
        Optional<LiveWords> words =
                shown.filter(each -> each.kind() == Kind.TELETEXT)
                        .map(page -> new LiveWords(page, picturePid(map), thread, teller));
        TsSelect select = new TsSelect(map, chosen);

        var pipe = new org.freedesktop.gstreamer.Pipeline("group");
        AppSrc source = new AppSrc("source");
        source.setCaps(Caps.fromString(TS));
        source.set("format", Format.BYTES.intValue());
        source.set("max-bytes", 0L);
        Element parse = ElementFactory.make("tsparse", "parse");
        Element decode = ElementFactory.make("decodebin3", "decode");
        Element volume = ElementFactory.make("volume", "volume");
        pipe.addMany(source, parse, decode);
        Element.linkMany(source, parse, decode);
        Optional<Element> overlay = drawn.map(_ -> ElementFactory.make(OVERLAY, "subtitles"));
        overlay.ifPresent(pipe::add);
        decode.connect((Element.PAD_ADDED) (_, pad) -> added(pipe, volume, overlay, pad));
        GstFault.tell(pipe.getBus(), teller);
        boolean soundOnly = map.of(Kind.PICTURE).isEmpty();
        running = Optional.of(new Running(pipe, source, volume, select, words, soundOnly));
        volume.set("volume", factor);
        push(select.tables());
        pipe.setState(State.PAUSED);
        teller.tracks(soundTracks, sound, textTracks, text);
    }

    /** Those that can be shown here: words always, pictures where their element is installed. */
    private static List<ProgramMap.Stream> texts(ProgramMap map) {
        boolean installed = Optional.ofNullable(Registry.get().lookupFeature(OVERLAY)).isPresent();
        List<ProgramMap.Stream> all = new ArrayList<>(map.of(Kind.TELETEXT));
        if (installed) {
            all.addAll(map.of(Kind.SUBTITLES));
        }
        return all;
    }

    private static int picturePid(ProgramMap map) {
        return map.of(Kind.PICTURE).stream()
                .mapToInt(ProgramMap.Stream::pid)
                .findFirst()
                .orElse(-1);
    }

    private void added(
            org.freedesktop.gstreamer.Pipeline pipe,
            Element volume,
            Optional<Element> overlay,
            Pad pad) {
        String name = pad.getName();
        try {
            if (name.startsWith("video")) {
                link(pipe, pad, seen(overlay));
            } else if (name.startsWith("text") && overlay.isPresent()) {
                Element queue = ElementFactory.make("queue", "text-queue");
                pipe.add(queue);
                overlay.get().syncStateWithParent();
                queue.getStaticPad("src").link(overlay.get().getStaticPad("text_sink"));
                queue.syncStateWithParent();
                pad.link(queue.getStaticPad("sink"));
            } else if (name.startsWith("audio")) {
                SoundSink sink = SoundSink.open(soundSinks);
                teller.silent(!sink.heard());
                link(
                        pipe,
                        pad,
                        List.of(
                                ElementFactory.make("queue", "sound-queue"),
                                ElementFactory.make("audioconvert", "sound-convert"),
                                ElementFactory.make("audioresample", "sound-rate"),
                                volume,
                                sink.element()));
            }
        } catch (PadLinkException | IllegalArgumentException e) {
            teller.failed(Trouble.NOT_INSTALLED, e.toString());
        }
    }

    private List<Element> seen(Optional<Element> overlay) {
        List<Element> chain = new ArrayList<>();
        chain.add(ElementFactory.make("queue", "picture-queue"));
        if (overlay.isPresent()) {
            chain.add(ElementFactory.make("videoconvert", "subtitles-convert"));
            chain.add(overlay.get());
        }
        chain.add(ElementFactory.make("videoconvert", "picture-convert"));
        chain.add(ElementFactory.make("videoscale", "picture-scale"));
        chain.add(frames.sink("picture"));
        return chain;
    }

    private static void link(
            org.freedesktop.gstreamer.Pipeline pipe, Pad pad, List<Element> chain) {
        chain.stream().filter(each -> !each.getName().equals("subtitles")).forEach(pipe::add);
        Element.linkMany(chain.toArray(Element[]::new));
        // Sinks first: what is upstream must never meet one that does not run yet.
        for (Element each : chain.reversed()) {
            each.syncStateWithParent();
        }
        pad.link(chain.getFirst().getStaticPad("sink"));
    }

    private void push(byte[] packets) {
        running.ifPresent(
                run -> {
                    run.words.ifPresent(each -> each.take(packets, System.nanoTime()));
                    byte[] wanted = select(run, packets);
                    if (wanted.length > 0) {
                        Buffer buffer = new Buffer(wanted.length);
                        ByteBuffer into = buffer.map(true);
                        into.put(wanted);
                        buffer.unmap();
                        run.source.pushBuffer(buffer);
                    }
                });
    }

    private static byte[] select(Running run, byte[] packets) {
        return packets.length >= TsPacket.SIZE && TsPacket.pid(packets, 0) == TsPacket.PAT_PID
                ? packets
                : run.select.of(packets);
    }

    @Override
    public void play() {
        // Where it now is: what was sent meanwhile is gone.
        thread.run(this::tearDown);
        tune();
    }

    @Override
    public void pause() {
        receiver.cache().leave();
        thread.run(() -> running.ifPresent(run -> run.pipe.setState(State.PAUSED)));
    }

    @Override
    public void seek(Duration to) {
        // A live stream stays where it is.
    }

    @Override
    public void setRate(double rate) {
        // A live stream has the speed that it has.
    }

    @Override
    public void setVolume(double next) {
        factor = next;
        thread.run(() -> running.ifPresent(run -> run.volume.set("volume", next)));
    }

    @Override
    public void chooseSound(Track sound) {
        receiver.cache().leave();
        thread.run(
                () -> {
                    tearDown();
                    asked = Optional.of(sound);
                });
        tune();
    }

    @Override
    public void chooseText(Optional<Track> text) {
        receiver.cache().leave();
        thread.run(
                () -> {
                    tearDown();
                    askedText = Optional.of(text);
                });
        tune();
    }

    private void tearDown() {
        heardTo = 0;
        running.ifPresent(
                run -> {
                    run.pipe.setState(State.NULL);
                    run.pipe.dispose();
                });
        running = Optional.empty();
    }

    @Override
    public void close() {
        receiver.cache().leave();
        thread.end(
                () -> {
                    tearDown();
                    frames.close();
                });
    }
}
