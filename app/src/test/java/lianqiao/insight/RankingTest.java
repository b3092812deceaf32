package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import org.junit.jupiter.api.Test;

/** In which order cases press, with every point visible. */
class RankingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private int made;

    private CaseLine line(double received, double due, int reopened, boolean answered) {
        var number = CaseNumber.of("20261122", ++made);
        return new CaseLine(number, "第" + made + "件", Language.ZH, Kind.HELP, State.HANDLING, new ServiceCode("lamp"), new AreaCode("lane" + made % 3), null, false, at(received), at(received),
                at(due), LocalDate.EPOCH, false, null, answered ? at(received + 1) : null, null, null, null, 0, reopened, null);
    }

    private static Instant at(double days) {
        return NOW.plus(Duration.ofMinutes(Math.round(days * 1440)));
    }

    private Ranking.Candidate one(CaseLine line, String text, double strength) {
        return new Ranking.Candidate(line, ReadingUrgency.of(text), Long.parseLong(line.number().text().substring(9, 15)), strength, 0, null);
    }

    @Test void everyPointHasItsReason() {
        var overdue = line(-20, -10, 1, true);
        var points = Points.of(overdue, ReadingUrgency.of("老人出不了门。"), null, 14.142, 31, NOW);
        assertEquals(3 * Math.log(15.142) / Math.log(2), points.of(Weight.VOICES), 1e-9);
        assertEquals(2 * 5.0, points.of(Weight.SUPPORTERS), 1e-9);
        assertEquals(4.0, points.of(Weight.OVERDUE), 1e-9, "ten days over ten days given");
        assertEquals(3.0, points.of(Weight.REOPENED));
        assertEquals(2.0, points.of(Weight.VULNERABLE));
        assertEquals(0, points.of(Weight.SURGE) + points.of(Weight.UNCONFIRMED) + points.of(Weight.PLACES));
        assertEquals(points.terms().values().stream().mapToDouble(Double::doubleValue).sum(), points.sum(), 1e-9);
    }

    @Test void dangerStandsInFrontPlaceByPlaceAndSelfHarmIsNotRanked() {
        var all = new ArrayList<Ranking.Candidate>();
        for (int i = 0; i < 30; i++) all.add(one(line(-60 - i, -30, 2, false), "路灯坏了，老人走路看不清。", 20));
        var gas = one(line(-0.01, 5, 0, false), "三单元现在燃气泄漏。", 1);
        var person = one(line(-0.02, 5, 0, false), "我不想活了，现在就在楼顶。", 1);
        all.addAll(List.of(person, gas));
        var ranking = Ranking.of(all, NOW);
        assertEquals(List.of(gas.line().number()), ranking.now().stream().map(matter -> matter.line().number()).toList());
        assertEquals(List.of(person.line()), ranking.persons());
        assertEquals(30, ranking.ranked().size(), "neither of the two stands among the others");
        assertTrue(ranking.ranked().stream().noneMatch(matter -> matter.line().equals(person.line())));
    }

    @Test void everyTenHearsTwoOfTheQuietAndTheLongestWaitingComesFirst() {
        var all = new ArrayList<Ranking.Candidate>();
        for (int i = 0; i < 20; i++) all.add(one(line(-9, -3, 1, true), "噪声太大。", 9));
        var oldest = one(line(-90, 30, 0, false), "水沟盖板松了。", 1);
        var second = one(line(-50, 30, 0, false), "站牌歪了。", 1);
        var third = one(line(-40, 30, 0, false), "长椅坏了。", 1);
        all.addAll(List.of(third, oldest, second));
        var tens = Ranking.of(all, NOW).tens();
        assertEquals(List.of(10, 9, 4), tens.stream().map(ten -> ten.matters().size()).toList());
        assertEquals(List.of(oldest.line().number(), second.line().number()), tens.getFirst().quiet().stream().map(matter -> matter.line().number()).toList());
        assertEquals(List.of(0, 1, 2), tens.stream().map(Ten::missing).toList(), "only three quiet voices wait: the empty seats stay visible");
        assertEquals(23, tens.stream().flatMap(ten -> ten.matters().stream()).distinct().count(), "nobody is lost, nobody sits twice");
    }

    @Test void twoHundredCopiesMoveARivalByOnePlaceAtMost() {
        var honest = new ArrayList<Ranking.Candidate>();
        for (int i = 0; i < 12; i++) honest.add(one(line(-30 + i, -5, i % 2, false), "第" + i + "件。", 1 + i));
        var before = order(Ranking.of(honest, NOW));
        var flooded = new ArrayList<>(honest);
        IntStream.range(0, 200).mapToObj(_ -> line(-2, 6, 0, false))
                .forEach(copy -> flooded.add(new Ranking.Candidate(copy, ReadingUrgency.of("请取消。"), 999_999, Math.sqrt(200), 0, null)));
        var after = order(Ranking.of(flooded, NOW));
        assertEquals(before.size() + 1, after.size(), "two hundred copies are one line");
        for (var number : before) assertTrue(after.indexOf(number) - before.indexOf(number) <= 1, number + " moved");
        for (var number : before) assertTrue(seat(flooded, number) - seat(honest, number) <= 1, number + " sits further back");
        var copies = Ranking.of(flooded, NOW).ranked().stream().filter(matter -> matter.others() > 0).findFirst().orElseThrow();
        assertEquals(199, copies.others(), "and none of them is lost");
        assertEquals(14.14, copies.strength(), 0.01);
    }

    @Test void theSameCasesGiveTheSameOrderHoweverTheyCome() {
        var all = new ArrayList<Ranking.Candidate>();
        for (int i = 0; i < 40; i++) all.add(one(line(-30 + i % 7, -i % 5, i % 2, i % 3 == 0), "第" + i + "件", 1 + i % 4));
        var order = order(Ranking.of(all, NOW));
        for (int turn = 0; turn < 5; turn++) {
            Collections.shuffle(all, new Random(turn));
            assertEquals(order, order(Ranking.of(all, NOW)));
        }
    }

    /** The place among those who sit by points; quiet voices keep theirs. */
    private static int seat(List<Ranking.Candidate> candidates, CaseNumber number) {
        var tens = Ranking.of(candidates, NOW).tens();
        boolean quiet = tens.stream().flatMap(ten -> ten.quiet().stream()).anyMatch(matter -> matter.line().number().equals(number));
        return quiet ? 0 : tens.stream().flatMap(ten -> ten.first().stream()).map(matter -> matter.line().number()).toList().indexOf(number);
    }

    private static List<CaseNumber> order(Ranking ranking) {
        return ranking.ranked().stream().map(matter -> matter.line().number()).toList();
    }
}
