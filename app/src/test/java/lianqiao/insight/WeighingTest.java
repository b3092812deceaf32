package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final LocalDate DAY = Square.TODAY.minusDays(10);

    @Test void sixOwnTextsAndALetterByTwentyWeighTenPointZeroNine() {
        var heat = new Heat(6 + Math.sqrt(20), 30, 12, 2);
        assertEquals(3.52, heat.ofVoices(), 0.005);
        assertEquals(2.48, heat.ofSupporters(), 0.005);
        assertEquals(3.70, heat.ofBusiest(), 0.005);
        assertEquals(0.40, heat.ofPlaces(), 0.005);
        assertEquals(10.09, heat.sum(), 0.005);
    }

    /** Twelve of the twenty-six within thirty days, the others one by one every sixty days before. */
    private static Square lamp() {
        var square = new Square();
        for (int i = 0; i < 12; i++) square.says(i, DAY, "路灯", "不亮", i < 6 ? -1 : 999, i < 6 ? 5 : 0, true, Fate.OPEN);
        for (int i = 12; i < 26; i++) square.says(i, DAY.minusDays(60L * (i - 11)), "路灯", "不亮", 999, 0, true, Fate.OPEN);
        return square;
    }

    @Test void theSameComesOutWhenThePeopleAreCounted() {
        var weighing = new Weighing(lamp().said, Square.NOW, Square.ZONE);
        assertEquals(26, weighing.tally().persons());
        assertEquals(12, weighing.busiest().voices().size());
        assertEquals(10.09, weighing.heat(2).sum(), 0.005);
        assertEquals(weighing.tally().strength(), weighing.heat(2).voices(), 1e-9);
    }

    @Test void theOrderInWhichTheyCameToTheTableDoesNotMatter() {
        var square = lamp();
        var first = new Weighing(square.said, Square.NOW, Square.ZONE).heat(2);
        var shuffled = new ArrayList<>(square.said);
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(first, new Weighing(shuffled, Square.NOW, Square.ZONE).heat(2));
    }

    @Test void whoWritesFiftyMessagesIsOnePerson() {
        var square = new Square();
        for (int i = 0; i < 50; i++) square.says(1, DAY.plusDays(i % 10), "公交", "第" + i + "次");
        var weighing = new Weighing(square.said, Square.NOW, Square.ZONE);
        assertEquals(1, weighing.tally().persons());
        assertEquals(1, weighing.busiest().voices().size());
        assertEquals(2.0, weighing.heat(0).sum(), 1e-9);        // log₂2 + log₂2
    }

    @Test void twoHundredCopiesFromPeopleNobodyVerifiedWeighAsFewPeopleDo() {
        var square = new Square();
        for (int i = 0; i < 200; i++) square.says(i, DAY, "停车", "同一封信", 1, 0, false, Fate.OPEN);
        var weighing = new Weighing(square.said, Square.NOW, Square.ZONE);
        assertEquals(200, weighing.tally().persons());
        assertEquals(3.76, weighing.heat(1).voices(), 0.01);     // √√200
        assertEquals(14.14, weighing.heat(1).busiest(), 0.01);   // √200
    }

    @Test void whatIsOpenDoesNotCoolAndWhatIsSolvedCoolsByHalfEveryWeek() {
        var solved = new Fate(true, false, true, Square.NOW.minus(Duration.ofDays(14)));
        var answered = new Fate(true, false, false, Square.NOW.minus(Duration.ofDays(30)));
        assertEquals(1, Fate.OPEN.weightAt(Square.NOW));
        assertEquals(0.25, solved.weightAt(Square.NOW), 1e-9);
        assertEquals(0.5, answered.weightAt(Square.NOW), 1e-9);
        var square = new Square();
        square.says(1, Square.TODAY.minusYears(2), "水管", "漏水");
        assertEquals(1, new Weighing(square.said, Square.NOW, Square.ZONE).heat(0).busiest());
    }

    @Test void aLikeIsNotAPerson() {
        var square = new Square();
        square.says(1, DAY, "地铁", "请修地铁", -1, 2000, true, Fate.OPEN);
        var weighing = new Weighing(square.said, Square.NOW, Square.ZONE);
        assertEquals(1, weighing.tally().persons());
        assertEquals(2000, weighing.likes());
        assertEquals(5.48, weighing.heat(0).ofSupporters(), 0.01);
    }

    @Test void aQuietTopicRisesWithTheFifthPersonAndABusyOneLater() {
        int[] sums = {0, 2, 6, 16, 40, 80};
        int[] least = {5, 6, 8, 11, 17, 26};
        for (int i = 0; i < sums.length; i++) assertEquals(least[i], Rises.leastOn(sums[i]), "after " + sums[i]);
    }

    @Test void threeTimesTheUsualWeekIsARise() {
        var days = new TreeMap<LocalDate, java.util.Set<Long>>();
        for (int week = 1; week <= 8; week++) days.put(Square.TODAY.minusDays(3).minusWeeks(week), java.util.Set.of((long) week, 100L + week));
        for (int i = 0; i < 5; i++) days.put(Square.TODAY.minusDays(i), java.util.Set.of(200L + i));
        assertTrue(Rises.of(days, Square.NOW, Square.ZONE).isEmpty());      // 5 persons, the usual is 2 a week: 6 are needed
        days.put(Square.TODAY.minusDays(5), java.util.Set.of(300L));
        var rise = Rises.of(days, Square.NOW, Square.ZONE).orElseThrow();
        assertEquals(Rise.Why.WEEK, rise.why());
        assertEquals(6, rise.persons());
        assertEquals(2.0, rise.usual(), 0.01);
    }
}
