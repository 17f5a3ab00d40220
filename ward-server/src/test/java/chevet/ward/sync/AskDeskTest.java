package chevet.ward.sync;

import static chevet.ward.sync.Roads.T1;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Reason;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskDeskTest {
    @TempDir Path directory;
    private Databases on;
    private Roads roads;
    private int asked;

    @BeforeEach
    void begin() {
        on = Databases.sqlite();
        roads = new Roads(on, directory);
        roads.askHandlers.add(
                new AskHandler() {
                    @Override
                    public String type() {
                        return "count";
                    }

                    @Override
                    public Answer answer(Ask ask) {
                        asked++;
                        Roads.Note note = WireCodec.strict(ask.body(), Roads.Note.class);
                        if (note.text().equals("throw")) {
                            throw new IllegalStateException("Mme Martin");
                        }
                        return new Answer(
                                ask.id(),
                                Optional.of(WireCodec.body(new Roads.Note("" + asked))),
                                Optional.empty());
                    }
                });
        roads.restart();
    }

    @AfterEach
    void end() {
        on.close();
    }

    @Test
    void aRepeatGetsTheSameAnswerAndIsDoneOnce() {
        ask("a", "count", "{\"text\":\"x\"}");
        Answer first = roads.post.answers().getFirst();
        ask("a", "count", "{\"text\":\"x\"}");
        assertThat(roads.post.answers()).containsExactly(first);
        assertThat(asked).isEqualTo(1);
        assertThat(first.body()).contains(Roads.json("{\"text\":\"1\"}"));
    }

    @Test
    void anAnswerIsForgottenAfterThirtySeconds() {
        ask("a", "count", "{\"text\":\"x\"}");
        roads.clock.advance(Duration.ofSeconds(31));
        roads.core.tick();
        ask("a", "count", "{\"text\":\"x\"}");
        assertThat(asked).isEqualTo(2);
        assertThat(roads.post.answers()).hasSize(2);
    }

    @Test
    void aRepeatWhileTheFirstIsUnderWayIsAnsweredOnce() {
        send("a", "count", "{\"text\":\"x\"}");
        send("a", "count", "{\"text\":\"x\"}");
        roads.drain();
        assertThat(asked).isEqualTo(1);
        assertThat(roads.post.answers()).hasSize(1);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedInWords() {
        ask("a", "count", "{\"text\":\"throw\"}");
        ask("b", "count", "{\"word\":1}");
        ask("c", "unheard", "{}");
        assertThat(roads.post.answers())
                .extracting(answer -> answer.refused().map(Reason::code).orElse(""))
                .containsExactly("ask.failed", "ask.malformed", "ask.unknown");
    }

    @Test
    void aFloodOfOneTerminalIsRefused() {
        for (int i = 0; i < 260; i++) {
            ask("q" + i, "count", "{\"text\":\"x\"}");
        }
        assertThat(asked).isEqualTo(256);
        assertThat(roads.post.answers().getLast().refused()).contains(Reason.of("ask.too-many"));
    }

    @Test
    void rubbishIsCountedAndNothingIsStored() {
        roads.core.received(Topics.ask(Beds.WARD, T1), Roads.utf8("rubbish"), () -> {});
        roads.drain();
        assertThat(roads.counted).containsEntry(SyncMeter.What.MESSAGE_REFUSED, 1L);
        assertThat(roads.post.count()).isZero();
    }

    private void ask(String id, String type, String body) {
        send(id, type, body);
        roads.drain();
    }

    private void send(String id, String type, String body) {
        Ask ask = new Ask(id, T1, roads.clock.instant(), type, Optional.empty(), Roads.json(body));
        roads.core.received(Topics.ask(Beds.WARD, T1), WireCodec.bytes(ask), () -> {});
    }
}
