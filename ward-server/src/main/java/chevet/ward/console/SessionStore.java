package chevet.ward.console;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code console_session}. */
final class SessionStore {
    void insert(Handle handle, Session session) {
        handle.createUpdate(
                        """
                        insert into console_session (id, account, csrf, opened_at, seen_at)
                        values (:id, :account, :csrf, :opened, :seen)
                        """)
                .bind("id", session.id())
                .bind("account", session.account())
                .bind("csrf", session.csrf())
                .bind("opened", session.opened().toEpochMilli())
                .bind("seen", session.seen().toEpochMilli())
                .execute();
    }

    Optional<Session> find(Handle handle, String id) {
        return handle.createQuery(
                        """
                        select id, account, csrf, opened_at, seen_at
                        from console_session where id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, _) ->
                                new Session(
                                        row.getString("id"),
                                        row.getString("account"),
                                        row.getString("csrf"),
                                        Instant.ofEpochMilli(row.getLong("opened_at")),
                                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne();
    }

    void seen(Handle handle, String id, Instant seen) {
        handle.createUpdate(
                        "update console_session set seen_at = :seen where id = :id and seen_at < :seen")
                .bind("id", id)
                .bind("seen", seen.toEpochMilli())
                .execute();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("delete from console_session where id = :id").bind("id", id).execute();
    }

    void deleteOf(Handle handle, String account) {
        handle.createUpdate("delete from console_session where account = :account")
                .bind("account", account)
                .execute();
    }

    void deleteOld(Handle handle, Instant openedBefore, Instant seenBefore) {
        handle.createUpdate(
                        """
                        delete from console_session
                        where opened_at <= :opened or seen_at <= :seen
                        """)
                .bind("opened", openedBefore.toEpochMilli())
                .bind("seen", seenBefore.toEpochMilli())
                .execute();
    }
}
