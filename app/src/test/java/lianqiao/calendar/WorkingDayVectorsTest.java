package lianqiao.calendar;

import static lianqiao.calendar.Days.CHINA;
import static lianqiao.calendar.Days.HOLIDAYS_ONLY;
import static lianqiao.calendar.Days.WEEKENDS_ONLY;
import static lianqiao.calendar.Days.day;
import static lianqiao.calendar.Days.lastDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year 2026 under the notice of 2025-11-04, with the two wrong answers that other products give. */
class WorkingDayVectorsTest {
    @ParameterizedTest
    @CsvSource({
        // start,     n wd, due,        holidays only, weekends only
        "2026-02-13,  1wd,  2026-02-14, 2026-02-24, 2026-02-16",
        "2026-02-13,  2wd,  2026-02-24, 2026-02-25, 2026-02-17",
        "2026-02-13,  5wd,  2026-02-27, 2026-03-02, 2026-02-20",
        "2026-02-10,  7wd,  2026-02-26, 2026-02-27, 2026-02-19",
        "2026-02-10, 15wd,  2026-03-09, 2026-03-11, 2026-03-03",
        "2026-04-28,  5wd,  2026-05-08, 2026-05-08, 2026-05-05",
        "2026-09-18,  1wd,  2026-09-20, 2026-09-21, 2026-09-21",
        "2026-09-18,  5wd,  2026-09-24, 2026-09-28, 2026-09-25",
        "2026-09-24,  5wd,  2026-10-09, 2026-10-09, 2026-10-01",
        "2026-09-30,  7wd,  2026-10-15, 2026-10-16, 2026-10-09",
        "2026-09-30, 15wd,  2026-10-27, 2026-10-28, 2026-10-21",
    })
    void workingDaysFollowTheNoticeAndNotTheTwoUsualMistakes(
            String start, String limit, LocalDate due, LocalDate withoutMakeUp, LocalDate withoutHolidays) {
        assertEquals(due, lastDay(start, limit, CHINA));
        assertEquals(withoutMakeUp, lastDay(start, limit, HOLIDAYS_ONLY));
        assertEquals(withoutHolidays, lastDay(start, limit, WEEKENDS_ONLY));
        assertNotEquals(due, withoutHolidays);
    }

    @Test void theYear2026Has248WorkingDaysWith33NamedDaysOffAnd6OfMakeUpWork() {
        var year = day("2026-01-01").datesUntil(day("2027-01-01")).toList();
        assertEquals(248, year.stream().filter(CHINA::isWorkingDay).count());
        assertEquals(33, year.stream().flatMap(d -> CHINA.named(d).stream()).filter(NamedDay::dayOff).count());
        assertEquals(6, year.stream().flatMap(d -> CHINA.named(d).stream()).filter(d -> !d.dayOff()).count());
    }

    @Test void theEveOfTheSpringFestivalIsAWorkingSaturday() {
        assertTrue(CHINA.isWorkingDay(day("2026-02-14")));
        assertEquals("春节", CHINA.named(day("2026-02-14")).orElseThrow().name());
        assertFalse(CHINA.isWorkingDay(day("2026-02-15")));
    }

    @Test void aDecemberDayNamedByTheNextYearsNoticeIsFound() {
        assertTrue(CHINA.isWorkingDay(day("2018-12-29")));    // a Saturday, in the notice of 2019
        assertFalse(CHINA.isWorkingDay(day("2018-12-31")));   // a Monday
        assertFalse(CHINA.isWorkingDay(day("2022-12-31")));
    }

    @Test void theTableKnowsTheYears2007To2026() {
        assertFalse(CHINA.isKnown(2006));
        assertTrue(CHINA.isKnown(2007));
        assertTrue(CHINA.isKnown(2026));
        assertFalse(CHINA.isKnown(2027));
        assertEquals(678, CHINA.days().size());
    }
}
