package lianqiao.calendar;

import static lianqiao.fuzz.Target.promise;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lianqiao.fuzz.Target;

public final class CalendarFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("holidays", CalendarFuzz::holidays), Target.ofText("time-limit", CalendarFuzz::timeLimit));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CalendarFuzz() {}

    private static void holidays(String text) {
        try {
            var calendar = WorkingCalendar.parse(ZONE, "edition-1", text);
            var monday = LocalDate.of(2026, 11, 23);
            promise(calendar.workingDayAfter(monday).isAfter(monday) && calendar.workingDayBefore(monday).isBefore(monday), "there is a working day before and after every day");
        } catch (WorkingCalendar.Unreadable e) {
            promise(e.line() >= 1 && e.line() <= text.lines().count(), "the line that is named is a line of the file");
        }
    }

    private static void timeLimit(String text) {
        try {
            var limit = TimeLimit.parse(text);
            promise(TimeLimit.parse(limit.format()).equals(limit), "a time limit reads as itself");
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
    }
}
