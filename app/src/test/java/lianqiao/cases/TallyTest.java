package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Counts of parts add up to those of each office and of all. */
class TallyTest {
    private static Figures.Line answered(int cases, int onTime, int hours) {
        return new Figures.Line(cases, 0, 0, cases, onTime, 1, 0, 0, 0, 0, hours);
    }

    @Test void halfOfTheAnswersCameWithinThatManyHours() {
        var tally = new Tally();
        tally.add("roads", answered(3, 3, 5));
        tally.add("roads", answered(2, 1, 30));
        tally.add("roads", answered(1, 0, 400));
        tally.add("water", answered(4, 4, 72));
        tally.add(null, new Figures.Line(7, 7, 2, 0, 0, 0, 0, 0, 0, 0, -1));
        var figures = tally.figures(Instant.EPOCH);
        assertEquals(17, figures.all().received());
        assertEquals(10, figures.all().answered());
        assertEquals(8, figures.all().answeredOnTime());
        assertEquals(2, figures.all().overdue());
        assertEquals(30, figures.all().medianHours(), "5 of 10 answers came within 30 hours");
        assertEquals(2, figures.offices().size());
        assertEquals(5, figures.offices().getFirst().line().medianHours(), "3 of 6");
        assertEquals(72, figures.offices().getLast().line().medianHours());
    }

    @Test void withoutAnswersThereIsNoUsualTime() {
        assertEquals(-1, new Tally().figures(Instant.EPOCH).all().medianHours());
    }
}
