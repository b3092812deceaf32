package broken.idle.cases;

import java.time.Instant;

/** Well named, and forgotten by the timetable. */
public final class SweepTheYard {
    public void run(Instant now) {}
}
