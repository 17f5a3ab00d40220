package chevet.ward.notice;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.place.WardId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of notices, and only that. */
final class NoticeStore {
    /** What stands in a ward, the newest first. */
    List<Notice> in(Handle handle, WardId ward) {
        return handle
                .select("select body from ward_notice where ward = ?", ward.value())
                .mapTo(String.class)
                .map(body -> WireCodec.lenient(new Body(body), Notice.class))
                .stream()
                .sorted(Comparator.comparing(Notice::at).reversed())
                .toList();
    }

    void put(Handle handle, WardId ward, Notice notice, String by) {
        handle.execute(
                """
                insert into ward_notice (ward, id, until_at, written_by, body)
                values (?, ?, ?, ?, ?)
                """,
                ward.value(),
                notice.id().value(),
                notice.until().toEpochMilli(),
                by,
                WireCodec.body(notice).json());
    }

    /** False where there was none. */
    boolean remove(Handle handle, WardId ward, NoticeId id) {
        return handle.execute(
                        "delete from ward_notice where ward = ? and id = ?",
                        ward.value(),
                        id.value())
                > 0;
    }

    /** Those that are over, each with its ward. */
    List<Map.Entry<WardId, NoticeId>> over(Handle handle, Instant now) {
        return handle.select(
                        "select ward, id from ward_notice where until_at <= ?", now.toEpochMilli())
                .map(
                        (row, _) ->
                                Map.entry(
                                        new WardId(row.getString(1)),
                                        new NoticeId(row.getString(2))))
                .list();
    }
}
