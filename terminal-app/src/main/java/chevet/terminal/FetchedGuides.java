package chevet.terminal;

import chevet.model.pack.ObjectRef;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programmes;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.fetch.Wish;
import chevet.terminal.link.Watch;
import chevet.terminal.tv.Guides;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The television guide, and the channels' pictures, as objects that are fetched. */
final class FetchedGuides implements Guides {
    private static final Logger LOG = LoggerFactory.getLogger(FetchedGuides.class);
    private static final String OWNER = "tv.guide";
    private static final String LOGOS = "tv.logo";

    private final Fetch fetch;

    FetchedGuides(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public void want(Collection<GuideDay> days) {
        fetch.want(OWNER, Wish.NOW, days.stream().map(GuideDay::object).toList());
    }

    @Override
    public Optional<Programmes> day(GuideDay day) {
        return fetch.bytes(day.object()).flatMap(bytes -> read(day, bytes));
    }

    private static Optional<Programmes> read(GuideDay day, byte[] bytes) {
        try {
            Body body = new Body(new String(bytes, StandardCharsets.UTF_8));
            return Optional.of(WireCodec.lenient(body, Programmes.class));
        } catch (WireException e) {
            LOG.warn(
                    "tv.guide-unread channel={} date={} fault={}",
                    day.channel(),
                    day.date(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void wantLogos(Collection<ObjectRef> logos) {
        fetch.want(LOGOS, Wish.LATER, logos);
    }

    @Override
    public Watch watch(Runnable arrived) {
        AutoCloseable watching = fetch.watch(_ -> arrived.run());
        return () -> {
            try {
                watching.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
