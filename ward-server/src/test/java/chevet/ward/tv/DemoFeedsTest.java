package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Channel;
import chevet.model.tv.Programmes;
import chevet.ward.DemoFeeds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFeedsTest {
    @Test
    void theDemosChannelsHaveEightDaysOfGuideWithoutAFault() {
        Findings findings = new Findings();
        List<Listed> list =
                LineupMaker.make(
                        M3uReader.read(
                                new String(DemoFeeds.channels(), StandardCharsets.UTF_8), findings),
                        List.of(),
                        findings);
        assertThat(list).extracting(l -> l.channel().number()).contains(1, 2, 11, 90, 201);
        assertThat(list.stream().filter(l -> l.channel().kind() == Channel.Kind.RADIO)).hasSize(2);
        GuideMaker maker =
                new GuideMaker(list, Guides.SATURDAY, TvDesk.DAYS, Guides.PARIS, findings);
        assertThat(
                        XmltvReader.read(
                                DemoFeeds.guide(Guides.SATURDAY, Guides.PARIS), maker, findings))
                .isTrue();
        var guide = maker.make();
        assertThat(findings.report()).isEqualTo(Report.NONE);
        assertThat(guide).hasSize(list.size());
        assertThat(guide.values()).allSatisfy(days -> assertThat(days).hasSize(TvDesk.DAYS));
        Instant evening = Instant.parse("2026-11-21T20:30:00Z");
        assertThat(guide.values())
                .allSatisfy(
                        days ->
                                assertThat(
                                                java.util.Objects.requireNonNull(
                                                                days.get(Guides.SATURDAY))
                                                        .at(evening))
                                        .isPresent());
    }

    @Test
    void theSameDayGivesTheSameGuideAndAllYearHasOne() {
        assertThat(DemoFeeds.guide(Guides.SATURDAY, Guides.PARIS))
                .isEqualTo(DemoFeeds.guide(Guides.SATURDAY, Guides.PARIS));
        for (LocalDate day = Guides.SATURDAY; day.getYear() < 2028; day = day.plusDays(29)) {
            Findings findings = new Findings();
            GuideMaker maker =
                    new GuideMaker(
                            List.of(Guides.listed(1, "horizon", "horizon")),
                            day,
                            TvDesk.DAYS,
                            Guides.PARIS,
                            findings);
            XmltvReader.read(DemoFeeds.guide(day, Guides.PARIS), maker, findings);
            Map<LocalDate, Programmes> days = maker.make().values().iterator().next();
            assertThat(days).as(day.toString()).hasSize(TvDesk.DAYS);
            assertThat(findings.report().counts()).containsOnlyKeys(Finding.Kind.NOT_IN_LIST);
        }
    }
}
