package lianqiao.calendar;

import static lianqiao.calendar.Days.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final Clock FIVE_DAYS = Clock.startedAt(at("2026-11-16T10:00"), new WorkingDays(5));

    @Test void aClockStopsAndRunsAgain() {
        var asked = FIVE_DAYS.pausedAt(at("2026-11-17T10:00"));
        assertTrue(asked.isPaused());
        assertFalse(asked.resumedAt(at("2026-11-18T10:00")).isPaused());
        assertFalse(FIVE_DAYS.isPaused());
    }

    @Test void stoppingAStoppedClockAndStartingARunningOneChangeNothing() {
        var asked = FIVE_DAYS.pausedAt(at("2026-11-17T10:00"));
        assertSame(asked, asked.pausedAt(at("2026-11-18T10:00")));
        assertSame(FIVE_DAYS, FIVE_DAYS.resumedAt(at("2026-11-18T10:00")));
    }

    @Test void aMachineWhoseTimeIsSlightlyBehindStopsTheClockAtTheLastChange() {
        var asked = FIVE_DAYS.pausedAt(at("2026-11-16T09:59:59"));
        assertEquals(new Pause(at("2026-11-16T10:00"), null), asked.pauses().getFirst());
        var answered = asked.resumedAt(at("2026-11-16T09:59:58"));
        assertEquals(new Pause(at("2026-11-16T10:00"), at("2026-11-16T10:00")), answered.pauses().getFirst());
        assertEquals(at("2026-11-16T10:00"), answered.pausedAt(at("2026-11-16T09:00")).pauses().getLast().from());
    }

    @Test void anExtensionInAnotherUnitIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> FIVE_DAYS.extendedBy(new Hours(24)));
        assertEquals("5wd cannot be extended by 24h", refusal.getMessage());
        assertEquals(8, FIVE_DAYS.extendedBy(new WorkingDays(2)).extendedBy(new WorkingDays(1)).total());
    }

    @Test void pausesThatOverlapOrBeginBeforeTheClockAreRefused() {
        var first = new Pause(at("2026-11-17T10:00"), at("2026-11-19T10:00"));
        var overlapping = new Pause(at("2026-11-18T10:00"), at("2026-11-20T10:00"));
        var open = new Pause(at("2026-11-17T10:00"), null);
        var early = new Pause(at("2026-11-15T10:00"), null);
        for (var pauses : List.of(List.of(first, overlapping), List.of(open, first), List.of(early)))
            assertThrows(IllegalArgumentException.class,
                    () -> new Clock(FIVE_DAYS.start(), FIVE_DAYS.limit(), List.of(), pauses));
        assertThrows(IllegalArgumentException.class, () -> new Pause(at("2026-11-17T10:00"), at("2026-11-16T10:00")));
    }

    @Test void aLimitIsWrittenAndReadBack() {
        for (var limit : List.of(new WorkingDays(5), new CalendarDays(15), new Hours(24)))
            assertEquals(limit, TimeLimit.parse(limit.format()));
        assertEquals("5wd 15d 24h", new WorkingDays(5).format() + " " + new CalendarDays(15).format() + " " + new Hours(24).format());
        assertEquals(new Hours(1), TimeLimit.parse(" 1h "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "wd", "0wd", "1001wd", "-3d", "1501d", "10001h", "5 wd", "5WD", "99999999999d", "5wd5"})
    void aLimitThatIsNoneIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> TimeLimit.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026,2026-01-01,元旦", "2026,01.01.2026,元旦,1", "2026,2026-01-01,,1", "x,2026-01-01,元旦,1", "2026,2026-01-01,元旦,2"})
    void aRowThatCannotBeReadIsNamedByItsLine(String row) {
        var csv = "year_of_notice,date,name,is_off_day\n2025,2025-01-01,元旦,1\n" + row;
        var refusal = assertThrows(WorkingCalendar.Unreadable.class, () -> WorkingCalendar.parse(Days.SHANGHAI, "bad", csv));
        assertEquals(3, refusal.line());
    }

    @Test void aTableFromASpreadsheetIsReadWithItsMarkAndItsLineEnds() {
        var read = WorkingCalendar.parse(Days.SHANGHAI, "v", "\uFEFFyear_of_notice,date,name,is_off_day\r\n2026,2026-01-01,元旦,1\r\n\r\n");
        assertEquals(1, read.days().size());
        assertTrue(read.isKnown(2026));
    }

    @Test void whereTwoNoticesNameOneDayTheLaterNoticeHolds() {
        var read = WorkingCalendar.parse(Days.SHANGHAI, "v", "2020,2020-02-03,春节,1\n2019,2020-02-03,春节,0\n");
        assertFalse(read.isWorkingDay(Days.day("2020-02-03")));
    }
}
