package chevet.terminal.player;

import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.Registry;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.StateChangeReturn;

/**
 * Where GStreamer's sound goes: the first sink that opens. Where none does, time is kept by one
 * that nobody hears, so that the picture plays all the same.
 *
 * @param heard false where there is nothing to be heard with
 */
record SoundSink(Element element, boolean heard) {
    private static final List<String> KNOWN = List.of("pulsesink", "pipewiresink", "alsasink");

    /**
     * @param known {@code fakesink} alone for what must be silent; empty for what the device has
     */
    static SoundSink open(List<String> known) {
        for (String factory : known.isEmpty() ? KNOWN : known) {
            if (factory.equals("fakesink")
                    || Optional.ofNullable(Registry.get().lookupFeature(factory)).isEmpty()) {
                continue;
            }
            Element sink = ElementFactory.make(factory, "sound");
            if (sink.setState(State.READY) != StateChangeReturn.FAILURE) {
                return new SoundSink(sink, true);
            }
            sink.setState(State.NULL);
        }
        Element silent = ElementFactory.make("fakesink", "sound");
        silent.set("sync", true);
        return new SoundSink(silent, known.contains("fakesink"));
    }
}
