package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    fr, français
                    fra, français
                    fre, français
                    FRA, français
                    ara, arabe
                    ger, allemand
                    deu, allemand
                    eng, anglais
                    qaa, qaa
                    """)
    void aStreamsCodeHasTheNameThatPeopleKnow(String code, String name) {
        assertThat(Tongue.of(code).getDisplayLanguage(Locale.FRENCH)).isEqualTo(name);
    }
}
