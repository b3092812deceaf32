package lianqiao.calendar;

/** A limit in hours, 1 to 10,000, for emergencies: it runs around the clock, on every day of the week. */
public record Hours(int amount) implements TimeLimit {
    public Hours {
        if (amount < 1 || amount > 10_000) throw new IllegalArgumentException("1 to 10,000, not " + amount);
    }

    @Override public String format() {
        return amount + "h";
    }
}
