package broken.idle.cases;

import java.time.Instant;

/** Named in the timetable, but not as what it does. */
public final class Reminder {
    public void run(Instant now) {}
}
