package chevet.ward.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.place.WardId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.GuideDay;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Events;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts channels, days of the guide, packs and rules in place of those that are stored, and tells
 * the terminals exactly what is different. Within the caller's transaction.
 */
final class Announcer {
    private final TvStore store;
    private final Events events;

    Announcer(TvStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    void packs(Tx tx, List<TvPack> packs) {
        Map<TvPackId, TvPack> before = store.packs(tx.handle());
        for (TvPack pack : packs) {
            if (!pack.equals(before.remove(pack.id()))) {
                store.putPack(tx.handle(), pack);
                events.put(tx, StreamId.HOUSE, TvPack.key(pack.id()), TvPack.TYPE, pack);
            }
        }
        for (TvPackId gone : before.keySet()) {
            store.removePack(tx.handle(), gone);
            events.remove(tx, StreamId.HOUSE, TvPack.key(gone));
        }
    }

    void rules(Tx tx, Map<WardId, TvRules> wards) {
        Map<WardId, TvRules> before = store.rules(tx.handle());
        wards.forEach(
                (ward, rules) -> {
                    if (!rules.equals(before.remove(ward))) {
                        store.putRules(tx.handle(), ward, rules);
                        events.put(tx, StreamId.ward(ward), TvRules.KEY, TvRules.TYPE, rules);
                    }
                });
        for (WardId gone : before.keySet()) {
            store.removeRules(tx.handle(), gone);
            events.remove(tx, StreamId.ward(gone), TvRules.KEY);
        }
    }

    /**
     * @return how many events that made
     */
    int days(Tx tx, List<GuideDay> days) {
        Map<String, GuideDay> before = new HashMap<>();
        store.guide(tx.handle()).forEach(day -> before.put(key(day), day));
        int changed = 0;
        for (GuideDay day : days) {
            if (!day.equals(before.remove(key(day)))) {
                store.putDay(tx.handle(), day);
                events.put(tx, StreamId.HOUSE, key(day), GuideDay.TYPE, day);
                changed++;
            }
        }
        for (GuideDay gone : before.values()) {
            store.removeDay(tx.handle(), gone);
            events.remove(tx, StreamId.HOUSE, key(gone));
            changed++;
        }
        return changed;
    }

    /**
     * @return how many events that made
     */
    int channels(Tx tx, List<Listed> made) {
        Map<ChannelId, Listed> before = new HashMap<>();
        store.channels(tx.handle()).forEach(listed -> before.put(listed.channel().id(), listed));
        int changed = 0;
        for (Listed each : made) {
            Listed known = before.remove(each.channel().id());
            // The picture that is here serves until its address changes.
            Listed listed =
                    known != null && known.logo().equals(each.logo())
                            ? each.with(known.channel().logo())
                            : each;
            if (!listed.equals(known)) {
                store.putChannel(tx.handle(), listed);
            }
            if (known == null || !listed.channel().equals(known.channel())) {
                tell(tx, listed.channel());
                changed++;
            }
        }
        for (ChannelId gone : before.keySet()) {
            store.removeChannel(tx.handle(), gone);
            events.remove(tx, StreamId.HOUSE, Channel.key(gone));
            changed++;
        }
        return changed;
    }

    /**
     * Gives that picture to the channels whose address it is; empty takes theirs away.
     *
     * @return the pictures that they had
     */
    Set<ObjectRef> logo(Tx tx, URI from, Optional<ObjectRef> picture) {
        Set<ObjectRef> gone = new HashSet<>();
        for (Listed listed : store.channels(tx.handle())) {
            Optional<ObjectRef> before = listed.channel().logo();
            if (listed.logo().filter(from::equals).isPresent() && !before.equals(picture)) {
                before.ifPresent(gone::add);
                Listed now = listed.with(picture);
                store.putChannel(tx.handle(), now);
                tell(tx, now.channel());
            }
        }
        return gone;
    }

    private void tell(Tx tx, Channel channel) {
        events.put(tx, StreamId.HOUSE, Channel.key(channel.id()), Channel.TYPE, channel);
    }

    private static String key(GuideDay day) {
        return GuideDay.key(day.channel(), day.date());
    }
}
