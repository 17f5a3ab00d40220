package chevet.ward.tv;

import chevet.config.pack.ObjectStore;
import chevet.config.pack.PictureFile;
import chevet.model.pack.ObjectRef;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the channels' pictures after the list, each address once for each reading of the list: a
 * slow server of pictures holds up no channel. One thread at a time.
 */
final class Logos {
    /** A round fetches no more, so that the guide is not kept waiting. */
    static final int ROUND = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Logos.class);

    private final TvDesk desk;
    private final TvDoors doors;
    private final Set<URI> tried = new HashSet<>();
    private final Set<String> silent = new HashSet<>();

    Logos(TvDesk desk, TvDoors doors) {
        this.desk = desk;
        this.doors = doors;
    }

    /** The list was read anew: its pictures may have changed. */
    synchronized void again() {
        tried.clear();
        silent.clear();
    }

    /** Fetches some of those that were not tried yet. */
    synchronized void tick() {
        List<URI> next =
                desk.logos().stream().filter(each -> !tried.contains(each)).limit(ROUND).toList();
        for (URI each : next) {
            tried.add(each);
            // One that does not answer would take two minutes for each of its pictures.
            if (!silent.contains(each.getHost())) {
                fetch(each);
            }
        }
    }

    private void fetch(URI from) {
        switch (doors.source().get(from, PictureFile.LONGEST)) {
            case Source.Got.Content(byte[] bytes) -> {
                Optional<String> type = PictureFile.mediaType(bytes);
                if (type.isEmpty()) {
                    LOG.info(
                            "logo {} is no PNG, JPEG or GIF of at most {} px a side; left out",
                            FeedClock.shown(from),
                            PictureFile.WIDEST);
                }
                desk.logo(from, type.map(known -> kept(bytes, known)));
            }
            case Source.Got.Unreachable(String why) -> {
                silent.add(String.valueOf(from.getHost()));
                LOG.info("logo {} not read: {}", FeedClock.shown(from), why);
            }
        }
    }

    private ObjectRef kept(byte[] bytes, String type) {
        ObjectRef named = ObjectStore.named(bytes, type);
        return doors.objects().has(named) ? named : doors.objects().keep(bytes, type);
    }
}
