package lianqiao.calendar;

/**
 * A limit in calendar days, 1 to 1,500, which do not skip holidays. Whether a last day that is a day off moves to the
 * next working day is a setting of the calendar, {@link WorkingCalendar#lastDayMoves}.
 */
public record CalendarDays(int amount) implements TimeLimit {
    public CalendarDays {
        if (amount < 1 || amount > 1_500) throw new IllegalArgumentException("1 to 1,500, not " + amount);
    }

    @Override public String format() {
        return amount + "d";
    }
}
