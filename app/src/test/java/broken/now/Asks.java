package broken.now;

import java.time.*;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.function.Supplier;

/** Sixteen ways to ask the clock, each of which must be reported. */
class Asks {
    Object[] all = {
        Instant.now(), LocalDate.now(), LocalTime.now(), LocalDateTime.now(), ZonedDateTime.now(), OffsetDateTime.now(),
        Year.now(), YearMonth.now(), System.currentTimeMillis(), new Date(), new GregorianCalendar(), Calendar.getInstance(),
        Clock.systemUTC(), Clock.tickSeconds(ZoneOffset.UTC), InstantSource.system(),
    };
    Supplier<Instant> later = Instant::now;
}
