package chevet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void hashOpensToItsCodeOnly() {
        ExitCode code = ExitCode.of(ExitCode.hash("271828"));
        assertThat(code.opens("271828")).isTrue();
        assertThat(code.opens("271829")).isFalse();
    }

    @Test
    void sameCodeHasAnotherHashEachTime() {
        assertThat(ExitCode.hash("271828")).isNotEqualTo(ExitCode.hash("271828"));
    }

    @Test
    void bareDigestIsNoHash() {
        assertThat(ExitCode.isHash("a".repeat(64))).isFalse();
        assertThatThrownBy(() -> ExitCode.of("a".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
