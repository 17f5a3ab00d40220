package chevet.model.tv;

import static chevet.model.wire.Golden.looksLike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What television's messages look like on the wire: a change here is one for every terminal. */
class TvJsonTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final ChannelId DEUX = new ChannelId("deux");
    private static final String HASH = "ab".repeat(32);

    @Test
    void aChannel() {
        looksLike(
                """
                {"id":"deux","number":2,"name":"Deux","kind":"TELEVISION",\
                "stream":"udp://@239.11.11.1:5010",\
                "group":"Généralistes",\
                "logo":null,\
                "packs":["cinema","sport"],\
                "age":0}""",
                new Channel(
                        DEUX,
                        2,
                        "Deux",
                        Channel.Kind.TELEVISION,
                        URI.create("udp://@239.11.11.1:5010"),
                        Optional.of("Généralistes"),
                        Optional.empty(),
                        Sets.packs("sport", "cinema"),
                        0),
                Channel.class);
    }

    @Test
    void aPack() {
        looksLike(
                """
                {"id":"cinema",\
                "name":{"fr":"Cinéma","en":"Films","ar":"أفلام"},\
                "kind":"PAID"}""",
                new TvPack(
                        new TvPackId("cinema"),
                        Texts.of("Cinéma", "Films", "أفلام"),
                        TvPack.Kind.PAID),
                TvPack.class);
    }

    @Test
    void aDayOfTheGuide() {
        looksLike(
                """
                {"channel":"deux","date":"2026-11-21",\
                "object":{"sha256":"%s","bytes":812,"mediaType":"application/json","chunks":null}}"""
                        .formatted(HASH),
                new GuideDay(DEUX, SATURDAY, new ObjectRef(HASH, 812, Programmes.MEDIA_TYPE)),
                GuideDay.class);
    }

    @Test
    void theObjectThatADayNames() {
        looksLike(
                """
                {"channel":"deux","date":"2026-11-21","list":[{\
                "start":"2026-11-21T12:00:00Z",\
                "stop":"2026-11-21T13:00:00Z",\
                "title":{"fr":"La mer du Nord","en":null,"ar":null},\
                "subtitle":{"fr":"Les phoques","en":null,"ar":null},\
                "description":null,\
                "categories":["Documentaire"],\
                "episode":"2.14",\
                "age":10,\
                "subtitled":true,\
                "described":false}]}""",
                new Programmes(
                        DEUX,
                        SATURDAY,
                        List.of(
                                new Programme(
                                        Instant.parse("2026-11-21T12:00:00Z"),
                                        Instant.parse("2026-11-21T13:00:00Z"),
                                        Texts.french("La mer du Nord"),
                                        Optional.of(Texts.french("Les phoques")),
                                        Optional.empty(),
                                        List.of("Documentaire"),
                                        Optional.of("2.14"),
                                        Optional.of(10),
                                        true,
                                        false))),
                Programmes.class);
    }

    @Test
    void theRulesOfAWard() {
        looksLike(
                """
                {"volume":80,\
                "caps":[{"hours":{"from":"22:00:00","to":"06:30:00"},"percent":30}],\
                "headphonesOnly":[{"from":"21:30:00","to":"07:00:00"}],\
                "greatestAge":12,\
                "packs":["enfants"]}""",
                new TvRules(
                        80,
                        List.of(new TvRules.VolumeCap(Sets.hours("22:00", "06:30"), 30)),
                        List.of(Sets.hours("21:30", "07:00")),
                        12,
                        Sets.packs("enfants")),
                TvRules.class);
    }

    @Test
    void whatTheWardSetForAStay() {
        looksLike(
                """
                {"packs":["cinema"],"greatestAge":10}""",
                new TvAccess(Sets.packs("cinema"), Optional.of(10)),
                TvAccess.class);
    }

    @Test
    void favourites() {
        looksLike(
                """
                {"channels":["deux","une"]}""",
                new Favourites(List.of(DEUX, new ChannelId("une"))),
                Favourites.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"channels":["deux","deux"]} | body
                    {"channels":["a/b"]}         | channels
                    {"channels":"deux"}          | channels
                    {"channels":[],"chanels":[]} | chanels
                    {}                           | channels
                    """)
    void favouritesThatAreNoneAreRefusedByTheirField(String json, String field) {
        assertThatThrownBy(() -> WireCodec.strict(new Body(json), Favourites.class))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.field()).startsWith(field));
    }

    @Test
    void whatIsOfOneStaySaysNothingInALog() {
        assertThat(new Favourites(List.of(DEUX))).hasToString("Favourites[]");
        assertThat(new TvAccess(Sets.packs("cinema"), Optional.of(10))).hasToString("TvAccess[]");
    }
}
