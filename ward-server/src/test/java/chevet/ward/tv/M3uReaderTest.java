package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.TvConfig;
import chevet.model.text.Texts;
import chevet.model.tv.Channel;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M3uReaderTest {
    private final Findings findings = new Findings();

    private static final List<TvConfig.Pack> PACKS =
            List.of(
                    pack("cinema", TvPack.Kind.PAID, Set.of("Cinéma"), Set.of()),
                    pack("info", TvPack.Kind.FREE, Set.of("Infos"), Set.of()),
                    pack("enfants", TvPack.Kind.PAEDIATRIC, Set.of(), Set.of("cabane")));

    private static TvConfig.Pack pack(
            String id, TvPack.Kind kind, Set<String> groups, Set<String> channels) {
        return new TvConfig.Pack(
                new TvPack(new TvPackId(id), Texts.french(id), kind), groups, channels);
    }

    private List<Listed> made(String list) {
        return LineupMaker.make(M3uReader.read(list, findings), PACKS, findings);
    }

    private List<String> found() {
        return findings.report().findings().stream()
                .map(f -> (f.line() + " " + f.kind() + " " + String.join("^", f.about())).strip())
                .toList();
    }

    @Test
    void kodisDialectIsRead() {
        List<Listed> made =
                made(
                        """
                        #EXTM3U x-tvg-url="https://guide.example/8.xml.gz,https://other.example/x" catchup="default"
                        #EXTINF:-1 tvg-id="une.fr" tvg-name="La_Une" tvg-chno="7" tvg-logo="https://x/u.png" group-title="Infos, sports" tvg-shift="-1.5",Une, la première
                        #EXTVLCOPT:http-user-agent=Mozilla
                        #KODIPROP:inputstream=inputstream.adaptive
                        udp://@239.11.11.1:5010

                        #EXTINF:-1 radio="true" tvg-id=fip,FIP
                        http://radio.example/fip.m3u8|User-Agent=x
                        #EXTINF:0,Cinq
                        #EXTGRP:Cinéma
                        rtp://239.11.11.5:5010
                        """);
        assertThat(
                        M3uReader.read("#EXTM3U x-tvg-url=\"https://guide.example/8\"", findings)
                                .guide())
                .contains(URI.create("https://guide.example/8"));
        assertThat(made).hasSize(3);
        Listed fip = made.get(0);
        assertThat(fip.channel().kind()).isEqualTo(Channel.Kind.RADIO);
        assertThat(fip.channel().stream()).hasToString("http://radio.example/fip.m3u8");
        assertThat(fip.channel().number()).isEqualTo(1);
        Listed cinq = made.get(1);
        assertThat(cinq.channel().id().value()).isEqualTo("Cinq");
        assertThat(cinq.channel().group()).contains("Cinéma");
        assertThat(cinq.channel().packs()).containsExactly(new TvPackId("cinema"));
        Listed une = made.get(2);
        assertThat(une.channel().id().value()).isEqualTo("une.fr");
        assertThat(une.channel().name()).isEqualTo("Une, la première");
        assertThat(une.channel().number()).isEqualTo(7);
        assertThat(une.guideName()).isEqualTo("La_Une");
        assertThat(une.shift()).isEqualTo(Duration.ofMinutes(-90));
        assertThat(une.channel().group()).contains("Infos, sports");
        assertThat(found())
                .containsExactly(
                        "0 PACK_EMPTY info",
                        "0 PACK_EMPTY enfants",
                        "3 OPTION EXTVLCOPT:http-user-agent",
                        "4 OPTION KODIPROP:inputstream",
                        "8 OPTION |User-Agent=x");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    #EXTINF:-1,A~udp://@239.1.1.1:1~#EXTINF:-1,B      | 4 NO_ADDRESS
                    #EXTINF:-1,B~#EXTINF:-1,A~udp://@239.1.1.1:1      | 2 NO_ADDRESS
                    #EXTINF:-1,A~udp://@239.1.1.1:1~pipe://ffmpeg x   | 4 BAD_ADDRESS pipe://ffmpeg x
                    #EXTINF:-1,A~udp://@239.1.1.1:1~../b.ts           | 4 BAD_ADDRESS ../b.ts
                    #EXTINF:-1 tvg-id="a",~udp://@239.1.1.1:1         | 2 NO_NAME a
                    #EXTINF:-1 tvg-chno="x",A~udp://@239.1.1.1:1      | 3 BAD_NUMBER x^1
                    #EXTINF:-1 tvg-chno="99999",A~udp://@239.1.1.1:1  | 3 BAD_NUMBER 99999^1
                    #EXTINF:-1 tvg-id="a,A~udp://@239.1.1.1:1         | 2 BAD_ATTRIBUTE tvg-id
                    #EXTINF:-1 chevet-age="x",A~udp://@239.1.1.1:1    | 2 BAD_AGE x
                    #EXTINF:-1 tvg-shift="x",A~udp://@239.1.1.1:1     | 2 BAD_SHIFT x
                    #EXTINF:-1 chevet-pack="or",A~udp://@239.1.1.1:1  | 3 UNKNOWN_PACK or
                    udp://@239.1.1.1:1                                | 2 NO_NAME @239.1.1.1:1
                    """)
    void whatIsWrongIsToldWithItsLineAndTheRestIsRead(String list, String found) {
        List<Listed> made =
                LineupMaker.make(
                        M3uReader.read("#EXTM3U\n" + list.replace('~', '\n'), findings),
                        List.of(),
                        findings);
        assertThat(made).hasSize(1);
        assertThat(found()).containsExactly(found);
    }

    @Test
    void aListWithoutItsFirstLineIsReadAllTheSame() {
        assertThat(made("\uFEFF#EXTINF:-1,A\nudp://@239.1.1.1:1\n")).hasSize(1);
        assertThat(found()).contains("1 NO_HEADER");
    }

    @Test
    void numbersAndIdsAreEachOnesOwn() {
        List<Listed> made =
                made(
                        """
                        #EXTM3U
                        #EXTINF:-1 tvg-id="a",A
                        udp://@239.1.1.1:1
                        #EXTINF:-1 tvg-id="a" tvg-chno="1",A HD
                        udp://@239.1.1.2:1
                        #EXTINF:-1 tvg-id="A" tvg-chno="1",A 4K
                        udp://@239.1.1.3:1
                        #EXTINF:-1,Télé à l’hôpital
                        udp://@239.1.1.4:1
                        #EXTINF:-1,قناة
                        udp://@239.1.1.5:1
                        """);
        assertThat(made)
                .extracting(l -> l.channel().number() + " " + l.channel().id())
                .containsExactly("1 a-2", "2 a", "3 A-3", "4 Tele-a-l-hopital", "5 channel");
        assertThat(found()).contains("5 ID_TWICE a^a-2", "7 ID_TWICE A^A-3", "7 NUMBER_TWICE 1^3");
    }

    @Test
    void whatIsInAFreePackIsEverybodys() {
        List<Listed> made =
                made(
                        """
                        #EXTM3U
                        #EXTINF:-1 group-title="Cinéma;Infos",A
                        udp://@239.1.1.1:1
                        #EXTINF:-1 group-title="cinéma" chevet-age="16",B
                        udp://@239.1.1.2:1
                        #EXTINF:-1 tvg-id="cabane",C
                        udp://@239.1.1.3:1
                        #EXTINF:-1 chevet-pack="cinema enfants",D
                        udp://@239.1.1.4:1
                        """);
        assertThat(made)
                .extracting(l -> l.channel().packs().toString())
                .containsExactly("[]", "[cinema]", "[enfants]", "[cinema, enfants]");
        assertThat(made.get(1).channel().age()).isEqualTo(16);
        assertThat(found()).isEmpty();
    }

    @Test
    void anAgeThatIsNoneKeepsTheChannelFromChildren() {
        assertThat(made("#EXTM3U\n#EXTINF:-1 chevet-age=\"seize\",A\nudp://@239.1.1.1:1\n"))
                .extracting(l -> l.channel().age())
                .containsExactly(18);
    }

    @Test
    void oneThousandChannelsAreEnough() {
        assertThat(made("#EXTM3U\n" + "#EXTINF:-1,A\nudp://@239.1.1.1:1\n".repeat(1001)))
                .hasSize(1000);
        assertThat(found()).contains("0 TOO_MANY 1001");
    }
}
