package chevet.terminal.player;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The streams of a live HLS channel, and the sounds and subtitles beside them (RFC 8216, 4.3.4).
 * Left out are captions that lie within the picture's own stream: no player here draws them.
 *
 * @param variants the first is the one to begin with
 */
record Master(List<Variant> variants, List<Rendition> sounding, List<Rendition> written) {
    private static final String STREAM = "#EXT-X-STREAM-INF:";
    private static final String MEDIA = "#EXT-X-MEDIA:";

    /** The same picture in one size. */
    record Variant(URI playlist, long bandwidth, Optional<String> sounds, Optional<String> texts) {}

    /**
     * A sound or subtitles.
     *
     * @param group variants name it
     * @param name the same in each group
     * @param first the headend would choose it
     * @param forced of subtitles: they belong to the picture for who hears their language
     * @param playlist empty for a sound that lies within the picture's stream
     */
    record Rendition(
            String group,
            String name,
            boolean first,
            Optional<String> language,
            Track.Purpose purpose,
            boolean forced,
            Optional<URI> playlist) {}

    /** Of a playlist that names segments: one stream and nothing beside it. */
    static Master bare(URI playlist) {
        Variant only = new Variant(playlist, 1, Optional.empty(), Optional.empty());
        return new Master(List.of(only), List.of(), List.of());
    }

    /** What a playlist that names playlists says. */
    static Master of(PlaylistText text) {
        List<Variant> variants = new ArrayList<>();
        List<Rendition> sounds = new ArrayList<>();
        List<Rendition> texts = new ArrayList<>();
        Optional<HlsAttributes> stream = Optional.empty();
        for (String line : text.lines()) {
            if (line.startsWith(STREAM)) {
                stream = Optional.of(new HlsAttributes(line));
            } else if (line.startsWith(MEDIA)) {
                HlsAttributes said = new HlsAttributes(line);
                switch (said.text("TYPE").orElse("")) {
                    case "AUDIO" -> sounds.add(rendition(said, text));
                    case "SUBTITLES" -> {
                        Rendition read = rendition(said, text);
                        if (read.playlist.isPresent()) {
                            texts.add(read);
                        }
                    }
                    default -> {
                        // Other angles of the picture, and captions within it.
                    }
                }
            } else if (stream.isPresent() && !line.isBlank() && !line.startsWith("#")) {
                HlsAttributes said = stream.get();
                text.address(line.strip())
                        .map(
                                playlist ->
                                        new Variant(
                                                playlist,
                                                said.number("BANDWIDTH"),
                                                said.text("AUDIO"),
                                                said.text("SUBTITLES")))
                        .ifPresent(variants::add);
                stream = Optional.empty();
            }
        }
        Comparator<Rendition> order = Comparator.comparing(each -> !each.first);
        sounds.sort(order);
        return new Master(variants, sounds, texts);
    }

    private static Rendition rendition(HlsAttributes said, PlaylistText text) {
        return new Rendition(
                said.text("GROUP-ID").orElse(""),
                said.text("NAME").orElse(""),
                said.yes("DEFAULT"),
                said.text("LANGUAGE").map(tag -> tag.split("-", 2)[0].toLowerCase(Locale.ROOT)),
                purpose(said.parts("CHARACTERISTICS")),
                said.yes("FORCED"),
                said.text("URI").flatMap(text::address));
    }

    private static Track.Purpose purpose(List<String> said) {
        if (said.contains("public.accessibility.describes-video")) {
            return Track.Purpose.AUDIO_DESCRIPTION;
        }
        return said.contains("public.accessibility.describes-music-and-sound")
                        || said.contains("public.accessibility.transcribes-spoken-dialog")
                ? Track.Purpose.HARD_OF_HEARING
                : Track.Purpose.PLAIN;
    }

    /**
     * The headend's own choice first. Empty where a sound lies within the picture's stream: no
     * player here leaves that out for one beside it.
     */
    List<Track> sounds() {
        return tracks("sound-", heard());
    }

    private List<Rendition> heard() {
        List<Rendition> all = choices(sounding, variants.getFirst().sounds);
        return all.stream().allMatch(each -> each.playlist.isPresent()) ? all : List.of();
    }

    /** To choose from. */
    List<Track> texts() {
        return tracks("text-", texts(false));
    }

    /** Shown where none are chosen to whoever hears their language (RFC 8216, 4.3.4.1). */
    List<Track> forced() {
        return tracks("forced-", texts(true));
    }

    private List<Rendition> texts(boolean forced) {
        return choices(written, variants.getFirst().texts).stream()
                .filter(each -> each.forced == forced)
                .toList();
    }

    /** Where the subtitles come from; empty for others than {@link #texts} and {@link #forced}. */
    Optional<URI> playlist(Track text) {
        return chosen(text, texts(), texts(false))
                .or(() -> chosen(text, forced(), texts(true)))
                .flatMap(Rendition::playlist);
    }

    private static List<Rendition> choices(List<Rendition> all, Optional<String> group) {
        return all.stream().filter(each -> group.equals(Optional.of(each.group))).toList();
    }

    private static List<Track> tracks(String prefix, List<Rendition> renditions) {
        List<Track> tracks = new ArrayList<>();
        for (Rendition each : renditions) {
            tracks.add(new Track(prefix + tracks.size(), each.language, each.purpose));
        }
        return tracks;
    }

    private static Optional<Rendition> chosen(
            Track track, List<Track> tracks, List<Rendition> renditions) {
        int at = tracks.indexOf(track);
        return at < 0 ? Optional.empty() : Optional.of(renditions.get(at));
    }

    /**
     * What players are given: the streams and the one sound that is wanted, as JavaFX Media reads
     * it, which knows no attribute with a comma or a colon in it.
     *
     * @param sound one of {@link #sounds}
     * @param name the name that a playlist has beside this one
     */
    String plain(Optional<Track> sound, Function<URI, String> name) {
        Optional<Rendition> wanted = sound.flatMap(track -> chosen(track, sounds(), heard()));
        List<Rendition> heard =
                sounding.stream()
                        .filter(each -> each.playlist.isPresent())
                        .filter(
                                each ->
                                        wanted.filter(one -> one.name.equals(each.name))
                                                .isPresent())
                        .toList();
        StringBuilder out = new StringBuilder("#EXTM3U\n");
        List<String> groups = new ArrayList<>();
        for (Rendition each : heard) {
            if (!groups.contains(each.group)) {
                groups.add(each.group);
                out.append(MEDIA)
                        .append("TYPE=AUDIO,GROUP-ID=\"g%d\",NAME=\"s\"".formatted(groups.size()))
                        .append(",DEFAULT=YES,AUTOSELECT=YES,URI=\"")
                        .append(name.apply(each.playlist.orElseThrow()))
                        .append("\"\n");
            }
        }
        for (Variant each : variants) {
            int group = each.sounds.map(groups::indexOf).orElse(-1) + 1;
            out.append(STREAM).append("BANDWIDTH=").append(each.bandwidth);
            out.append(group > 0 ? ",AUDIO=\"g%d\"\n".formatted(group) : "\n");
            out.append(name.apply(each.playlist)).append('\n');
        }
        return out.toString();
    }
}
