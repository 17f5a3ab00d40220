package chevet.ward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
import chevet.model.wire.Presence;
import chevet.ward.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceBookTest {
    private static final TerminalId T = new TerminalId("t-1");

    private final HandClock clock = new HandClock("2026-11-21T11:30:00Z");
    private final PresenceBook book = new PresenceBook(clock);

    /** Heard in order: {@code boot/connection}, + here, - will; a number is seconds that pass. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    comes                                     | 1/1+                 | true
                    comes and goes                            | 1/1+ 1/1-            | false
                    an old connection's will                  | 1/1+ 1/2+ 1/1-       | true
                    an old boot's will                        | 1/9+ 2/1+ 1/9-       | true
                    an old connection's presence after a will | 1/2+ 1/2- 1/1+       | false
                    late presence of the connection that died | 1/1+ 1/1- 1/1+       | false
                    comes again                               | 1/1+ 1/1- 1/2+       | true
                    a will of a connection never heard of     | 1/1+ 1/2-            | false
                    silent                                    | 1/1+ 46              | false
                    not silent for long enough                | 1/1+ 44              | true
                    says so every 20 s                        | 1/1+ 20 1/1+ 20 1/1+ 20 1/1+ 20 | true
                    silent and back on the same connection    | 1/1+ 46 1/1+         | true
                    boots count from 1 again, too early       | 9/1+ 30 1/1+         | true
                    boots count from 1 again after a silence  | 9/1+ 46 1/1+         | true
                    old will after boots began again          | 9/1+ 46 1/1+ 1/1-    | false
                    """)
    void whoIsOnline(String what, String heard, boolean online) {
        hear(heard);
        assertThat(book.seen(T).online()).as(what).isEqualTo(online);
    }

    @Test
    void itSaysSinceWhen() {
        Instant start = clock.instant();
        assertThat(book.seen(T)).isEqualTo(new PresenceBook.Seen(false, start, ""));
        clock.advance(Duration.ofSeconds(5));
        hear("1/1+ 20 1/1+ 20 1/1+");
        assertThat(sinceWhen()).isEqualTo(start.plusSeconds(5));
        hear("1/2+");
        assertThat(sinceWhen()).isEqualTo(start.plusSeconds(5));
        hear("10 1/2-");
        assertThat(book.seen(T).online()).isFalse();
        assertThat(sinceWhen()).isEqualTo(start.plusSeconds(55));
    }

    private Instant sinceWhen() {
        return book.seen(T).since();
    }

    @Test
    void itTellsOfChangesOnly() {
        List<String> told = new ArrayList<>();
        book.onChange(terminal -> told.add(terminal + " " + book.seen(terminal).online()));
        hear("1/1+ 20 1/1+ 1/2+ 1/1- 1/2- 1/2- 1/3+ 46");
        assertThat(told).containsExactly("t-1 true", "t-1 false", "t-1 true", "t-1 false");
    }

    @Test
    void aWillOfATerminalNeverHeardOfIsNoChange() {
        List<String> told = new ArrayList<>();
        book.onChange(terminal -> told.add(terminal.value()));
        hear("1/1-");
        assertThat(told).isEmpty();
        assertThat(book.seen(T).online()).isFalse();
    }

    private void hear(String heard) {
        for (String one : heard.split(" ")) {
            if (one.contains("/")) {
                String[] numbers = one.substring(0, one.length() - 1).split("/");
                book.hear(
                        new Presence(
                                T,
                                Long.parseLong(numbers[0]),
                                Long.parseLong(numbers[1]),
                                one.endsWith("+"),
                                clock.instant(),
                                "0.1",
                                Map.of()));
            } else {
                clock.advance(Duration.ofSeconds(Long.parseLong(one)));
                book.expire();
            }
        }
    }
}
