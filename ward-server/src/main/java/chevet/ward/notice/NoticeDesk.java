package chevet.ward.notice;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes urgent notices, and takes them back when they are over. Blocks until on disk; for virtual
 * threads and ticks, never the writer's.
 */
public final class NoticeDesk {
    /** What open pages are told of. */
    static final String TOPIC = "notices";

    /** More at once would be read by nobody. */
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);

    private final NoticeDoors doors;
    private final NoticeStore store = new NoticeStore();

    public NoticeDesk(NoticeDoors doors) {
        this.doors = doors;
    }

    /** What stands in a ward, the newest first. */
    public List<Notice> in(WardId ward) {
        return doors.database().read(handle -> store.in(handle, ward));
    }

    /**
     * Shows it at every bed of the ward from now on.
     *
     * @param until later than now
     * @return empty where {@value #MOST} stand already; nothing is shown then
     * @throws IllegalArgumentException when the text is empty or too long, or it is over already
     */
    public Optional<NoticeId> write(WardId ward, Texts text, Instant until, String by) {
        return doors.database()
                .write(
                        tx -> {
                            if (store.in(tx.handle(), ward).size() >= MOST) {
                                return Optional.<NoticeId>empty();
                            }
                            NoticeId id = new NoticeId(UUID.randomUUID().toString());
                            Notice notice = new Notice(id, text, tx.now(), until);
                            store.put(tx.handle(), ward, notice, by);
                            doors.events()
                                    .put(
                                            tx,
                                            StreamId.ward(ward),
                                            Notice.key(id),
                                            Notice.TYPE,
                                            notice);
                            told(tx, "notice.written", ward, id);
                            return Optional.of(id);
                        })
                .join();
    }

    /** Takes it off all screens; false where it was gone already. */
    public boolean withdraw(WardId ward, NoticeId id) {
        return doors.database()
                .write(
                        tx -> {
                            boolean stood = store.remove(tx.handle(), ward, id);
                            if (stood) {
                                gone(tx, ward, id);
                                told(tx, "notice.withdrawn", ward, id);
                            }
                            return stood;
                        })
                .join();
    }

    /** Takes back what is over at that instant. */
    public void tick(Instant now) {
        boolean some = doors.database().read(handle -> !store.over(handle, now).isEmpty());
        if (some) {
            doors.database()
                    .change(
                            tx -> {
                                for (Map.Entry<WardId, NoticeId> each :
                                        store.over(tx.handle(), now)) {
                                    store.remove(tx.handle(), each.getKey(), each.getValue());
                                    gone(tx, each.getKey(), each.getValue());
                                    told(tx, "notice.over", each.getKey(), each.getValue());
                                }
                            });
        }
    }

    private void gone(Tx tx, WardId ward, NoticeId id) {
        doors.events().remove(tx, StreamId.ward(ward), Notice.key(id));
    }

    private void told(Tx tx, String what, WardId ward, NoticeId id) {
        tx.afterCommit(
                () -> {
                    LOG.info("{} ward={} notice={}", what, ward, id);
                    doors.live().changed(TOPIC);
                });
    }
}
