package lianqiao.calendar;

import static lianqiao.calendar.Days.CHINA;
import static lianqiao.calendar.Days.SHANGHAI;
import static lianqiao.calendar.Days.at;
import static lianqiao.calendar.Days.day;
import static lianqiao.calendar.Days.lastDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static Deadline due(Clock clock, String now) {
        return Deadlines.of(clock, CHINA, at(now));
    }

    private static Clock clock(String start, String limit) {
        return Clock.startedAt(at(start), TimeLimit.parse(limit));
    }

    @Test void aLampReportedOnTheEveOfTheHolidayIsDueAfterItNotDuring() {
        var lamp = clock("2026-09-30T17:10", "7wd");
        assertEquals(at("2026-10-16T00:00"), due(lamp, "2026-09-30T17:10").due());
        assertEquals(day("2026-10-15"), due(lamp, "2026-09-30T17:10").lastDay());
    }

    @Test void theLastSecondOfTheLastDayIsInTimeAndMidnightIsLate() {
        var deadline = due(clock("2026-11-16T09:00", "5wd"), "2026-11-16T09:00");
        assertFalse(deadline.passedAt(at("2026-11-23T23:59:59.999999999")));
        assertTrue(deadline.passedAt(at("2026-11-24T00:00")));
        assertEquals(Duration.ofHours(1), deadline.timeLeft(at("2026-11-23T23:00")));
        assertEquals(Duration.ofHours(-1), deadline.timeLeft(at("2026-11-24T01:00")));
    }

    @Test void aCaseFiledOneMinuteAfterMidnightBelongsToTheNewDay() {
        assertEquals(day("2026-11-17"), due(clock("2026-11-16T23:59:59", "1wd"), "2026-11-16T23:59:59").lastDay());
        assertEquals(day("2026-11-18"), due(clock("2026-11-17T00:00", "1wd"), "2026-11-17T00:00").lastDay());
    }

    @Test void aCaseFiledOnADayOffStartsWithTheNextWorkingDay() {
        assertEquals(day("2026-11-23"), lastDay("2026-11-21", "1wd", CHINA));   // Saturday
        assertEquals(day("2026-11-23"), lastDay("2026-11-22", "1wd", CHINA));   // Sunday
        assertEquals(day("2026-11-23"), lastDay("2026-11-20", "1wd", CHINA));   // Friday
        assertEquals(day("2026-10-08"), lastDay("2026-10-03", "1wd", CHINA));   // in the holiday
    }

    @Test void calendarDaysDoNotSkipHolidaysButTheLastDayMovesOffThem() {
        assertEquals(day("2026-10-08"), lastDay("2026-09-20", "15d", CHINA));   // 10-05 is a day off
        assertEquals(day("2026-10-05"), lastDay("2026-09-20", "15d", CHINA.withLastDayMoving(false)));
        assertEquals(day("2026-12-07"), lastDay("2026-11-22", "15d", CHINA));   // a Monday: nothing moves
    }

    @Test void aLastDayOnAMakeUpSaturdayStaysThere() {
        assertEquals(day("2026-10-10"), lastDay("2026-09-25", "15d", CHINA));
    }

    @Test void hoursRunAroundTheClockThroughHolidaysAndMidnight() {
        assertEquals(at("2026-10-02T17:10"), due(clock("2026-10-01T17:10", "24h"), "2026-10-01T17:10").due());
        assertEquals(at("2026-10-02T00:30"), due(clock("2026-10-01T23:30", "1h"), "2026-10-01T23:30").due());
        var untilMidnight = due(clock("2026-10-01T22:00", "2h"), "2026-10-01T22:00");
        assertEquals(at("2026-10-02T00:00"), untilMidnight.due());
        assertEquals(day("2026-10-01"), untilMidnight.lastDay());
    }

    @Test void everyMinuteOfADayIsWorthTheSameToAnHourClock() {
        for (int minute = 0; minute < 1440; minute++) {
            var start = at("2026-11-22T00:00").plusSeconds(60L * minute);
            var due = Deadlines.of(Clock.startedAt(start, new Hours(2)), CHINA, start).due();
            assertEquals(Duration.ofHours(2), Duration.between(start, due));
        }
    }

    @Test void anExtensionIsCountedFromTheSameStart() {
        var longer = clock("2026-02-13T10:00", "2wd").extendedBy(new WorkingDays(3));
        assertEquals(day("2026-02-27"), due(longer, "2026-02-13T10:00").lastDay());   // as 5 wd
    }

    @Test void thirtyMoreCalendarDaysMakeNinety() {
        var petition = clock("2026-03-01T10:00", "60d").extendedBy(new CalendarDays(30));
        assertEquals(day("2026-06-01"), due(petition, "2026-03-01T10:00").lastDay());   // 05-30 is a Saturday
    }

    @Test void theDayOfAskingCountsAndTheDayOfTheReplyDoesNot() {
        var asked = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-17T15:00"));
        var answered = asked.resumedAt(at("2026-11-19T08:00"));
        // Tue 17 counts as the first, Wed 18 and Thu 19 stand still, then Fri 20, Mon 23, Tue 24, Wed 25
        assertEquals(day("2026-11-25"), due(answered, "2026-11-19T08:00").lastDay());
    }

    @Test void aQuestionAnsweredOnTheSameDayMovesNothing() {
        var clock = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-17T00:00")).resumedAt(at("2026-11-17T23:59"));
        assertEquals(day("2026-11-23"), due(clock, "2026-11-20T08:00").lastDay());
    }

    @Test void aWeekendInsideAPauseIsNotCountedTwice() {
        var clock = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-20T15:00")).resumedAt(at("2026-11-23T09:00"));
        // Fri 20 is the fourth day, Sat and Sun would not count anyway, Mon 23 stands still, Tue 24 is the fifth
        assertEquals(day("2026-11-24"), due(clock, "2026-11-23T09:00").lastDay());
    }

    @Test void aQuestionAskedOverTheHolidayCostsOnlyWorkingDays() {
        var clock = clock("2026-09-28T10:00", "5wd").pausedAt(at("2026-09-30T15:00")).resumedAt(at("2026-10-07T20:00"));
        // 29 and 30 September count, the whole pause lies in the holiday: 8, 9 and 10 October
        assertEquals(day("2026-10-10"), due(clock, "2026-10-08T09:00").lastDay());
    }

    @Test void aClockThatStandsStillOnItsLastDayRunsOutWithTheDayOfTheReply() {
        var asked = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-23T10:00"));   // Monday, the fifth day
        assertEquals(day("2026-11-23"), due(asked.resumedAt(at("2026-11-23T17:00")), "2026-12-05T10:00").lastDay());
        assertEquals(day("2026-11-25"), due(asked.resumedAt(at("2026-11-25T17:00")), "2026-12-05T10:00").lastDay());
        assertEquals(day("2026-11-30"), due(asked.resumedAt(at("2026-11-28T17:00")), "2026-12-05T10:00").lastDay());   // a Saturday
        assertFalse(due(asked, "2026-12-05T10:00").passedAt(at("2026-12-05T10:00")));
    }

    @Test void aQuestionAskedAfterTheLastDayGivesNothingBack() {
        var asked = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-24T00:00")).resumedAt(at("2026-11-30T10:00"));
        assertEquals(day("2026-11-23"), due(asked, "2026-11-30T10:00").lastDay());
    }

    @Test void whileTheClockStandsStillTheDateMovesWithToday() {
        var asked = clock("2026-11-16T10:00", "5wd").pausedAt(at("2026-11-17T15:00"));
        assertEquals(day("2026-11-23"), due(asked, "2026-11-17T16:00").lastDay());
        assertEquals(day("2026-11-24"), due(asked, "2026-11-18T16:00").lastDay());
        assertEquals(day("2026-12-04"), due(asked, "2026-11-30T16:00").lastDay());
    }

    @Test void anHourClockIsGivenBackEverySecondOfAPause() {
        var clock = clock("2026-11-16T10:00", "24h").pausedAt(at("2026-11-16T12:00")).resumedAt(at("2026-11-16T12:00:01"))
                .pausedAt(at("2026-11-16T20:00")).resumedAt(at("2026-11-18T20:00"));
        assertEquals(at("2026-11-19T10:00:01"), due(clock, "2026-11-19T09:00").due());
    }

    @Test void aPauseAfterTheHoursRanOutGivesNothingBack() {
        var clock = clock("2026-11-16T10:00", "2h").pausedAt(at("2026-11-16T12:00")).resumedAt(at("2026-11-17T12:00"));
        assertEquals(at("2026-11-16T12:00"), due(clock, "2026-11-17T12:00").due());
    }

    @Test void aLeapDayIsADayLikeAnother() {
        assertEquals(day("2024-02-29"), lastDay("2024-02-28", "1wd", CHINA));
        assertEquals(day("2024-03-01"), lastDay("2024-02-28", "2d", CHINA));
    }

    @Test void aDateThatReachesIntoAYearWithoutNoticeIsProvisional() {
        assertFalse(due(clock("2026-12-21T10:00", "5wd"), "2026-12-21T10:00").provisional());   // due 12-28
        assertTrue(due(clock("2026-12-28T10:00", "5wd"), "2026-12-28T10:00").provisional());    // due 2027-01-04
        assertFalse(due(clock("2026-12-30T10:00", "24h"), "2026-12-30T10:00").provisional());
    }

    @Test void theLastDaysOfDecemberWaitForTheNextNoticeTooBecauseItMayNameThem() {
        assertTrue(due(clock("2026-12-25T10:00", "3wd"), "2026-12-25T10:00").provisional());    // due 12-30
        assertFalse(due(clock("2025-12-25T10:00", "3wd"), "2025-12-25T10:00").provisional());   // 2026 is known
        assertFalse(CHINA.isSettled(day("2026-12-29")));
        assertTrue(CHINA.isSettled(day("2026-12-28")));
    }

    @Test void calendarDaysAreProvisionalOnlyWhereTheirLastDayIs() {
        assertFalse(due(clock("2026-11-22T10:00", "15d"), "2026-11-22T10:00").provisional());
        assertTrue(due(clock("2026-12-22T10:00", "15d"), "2026-12-22T10:00").provisional());
        var staying = CHINA.withLastDayMoving(false);
        assertFalse(Deadlines.of(clock("2026-12-22T10:00", "15d"), staying, at("2026-12-22T10:00")).provisional());
    }

    @Test void theNoticeOfTheNextYearSettlesTheDateAndMayMoveIt() {
        var named = new ArrayList<>(CHINA.days().values());
        named.add(new NamedDay(day("2027-01-01"), "元旦", true));
        var years = new TreeSet<>(CHINA.yearsKnown());
        years.add(2027);
        var later = WorkingCalendar.of(SHANGHAI, "with 2027", named, Set.copyOf(years));
        var clock = clock("2026-12-28T10:00", "5wd");
        assertEquals(day("2027-01-04"), due(clock, "2026-12-28T10:00").lastDay());
        assertEquals(new Deadline(at("2027-01-06T00:00"), day("2027-01-05"), false),
                Deadlines.of(clock, later, at("2026-12-28T10:00")));
    }

    @Test void theOldYearsNoticeReachesAcrossTheTurnOfTheYear() {
        assertEquals(day("2019-01-02"), lastDay("2018-12-28", "2wd", CHINA));   // 12-29 is worked, 12-30 to 01-01 are off
    }

    @Test void theDayBelongsToTheZoneOfThePlaceAndNotToGreenwich() {
        var tibet = at("2026-11-17T07:00");   // 23:00 of the day before in Greenwich
        assertEquals(day("2026-11-18"), Deadlines.of(Clock.startedAt(tibet, new WorkingDays(1)), CHINA, tibet).lastDay());
        var greenwich = WorkingCalendar.of(ZoneId.of("UTC"), "utc", List.of(), Set.of(2026));
        assertEquals(day("2026-11-17"), Deadlines.of(Clock.startedAt(tibet, new WorkingDays(1)), greenwich, tibet).lastDay());
    }

    @Test void aDayWithoutMidnightEndsWhereTheNextOneBegins() {
        var santiago = WorkingCalendar.of(ZoneId.of("America/Santiago"), "cl", List.of(), Set.of(2026));
        var friday = LocalDate.parse("2026-09-04").atTime(12, 0).atZone(santiago.zone()).toInstant();
        var deadline = Deadlines.of(Clock.startedAt(friday, new CalendarDays(1)), santiago.withLastDayMoving(false), friday);
        assertEquals("2026-09-06T01:00-03:00[America/Santiago]", deadline.due().atZone(santiago.zone()).toString());
    }

    @Test void theLadderClimbsOneWorkingDayBeforeAndThreeAfterTheDate() {
        var due = at("2026-10-09T00:00");   // due by the end of 8 October, the first day after the holiday
        assertEquals(at("2026-09-30T00:00"), Deadlines.workingDaysBefore(due, 1, CHINA));
        assertEquals(at("2026-10-08T00:00"), Deadlines.workingDaysBefore(due, 0, CHINA));
        assertEquals(at("2026-10-13T00:00"), Deadlines.addWorkingDays(at("2026-10-08T23:00"), 3, CHINA));
        assertEquals(at("2026-10-09T00:00"), Deadlines.addWorkingDays(at("2026-10-08T23:00"), 0, CHINA));
        assertThrows(IllegalArgumentException.class, () -> Deadlines.addWorkingDays(due, -1, CHINA));
    }

    @Test void workingDaysLeftAreCountedAfterTodayAndLateOnesBelowZero() {
        var deadline = due(clock("2026-09-28T10:00", "5wd"), "2026-09-28T10:00");   // last day 10-10, a working Saturday
        assertEquals(day("2026-10-10"), deadline.lastDay());
        assertEquals(5, Deadlines.workingDaysLeft(deadline, CHINA, at("2026-09-28T23:00")));
        assertEquals(3, Deadlines.workingDaysLeft(deadline, CHINA, at("2026-10-03T12:00")));
        assertEquals(0, Deadlines.workingDaysLeft(deadline, CHINA, at("2026-10-10T23:59")));
        assertEquals(-1, Deadlines.workingDaysLeft(deadline, CHINA, at("2026-10-11T00:00")));   // Sunday
        assertEquals(-2, Deadlines.workingDaysLeft(deadline, CHINA, at("2026-10-13T00:00")));
    }
}
