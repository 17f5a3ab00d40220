package chevet.terminal.player;

import chevet.terminal.player.Track.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a transport stream's programme is made of (ISO/IEC 13818-1, 2.4.4.8; descriptors of ETSI EN
 * 300 468).
 *
 * @param program its number
 * @param clockPid where its clock is sent
 * @param head descriptors of the whole programme, as sent
 */
record ProgramMap(int program, int clockPid, ByteBuffer head, List<Stream> streams) {
    private static final int LANGUAGE = 0x0a;
    private static final int TELETEXT = 0x56;
    private static final int TELETEXT_SUBTITLES = 2;
    private static final int TELETEXT_HARD_OF_HEARING = 5;
    private static final int SUBTITLING = 0x59;
    private static final int AC3 = 0x6a;
    private static final int ENHANCED_AC3 = 0x7a;
    private static final int AAC = 0x7c;
    private static final int EXTENSION = 0x7f;
    private static final int SUPPLEMENTARY_AUDIO = 0x06;

    /** What a stream carries. */
    enum Kind {
        PICTURE,
        /** A picture that nothing here decodes. */
        FOREIGN_PICTURE,
        SOUND,
        /** Subtitles that are pictures (DVB). */
        SUBTITLES,
        /** Subtitles that are words: one page of teletext. */
        TELETEXT,
        OTHER
    }

    /**
     * One elementary stream.
     *
     * @param raw its entry in the map, as sent
     * @param place of the page, where it is teletext
     */
    record Stream(
            int pid,
            int type,
            Kind kind,
            Track track,
            ByteBuffer raw,
            Optional<TeletextPage.Place> place) {}

    List<Stream> of(Kind kind) {
        return streams.stream().filter(each -> each.kind == kind).toList();
    }

    /** Reads a section that is whole and whose check sum holds; empty for one that is not a map. */
    static Optional<ProgramMap> read(byte[] section) {
        if (section.length < 16 || section[0] != 2) {
            return Optional.empty();
        }
        int headLength = TsPacket.number(section, 10, 0x0f);
        int end = section.length - 4;
        int at = 12 + headLength;
        if (at > end) {
            return Optional.empty();
        }
        List<Stream> streams = new ArrayList<>();
        while (at + 5 <= end) {
            int length = 5 + TsPacket.number(section, at + 3, 0x0f);
            if (at + length > end) {
                return Optional.empty();
            }
            byte[] raw = Arrays.copyOfRange(section, at, at + length);
            streams.add(stream(raw));
            streams.addAll(pages(raw));
            at += length;
        }
        return Optional.of(
                new ProgramMap(
                        TsPacket.number(section, 3, 0xff),
                        TsPacket.number(section, 8, 0x1f),
                        ByteBuffer.wrap(Arrays.copyOfRange(section, 12, 12 + headLength)),
                        List.copyOf(streams)));
    }

    private static Stream stream(byte[] raw) {
        int type = raw[0] & 0xff;
        int pid = TsPacket.number(raw, 1, 0x1f);
        Facts facts = new Facts(kind(type));
        int at = 5;
        while (at + 2 <= raw.length && at + 2 + (raw[at + 1] & 0xff) <= raw.length) {
            facts.descriptor(raw, at);
            at += 2 + (raw[at + 1] & 0xff);
        }
        Track track = new Track(String.valueOf(pid), facts.language, facts.purpose);
        return new Stream(pid, type, facts.kind, track, ByteBuffer.wrap(raw), Optional.empty());
    }

    /** Teletext that is subtitles: each page of it is a stream to choose (EN 300 468, 6.2.43). */
    private static List<Stream> pages(byte[] raw) {
        List<Stream> pages = new ArrayList<>();
        int at = 5;
        while (at + 2 <= raw.length && at + 2 + (raw[at + 1] & 0xff) <= raw.length) {
            int end = at + 2 + (raw[at + 1] & 0xff);
            for (int entry = at + 2; (raw[at] & 0xff) == TELETEXT && entry + 5 <= end; entry += 5) {
                int type = (raw[entry + 3] & 0xff) >> 3;
                if (type == TELETEXT_SUBTITLES || type == TELETEXT_HARD_OF_HEARING) {
                    pages.add(page(raw, entry, type == TELETEXT_HARD_OF_HEARING));
                }
            }
            at = end;
        }
        return pages;
    }

    private static Stream page(byte[] raw, int entry, boolean hardOfHearing) {
        int pid = TsPacket.number(raw, 1, 0x1f);
        int magazine = raw[entry + 3] & 7;
        TeletextPage.Place place =
                new TeletextPage.Place(magazine == 0 ? 8 : magazine, raw[entry + 4] & 0xff);
        Track track =
                new Track(
                        pid + "-" + place.magazine() + "-" + place.page(),
                        Facts.code(raw, entry),
                        hardOfHearing ? Purpose.HARD_OF_HEARING : Purpose.PLAIN);
        return new Stream(
                pid, raw[0] & 0xff, Kind.TELETEXT, track, ByteBuffer.wrap(raw), Optional.of(place));
    }

    /** By the stream types of ISO/IEC 13818-1, table 2-34; 0x06 is said by descriptors. */
    private static Kind kind(int type) {
        return switch (type) {
            case 0x01, 0x02, 0x10, 0x1b, 0x24 -> Kind.PICTURE;
            // JPEG 2000, VVC, EVC, AVS, Dirac, AVS2, AVS3, VC-1.
            case 0x21, 0x33, 0x35, 0x42, 0xd1, 0xd2, 0xd4, 0xea -> Kind.FOREIGN_PICTURE;
            case 0x03, 0x04, 0x0f, 0x11, 0x81, 0x87 -> Kind.SOUND;
            default -> Kind.OTHER;
        };
    }

    private static final class Facts {
        private Kind kind;
        private Optional<String> language = Optional.empty();
        private Purpose purpose = Purpose.PLAIN;

        Facts(Kind kind) {
            this.kind = kind;
        }

        void descriptor(byte[] raw, int at) {
            int length = raw[at + 1] & 0xff;
            switch (raw[at] & 0xff) {
                case LANGUAGE -> language(raw, at, length);
                case SUBTITLING -> subtitles(raw, at, length);
                case TELETEXT -> kind = Kind.OTHER;
                case AC3, ENHANCED_AC3, AAC -> kind = Kind.SOUND;
                case EXTENSION -> extension(raw, at, length);
                default -> {
                    // says nothing that a patient could choose by
                }
            }
        }

        /** Audio type 2 is for the hard of hearing, 3 for those who see badly. */
        private void language(byte[] raw, int at, int length) {
            if (length >= 4) {
                language = code(raw, at + 2);
                if (raw[at + 5] == 3) {
                    purpose = Purpose.AUDIO_DESCRIPTION;
                } else if (raw[at + 5] == 2) {
                    purpose = Purpose.HARD_OF_HEARING;
                }
            }
        }

        /** Types 0x20 to 0x25 are for the hard of hearing (EN 300 468, table 26). */
        private void subtitles(byte[] raw, int at, int length) {
            kind = Kind.SUBTITLES;
            if (length >= 8) {
                language = code(raw, at + 2);
                int type = raw[at + 5] & 0xff;
                purpose = type >= 0x20 && type <= 0x25 ? Purpose.HARD_OF_HEARING : Purpose.PLAIN;
            }
        }

        /** EN 300 468, 6.4.11: editorial classification 1 is audio description. */
        private void extension(byte[] raw, int at, int length) {
            if (length >= 2
                    && raw[at + 2] == SUPPLEMENTARY_AUDIO
                    && ((raw[at + 3] >> 2) & 0x1f) == 1) {
                purpose = Purpose.AUDIO_DESCRIPTION;
            }
        }

        private static Optional<String> code(byte[] raw, int at) {
            String said =
                    new String(raw, at, 3, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            // "qaa" to "qtz" are for private use and "und" is nobody's.
            boolean known = said.matches("[a-z]{3}") && !said.matches("q[a-t][a-z]|und|mul|zxx");
            return known ? Optional.of(said) : Optional.empty();
        }
    }
}
