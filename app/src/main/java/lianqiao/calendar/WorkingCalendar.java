package lianqiao.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked in one place. A day is a working day if a notice names it as make-up work, or if it is Monday
 * to Friday and no notice names it as a day off (the national rule on holidays and the yearly notices made under it).
 * Immutable and thread-safe.
 *
 * @param version which edition of the table this is, shown wherever a date is explained
 * @param days the named days by date
 * @param yearsKnown the years whose notice is in the table; in other years only weekends are known
 * @param lastDayMoves a setting of the installation: whether the last day of a limit in calendar days that falls on a
 *     day off moves to the next working day. A legal question; practice says yes, and so does the default.
 */
public record WorkingCalendar(
        ZoneId zone, String version, Map<LocalDate, NamedDay> days, Set<Integer> yearsKnown, boolean lastDayMoves) {

    /** The last days of December may be named by the notice of the next year: from this day of the month on in every notice since 2007. */
    private static final int NEXT_NOTICE_MAY_REACH_BACK_TO = 29;

    public WorkingCalendar {
        days = Map.copyOf(days);
        yearsKnown = Set.copyOf(yearsKnown);
    }

    /** Builds a calendar; two different entries for one date are refused with an {@link IllegalArgumentException}. */
    public static WorkingCalendar of(ZoneId zone, String version, Collection<NamedDay> days, Set<Integer> yearsKnown) {
        var byDate = new HashMap<LocalDate, NamedDay>();
        for (var day : days) {
            var other = byDate.put(day.date(), day);
            if (other != null && !other.equals(day)) throw new IllegalArgumentException("named twice: " + day.date());
        }
        return new WorkingCalendar(zone, version, byDate, yearsKnown, true);
    }

    /**
     * Reads a table with the columns {@code year_of_notice,date,name,is_off_day} and a heading line. A year is known
     * when a notice of that year has rows; where two notices name one date, the later notice holds.
     *
     * @throws Unreadable for the first row that is not four columns of a year, a date, a name and 1 or 0
     */
    public static WorkingCalendar parse(ZoneId zone, String version, String csv) {
        var notices = Notices.read(csv);
        return of(zone, version, notices.days(), notices.years());
    }

    /** The same calendar under the other rule for last days, see {@link #lastDayMoves}. */
    public WorkingCalendar withLastDayMoving(boolean moves) {
        return new WorkingCalendar(zone, version, days, yearsKnown, moves);
    }

    public boolean isWorkingDay(LocalDate date) {
        var named = days.get(date);
        return named == null ? !isWeekend(date) : !named.dayOff();
    }

    /** What the notices call this day, if they name it. */
    public Optional<NamedDay> named(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** Whether the notice of this year is in the table. */
    public boolean isKnown(int year) {
        return yearsKnown.contains(year);
    }

    /** Whether no notice still to come can change this day: its year is known and, for the last days of December, the next year too. */
    public boolean isSettled(LocalDate date) {
        boolean reachable = date.getMonthValue() == 12 && date.getDayOfMonth() >= NEXT_NOTICE_MAY_REACH_BACK_TO;
        return isKnown(date.getYear()) && (!reachable || isKnown(date.getYear() + 1));
    }

    /** The first working day after the given date. */
    public LocalDate workingDayAfter(LocalDate date) {
        var day = date.plusDays(1);
        while (!isWorkingDay(day)) day = day.plusDays(1);
        return day;
    }

    /** The last working day before the given date. */
    public LocalDate workingDayBefore(LocalDate date) {
        var day = date.minusDays(1);
        while (!isWorkingDay(day)) day = day.minusDays(1);
        return day;
    }

    /** The date people here read on the wall at this instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a date here. */
    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first instant after a date here: the exclusive end of the day. */
    Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** A row of a table that cannot be read. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final int line;

        Unreadable(int line, Exception cause) {
            super("line " + line + ": " + cause.getMessage(), cause);
            this.line = line;
        }

        /** The line of the row, counted from 1. */
        public int line() {
            return line;
        }
    }
}
