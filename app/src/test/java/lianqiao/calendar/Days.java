package lianqiao.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The calendar of the stories: the shipped table, seen from Shanghai. */
final class Days {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final WorkingCalendar CHINA = WorkingCalendar.parse(SHANGHAI, "cn.csv", table());
    static final WorkingCalendar WEEKENDS_ONLY = WorkingCalendar.of(SHANGHAI, "none", List.of(), Set.of());
    /** A calendar that forgets make-up work, as several products do: kept to show that it is wrong. */
    static final WorkingCalendar HOLIDAYS_ONLY = WorkingCalendar.of(SHANGHAI, "no make-up days",
            CHINA.days().values().stream().filter(NamedDay::dayOff).toList(), CHINA.yearsKnown());

    private Days() {}

    static String table() {
        try (var in = Days.class.getResourceAsStream("/calendar/cn.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A moment in Shanghai, written 2026-09-30T17:10. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** The last day in time for a clock that began at ten in the morning. */
    static LocalDate lastDay(String start, String limit, WorkingCalendar calendar) {
        var from = LocalDate.parse(start).atTime(10, 0).atZone(SHANGHAI).toInstant();
        return Deadlines.of(Clock.startedAt(from, TimeLimit.parse(limit)), calendar, from).lastDay();
    }
}
