package chevet.model.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdTest {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static void same(String text) {
        assertThat(Id.is(text)).as(text).isEqualTo(SHAPE.matcher(text).matches());
    }

    @Test
    void everyCharacterIsJudgedAsTheShapeSaysFirstAndLater() {
        for (int each = 0; each <= 0x2FF; each++) {
            String one = String.valueOf((char) each);
            same(one);
            same("a" + one);
            same("a" + one + "z");
        }
        same("٣");
        same("𝟛");
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(Id.is("")).isFalse();
        assertThat(Id.is("a".repeat(64))).isTrue();
        assertThat(Id.is("a".repeat(65))).isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(Id.checked("bed", "210-P")).isEqualTo("210-P");
        assertThatThrownBy(() -> Id.checked("bed", "210/P"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bed")
                .hasMessageContaining("210/P");
    }
}
