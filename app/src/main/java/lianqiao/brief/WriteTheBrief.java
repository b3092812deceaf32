package lianqiao.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import lianqiao.insight.Book;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the brief of the morning once its hour has come; on the first day of an installation as soon as something waits. */
public final class WriteTheBrief {
    private static final Logger LOG = LoggerFactory.getLogger(WriteTheBrief.class);
    private final Briefs briefs;
    private final Book book;
    private final LocalTime hour;
    private final ZoneId zone;

    /** @param hour the time of day from which on it is written, in {@code zone} */
    public WriteTheBrief(Briefs briefs, Book book, LocalTime hour, ZoneId zone) {
        this.briefs = briefs;
        this.book = book;
        this.hour = hour;
        this.zone = zone;
    }

    /** Does nothing when today's is there already. */
    public void run(Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var latest = briefs.latest();
        if (latest.filter(day -> !day.isBefore(today)).isPresent()) return;
        boolean isDue = latest.isEmpty() ? !book.unanswered(Instant.EPOCH, now, 1).first().isEmpty() : !LocalTime.ofInstant(now, zone).isBefore(hour);
        if (!isDue || !briefs.isReady() || latest.isEmpty() && !briefs.hasSettledIssues()) return;
        briefs.write(now);
        LOG.info("the brief of {} is written", today);
    }
}
