package chevet.ward.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.db.Tx;
import chevet.ward.sync.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NoticeDeskTest {
    private static final WardId WARD = new WardId("ophtalmo");
    private static final WardId OTHER = new WardId("medecine");
    private static final Texts WATER =
            new Texts(
                    "Ne buvez pas l’eau du robinet.",
                    Optional.of("No tap water."),
                    Optional.empty());

    private final Map<String, Object> told = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    private NoticeDesk desk(Databases databases) {
        return new NoticeDesk(new NoticeDoors(databases.database(), new Told(), said::add));
    }

    private Instant in(Databases databases, Duration wait) {
        return databases.clock.instant().plus(wait);
    }

    @BothDatabases
    void writtenNoticeStandsInItsWardAndIsToldToItsTerminals(Databases databases) {
        NoticeDesk desk = desk(databases);
        Instant until = in(databases, Duration.ofHours(1));
        NoticeId id = desk.write(WARD, WATER, until, "anne").orElseThrow();
        Notice notice = new Notice(id, WATER, databases.clock.instant(), until);
        assertThat(desk.in(WARD)).containsExactly(notice);
        assertThat(desk.in(OTHER)).isEmpty();
        assertThat(told).isEqualTo(Map.of(StreamId.ward(WARD) + " notice/" + id, notice));
        assertThat(said).containsExactly(NoticeDesk.TOPIC);
    }

    @BothDatabases
    void withdrawnNoticeIsGoneOnce(Databases databases) {
        NoticeDesk desk = desk(databases);
        NoticeId id =
                desk.write(WARD, WATER, in(databases, Duration.ofHours(1)), "anne").orElseThrow();
        assertThat(desk.withdraw(OTHER, id)).isFalse();
        assertThat(desk.withdraw(WARD, id)).isTrue();
        assertThat(desk.withdraw(WARD, id)).isFalse();
        assertThat(desk.in(WARD)).isEmpty();
        assertThat(told).isEmpty();
    }

    @BothDatabases
    void noticeEndsByItselfAndNotBefore(Databases databases) {
        NoticeDesk desk = desk(databases);
        Instant until = in(databases, Duration.ofMinutes(10));
        desk.write(WARD, WATER, until, "anne");
        NoticeId later =
                desk.write(OTHER, WATER, in(databases, Duration.ofHours(2)), "anne").orElseThrow();
        desk.tick(until.minusMillis(1));
        assertThat(desk.in(WARD)).hasSize(1);
        desk.tick(until);
        assertThat(desk.in(WARD)).isEmpty();
        assertThat(told).containsOnlyKeys(StreamId.ward(OTHER) + " notice/" + later);
    }

    @BothDatabases
    void moreThanCanBeReadAreNotShown(Databases databases) {
        NoticeDesk desk = desk(databases);
        Instant until = in(databases, Duration.ofHours(1));
        for (int i = 0; i < NoticeDesk.MOST; i++) {
            assertThat(desk.write(WARD, WATER, until, "anne")).isPresent();
        }
        assertThat(desk.write(WARD, WATER, until, "anne")).isEmpty();
        assertThat(desk.write(OTHER, WATER, until, "anne")).isPresent();
        assertThat(desk.in(WARD)).hasSize(NoticeDesk.MOST);
    }

    @BothDatabases
    void emptyOrEndedNoticeIsRefusedAndNothingIsKept(Databases databases) {
        NoticeDesk desk = desk(databases);
        Instant now = databases.clock.instant();
        assertThatThrownBy(() -> desk.write(WARD, WATER, now, "anne"))
                .hasRootCauseMessage("until: not after at");
        assertThatThrownBy(() -> desk.write(WARD, Texts.french(" "), now.plusSeconds(9), "anne"))
                .hasRootCauseMessage("text: not 1 to 300 characters");
        assertThat(desk.in(WARD)).isEmpty();
        assertThat(told).isEmpty();
    }

    /** What terminals would know. */
    private final class Told implements Events {
        @Override
        public void put(Tx tx, StreamId stream, String key, String type, Object body) {
            assertThat(type).isEqualTo(Notice.TYPE);
            tx.afterCommit(() -> told.put(stream + " " + key, body));
        }

        @Override
        public void remove(Tx tx, StreamId stream, String key) {
            tx.afterCommit(() -> told.remove(stream + " " + key));
        }

        @Override
        public Cursor head(Tx tx, StreamId stream) {
            throw new AssertionError("a notice does not ask how far its stream is");
        }

        @Override
        public void end(Tx tx, StreamId stream) {
            throw new AssertionError("a ward's stream does not end");
        }
    }
}
