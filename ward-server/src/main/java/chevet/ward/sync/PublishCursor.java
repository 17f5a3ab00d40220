package chevet.ward.sync;

import chevet.ward.db.Database;
import org.jdbi.v3.core.Handle;

/**
 * The place up to which events have been published, kept in the database from time to time: after a
 * crash everything above is published again, and terminals pass over what they have.
 */
final class PublishCursor {
    private static final String NAME = "published";

    private final Database database;
    private long kept;

    PublishCursor(Database database) {
        this.database = database;
        this.kept = database.read(PublishCursor::stored);
    }

    static long stored(Handle handle) {
        return handle.createQuery("select value from meta where name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .findOne()
                .map(Long::parseLong)
                .orElse(0L);
    }

    long kept() {
        return kept;
    }

    void keep(long place) {
        if (place > kept) {
            kept = place;
            database.write(
                    tx ->
                            tx.handle()
                                    .createUpdate(
                                            """
                                            insert into meta (name, value) values (:name, :value)
                                            on conflict (name) do update
                                            set value = excluded.value
                                            """)
                                    .bind("name", NAME)
                                    .bind("value", Long.toString(place))
                                    .execute());
        }
    }
}
