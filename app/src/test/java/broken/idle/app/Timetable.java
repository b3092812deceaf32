package broken.idle.app;

import broken.idle.cases.Reminder;
import java.time.Instant;
import java.util.function.Consumer;

final class Timetable {
    Consumer<Instant> only(Reminder reminder) {
        return reminder::run;
    }
}
