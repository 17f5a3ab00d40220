package chevet.ward.tv;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A channel list as it was read.
 *
 * @param guide where it says that its guide is ({@code x-tvg-url})
 * @param entries in the order of the list
 */
record Playlist(Optional<URI> guide, List<Entry> entries) {
    Playlist {
        entries = List.copyOf(entries);
    }

    /**
     * One channel.
     *
     * @param line of its address
     * @param guideId the id that the guide has it by ({@code tvg-id}); may be empty
     * @param guideName the name that the guide has it by ({@code tvg-name}); may be empty
     * @param number as it was written ({@code tvg-chno}); may be empty
     * @param name never empty
     * @param groups the headings that it stands under ({@code group-title}); several are separated
     *     by semicolons
     * @param packs that its own attribute names ({@code chevet-pack})
     * @param age the youngest that it is made for ({@code chevet-age})
     * @param shift how much later than the guide it is ({@code tvg-shift})
     * @param logo where its picture is ({@code tvg-logo}); http or https
     */
    record Entry(
            int line,
            String guideId,
            String guideName,
            String number,
            String name,
            boolean radio,
            URI stream,
            List<String> groups,
            List<String> packs,
            int age,
            Duration shift,
            Optional<URI> logo) {
        Entry {
            groups = List.copyOf(groups);
            packs = List.copyOf(packs);
        }
    }
}
