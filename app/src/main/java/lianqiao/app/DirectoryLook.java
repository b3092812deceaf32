package lianqiao.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lianqiao.cases.Calendars;
import lianqiao.offices.Offices;
import org.slf4j.LoggerFactory;

/** Looks every few seconds, on every node for itself, whether another node changed the directory or the calendar. */
final class DirectoryLook implements AutoCloseable {
    private static final int SECONDS_BETWEEN = 5;
    private final Offices offices;
    private final Calendars calendars;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("directory").factory());

    DirectoryLook(Offices offices, Calendars calendars) {
        this.offices = offices;
        this.calendars = calendars;
        timer.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** A database that is away for a while is simply asked again; until then the directory stays as it was. */
    private void look() {
        try {
            offices.refresh();
            calendars.refresh();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(DirectoryLook.class).warn("the directory could not be looked at: {}", e.getClass().getSimpleName());
        }
    }

    @Override public void close() {
        timer.shutdownNow();
    }
}
