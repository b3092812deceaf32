package lianqiao.calendar;

import static java.util.stream.Collectors.joining;
import static lianqiao.calendar.Days.CHINA;
import static lianqiao.calendar.Days.at;
import static lianqiao.calendar.Days.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    /** One line per day, as a page would show it: 02-14 MAKE_UP 1 春节. */
    private static String told(Clock clock, Instant now) {
        return Deadlines.explain(clock, CHINA, now).stream()
                .map(l -> l.date().toString().substring(5) + " " + l.kind() + " " + l.count() + (l.name() == null ? "" : " " + l.name()))
                .collect(joining("\n"));
    }

    @Test void theSpringFestivalIsToldDayByDay() {
        var start = at("2026-02-13T10:00");
        assertEquals("""
                02-13 START 0
                02-14 MAKE_UP 1 春节
                02-15 HOLIDAY 1 春节
                02-16 HOLIDAY 1 春节
                02-17 HOLIDAY 1 春节
                02-18 HOLIDAY 1 春节
                02-19 HOLIDAY 1 春节
                02-20 HOLIDAY 1 春节
                02-21 HOLIDAY 1 春节
                02-22 HOLIDAY 1 春节
                02-23 HOLIDAY 1 春节
                02-24 COUNTED 2
                02-25 LAST 3""", told(Clock.startedAt(start, new WorkingDays(3)), start));
    }

    @Test void aPauseIsToldOnlyWhereItSavesADay() {
        var clock = Clock.startedAt(at("2026-11-18T10:00"), new WorkingDays(3))
                .pausedAt(at("2026-11-19T10:00")).resumedAt(at("2026-11-23T10:00"));
        assertEquals("""
                11-18 START 0
                11-19 COUNTED 1
                11-20 PAUSED 1
                11-21 WEEKEND 1
                11-22 WEEKEND 1
                11-23 PAUSED 1
                11-24 COUNTED 2
                11-25 LAST 3""", told(clock, at("2026-11-24T10:00")));
    }

    @Test void calendarDaysShowHowTheLastDayMoved() {
        var start = at("2026-09-28T10:00");
        assertEquals("""
                09-28 START 0
                09-29 COUNTED 1
                09-30 COUNTED 2
                10-01 COUNTED 3 国庆节
                10-02 COUNTED 4 国庆节
                10-03 HOLIDAY 5 国庆节
                10-04 HOLIDAY 5 国庆节
                10-05 HOLIDAY 5 国庆节
                10-06 HOLIDAY 5 国庆节
                10-07 HOLIDAY 5 国庆节
                10-08 LAST 5""", told(Clock.startedAt(start, new CalendarDays(5)), start));
    }

    @Test void hoursAreToldByTheDaysTheyPass() {
        var clock = Clock.startedAt(at("2026-11-20T20:00"), new Hours(24))
                .pausedAt(at("2026-11-20T22:00")).resumedAt(at("2026-11-22T06:00"));
        assertEquals("""
                11-20 START 0
                11-21 PAUSED 2
                11-22 COUNTED 20
                11-23 LAST 24""", told(clock, at("2026-11-22T10:00")));
    }

    @Test void aClockOfOneHourBeginsAndEndsOnTheSameDay() {
        var start = at("2026-11-20T20:00");
        assertEquals("11-20 START 0\n11-20 LAST 1", told(Clock.startedAt(start, new Hours(1)), start));
    }

    @Test void anExplanationOfManyYearsIsFoldedInTheMiddleAndKeepsItsEnds() {
        var start = at("2024-01-02T10:00");
        var waiting = Clock.startedAt(start, new WorkingDays(15)).pausedAt(at("2024-01-03T10:00"));
        var lines = Deadlines.explain(waiting, CHINA, at("2026-11-22T10:00"));
        assertEquals(Deadlines.MOST_LINES, lines.size());
        assertEquals(day("2024-01-02"), lines.getFirst().date());
        assertEquals(DayKind.LAST, lines.getLast().kind());
        assertEquals(Deadlines.of(waiting, CHINA, at("2026-11-22T10:00")).lastDay(), lines.getLast().date());
        assertTrue(lines.get(59).date().isBefore(day("2024-04-01")));
    }
}
