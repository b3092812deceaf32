package lianqiao.calendar;

/** A limit in working days, 1 to 1,000: the case is late only when the last of them is over. */
public record WorkingDays(int amount) implements TimeLimit {
    public WorkingDays {
        if (amount < 1 || amount > 1_000) throw new IllegalArgumentException("1 to 1,000, not " + amount);
    }

    @Override public String format() {
        return amount + "wd";
    }
}
