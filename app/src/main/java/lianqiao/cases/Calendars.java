package lianqiao.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import lianqiao.base.Outcome;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * The calendar in use. A fresh installation begins with the notices that came with the program; each change is a new
 * edition in the database, and none is ever lost. Answers come from memory; {@link #refresh} (called every few seconds
 * on every node) takes up what another node put in. Thread-safe.
 */
public final class Calendars {
    private static final String SHIPPED = "/calendar/cn.csv";

    private final CalendarStore store;
    private final ZoneId zone;
    private volatile @Nullable Known known;

    private record Known(int edition, String days, WorkingCalendar calendar) {}

    private Calendars(Database database, ZoneId zone) {
        this.store = new CalendarStore(database);
        this.zone = zone;
    }

    /** The calendar kept in this database, read when it is first asked for; its days are those of the zone. */
    public static Calendars in(Database database, ZoneId zone) {
        return new Calendars(database, zone);
    }

    public WorkingCalendar inUse() {
        return known().calendar();
    }

    /** The named days as a table, for an administrator to change: {@code year_of_notice,date,name,is_off_day}. */
    public String days() {
        return known().days();
    }

    /** Takes up an edition that another node has put in; one small query if there is none. */
    public void refresh() {
        var now = known;
        if (now != null && store.latest() != now.edition()) known = read();
    }

    /** What the calendar would be with these days; refused with the line that cannot be read, or when no day is named. Nothing is kept. */
    public Outcome<WorkingCalendar> trial(String days) {
        try {
            var calendar = WorkingCalendar.parse(zone, "edition-" + (known().edition() + 1), days);
            return calendar.days().isEmpty() ? Outcome.refused("cases.calendar.empty") : Outcome.done(calendar);
        } catch (WorkingCalendar.Unreadable e) {
            return Outcome.refused("cases.calendar.unreadable", Integer.toString(e.line()));
        }
    }

    /**
     * Puts in a new edition, which counts from now on. Whoever calls goes through the running clocks afterwards
     * ({@link Cases#recompute}); a crash between the two is mended by doing it again.
     */
    public Outcome<WorkingCalendar> replace(String days, String officer, Instant now) {
        var trial = trial(days);
        if (!trial.isDone()) return trial;
        if (!store.add(known().edition() + 1, days, officer, now)) {
            refresh();
            return Outcome.refused("cases.calendar.changed-meanwhile");
        }
        refresh();
        return Outcome.done(inUse());
    }

    private Known known() {
        var now = known;
        if (now != null) return now;
        var read = read();
        known = read;
        return read;
    }

    private Known read() {
        int latest = store.latest();
        var days = latest == 0 ? shipped() : store.read(latest).orElseThrow().days();
        return new Known(latest, days, WorkingCalendar.parse(zone, latest == 0 ? "shipped" : "edition-" + latest, days));
    }

    private static String shipped() {
        try (var in = Objects.requireNonNull(Calendars.class.getResourceAsStream(SHIPPED))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
