package chevet.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.record.RecordPart;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerKeyTest {
    private static final RecordPart PART =
            RecordPart.empty(
                    RecordSection.ALLERGIES,
                    RecordPart.State.MISSING,
                    Instant.parse("2026-11-21T10:42:00Z"),
                    "Kanarienvogel");

    private final AnswerKey key = new AnswerKey();

    @Test
    void whoAskedReadsIt() {
        SealedAnswer sealed = AnswerKey.seal(PART, key.open());

        assertThat(key.open(sealed, RecordPart.class)).isEqualTo(PART);
    }

    @Test
    void anotherKeyOpensNothing() {
        SealedAnswer sealed = AnswerKey.seal(PART, key.open());

        assertThatThrownBy(() -> new AnswerKey().open(sealed, RecordPart.class))
                .isInstanceOf(WireException.class)
                .hasMessage("sealed: not sealed for this key");
    }

    @Test
    void changedBytesOpenNothing() {
        SealedAnswer sealed = AnswerKey.seal(PART, key.open());
        byte[] bytes = Base64.getDecoder().decode(sealed.sealed());
        bytes[bytes.length / 2] ^= 1;
        SealedAnswer changed =
                new SealedAnswer(sealed.share(), Base64.getEncoder().encodeToString(bytes));

        assertThatThrownBy(() -> key.open(changed, RecordPart.class))
                .isInstanceOf(WireException.class);
    }

    @Test
    void sameAnswerIsNeverSealedTheSame() {
        assertThat(AnswerKey.seal(PART, key.open()).sealed())
                .isNotEqualTo(AnswerKey.seal(PART, key.open()).sealed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "AAAA"})
    void whatIsNoKeyIsNamed(String open) {
        assertThatThrownBy(() -> AnswerKey.seal(PART, open))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.field()).isEqualTo("key"));
    }
}
