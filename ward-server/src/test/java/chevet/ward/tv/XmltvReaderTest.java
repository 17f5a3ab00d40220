package chevet.ward.tv;

import static chevet.ward.tv.Guides.SATURDAY;
import static chevet.ward.tv.Guides.listed;
import static chevet.ward.tv.Guides.programme;
import static chevet.ward.tv.Guides.read;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Texts;
import chevet.model.tv.Programme;
import chevet.ward.tv.Guides.Made;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmltvReaderTest {
    @Test
    void everythingThatAPatientReadsIsRead() {
        Made made =
                read(
                        """
                        <channel id="une"><display-name lang="fr">La Une</display-name></channel>
                        <programme start="20261121203000 +0100" stop="20261121220000 +0100" channel="une">
                          <title lang="en">The North Sea</title>
                          <title lang="fr">La mer
                             du Nord</title>
                          <sub-title>Les phoques</sub-title>
                          <desc lang="fr">Un film de <b>M. Lebrun</b>.</desc>
                          <credits><actor>Un acteur</actor></credits>
                          <category lang="fr">Documentaire</category>
                          <category lang="fr">Nature</category>
                          <episode-num system="xmltv_ns">1.13/24.0/1</episode-num>
                          <subtitles type="teletext"><language>fr</language></subtitles>
                          <audio><stereo>audio description</stereo></audio>
                          <rating system="CSA"><value>-10</value><icon src="x.png"/></rating>
                        </programme>""");
        assertThat(made.found()).isEmpty();
        Programme one = made.first();
        assertThat(one.start()).isEqualTo(Instant.parse("2026-11-21T19:30:00Z"));
        assertThat(one.stop()).isEqualTo(Instant.parse("2026-11-21T21:00:00Z"));
        assertThat(one.title().fr()).isEqualTo("La mer du Nord");
        assertThat(one.title().en()).contains("The North Sea");
        assertThat(one.subtitle()).contains(Texts.french("Les phoques"));
        assertThat(one.description()).contains(Texts.french("Un film de M. Lebrun."));
        assertThat(one.categories()).containsExactly("Documentaire", "Nature");
        assertThat(one.episode()).contains("2.14");
        assertThat(one.age()).contains(10);
        assertThat(one.subtitled()).isTrue();
        assertThat(one.described()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    L&apos;&eacute;t&eacute;&nbsp;indien | L'été\u00a0indien | 3 ENTITY &eacute;^é
                    Tom & Jerry         | Tom & Jerry         | 3 AMPERSAND
                    Tom &amp; Jerry     | Tom & Jerry         |
                    R&D; suite          | R&D; suite          | 3 ENTITY &D;^&D;
                    a &lt; b &#233;     | a < b é             |
                    sans &#0;fin        | sans fin            | 3 BAD_CHARACTER &#0;
                    sans \u0007cloche   | sans cloche         | 3 BAD_CHARACTER U+0007
                    """)
    void whatHtmlAndOldMachinesLeaveIsMended(String written, String title, String found) {
        Made made = read(programme("2000", "2100", written));
        assertThat(made.read()).isTrue();
        assertThat(made.une()).containsExactly("20:00-21:00 " + title);
        if (found == null) {
            assertThat(made.found()).isEmpty();
        } else {
            assertThat(made.found().getFirst()).isEqualTo(found);
        }
    }

    @Test
    void cdataAndCommentsAreLeftAsTheyAre() {
        Made made =
                read(
                        "<!-- a & b &nbsp; -->"
                                + programme("2000", "2100", "<![CDATA[&nbsp; & <i>]]>"));
        assertThat(made.une()).containsExactly("20:00-21:00 &nbsp; & <i>");
        assertThat(made.found()).isEmpty();
    }

    @Test
    void entitiesOfTheDocumentsOwnAreNeverExpandedNorFetched() {
        String guide =
                """
                <?xml version="1.0"?>
                <!DOCTYPE tv [
                  <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
                  <!ENTITY file SYSTEM "file:///etc/hostname">
                ]>
                <tv>
                %s
                </tv>"""
                        .formatted(programme("2000", "2100", "x &b; &file; y"));
        Made made = read(guide.getBytes(StandardCharsets.UTF_8), SATURDAY, listed(1, "une", "une"));
        assertThat(made.une()).containsExactly("20:00-21:00 x &b; &file; y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16"})
    void theEncodingIsTheOneThatItNames(String encoding) {
        String guide =
                "<?xml version='1.0' encoding='"
                        + encoding
                        + "'?><tv>"
                        + programme("2000", "2100", "Été")
                        + "</tv>";
        Made made =
                read(guide.getBytes(Charset.forName(encoding)), SATURDAY, listed(1, "une", "une"));
        assertThat(made.une()).containsExactly("20:00-21:00 Été");
    }

    @Test
    void bytesOfAnotherEncodingAreToldAndReplaced() {
        byte[] guide =
                ("<tv>\n" + programme("2000", "2100", "Été") + "</tv>")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Made made = read(guide, SATURDAY, listed(1, "une", "une"));
        assertThat(made.une()).containsExactly("20:00-21:00 \uFFFDt\uFFFD");
        assertThat(made.found()).containsExactly("2 BAD_BYTES 2");
    }

    @Test
    void aPackedGuideIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    ("<tv>" + programme("2000", "2100", "A") + "</tv>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(packed.toByteArray(), SATURDAY, listed(1, "une", "une")).une())
                .containsExactly("20:00-21:00 A");
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 20);
        assertThat(read(cut, SATURDAY, listed(1, "une", "une")).read()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <tv>\\n<programme | 2 NOT_XML
                    <tv>\\n\\n<a></b></tv> | 3 NOT_XML
                    <html><body>Not found</body></html> | 1 NOT_A_GUIDE html
                    not a guide at all | 1 NOT_XML
                    """)
    void whatIsNoGuideIsRefusedWithItsLine(String text, String found) {
        byte[] guide = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        Made made = read(guide, SATURDAY, listed(1, "une", "une"));
        assertThat(made.read()).isFalse();
        assertThat(made.found()).contains(found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    start="2026112" channel="une"                     | BAD_TIME start^2026112
                    start="20261399000000" channel="une"              | BAD_TIME start^20261399000000
                    channel="une"                                     | BAD_TIME start^
                    start="20261121200000 XYZT" channel="une"         | BAD_ZONE XYZT
                    start="20261121200000 +0100"                      | NO_CHANNEL
                    start="20261121200000 +0100" channel=" "          | NO_CHANNEL
                    """)
    void aProgrammeThatCannotBePlacedIsLeftOut(String attributes, String found) {
        Made made =
                read(
                        "<programme %s><title>A</title></programme>\n".formatted(attributes)
                                + programme("2000", "2100", "B"));
        assertThat(made.une()).containsExactly("20:00-21:00 B");
        assertThat(made.found()).containsExactly(("3 " + found).strip());
    }

    @Test
    void aProgrammeWithoutATitleIsLeftOut() {
        Made made =
                read(
                        "<programme start='20261121190000 +0100' stop='20261121200000 +0100' channel='une'><title> </title></programme>\n"
                                + programme("2000", "2100", "B"));
        assertThat(made.une()).containsExactly("20:00-21:00 B");
        assertThat(made.found()).containsExactly("3 NO_TITLE");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
                    -12, 12
                    12, 12
                    16+, 16
                    FSK 16, 16
                    Tous publics, 0
                    TP, 0
                    TV-MA, 18
                    PG-13, 13
                    21, 18
                    """)
    void ratingsAreAges(String rating, int age) {
        assertThat(rated(rating).first().age()).contains(age);
    }

    @Test
    void aRatingThatIsNoneIsToldAndTheStricterOfTwoCounts() {
        assertThat(rated("***").first().age()).isEmpty();
        assertThat(rated("***").found()).containsExactly("3 BAD_RATING ***");
        assertThat(rated("-10</value></rating><rating><value>16").first().age()).contains(16);
    }

    private static Made rated(String rating) {
        return read(
                programme("2000", "2100", "A")
                        .replace(
                                "</programme>",
                                "<rating><value>" + rating + "</value></rating></programme>"));
    }

    @Test
    void tenThousandFaultsOfAKindAreCountedAndTheFirstTold() {
        Made made =
                read(
                        "<programme start='x' channel='une'><title>A</title></programme>\n"
                                .repeat(10_000));
        assertThat(made.report().total()).isEqualTo(10_002);
        assertThat(made.report().findings()).hasSize(Findings.KEPT + 2);
        assertThat(made.found()).contains("27 BAD_TIME start^x");
    }

    @Test
    void longTextsAreCut() {
        Made made = read(programme("2000", "2100", "x".repeat(5000)));
        assertThat(made.first().title().fr()).hasSize(2000).endsWith("…");
    }
}
