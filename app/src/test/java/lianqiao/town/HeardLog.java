package lianqiao.town;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to one part's log until it is closed. */
public final class HeardLog implements AutoCloseable {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    private HeardLog(Logger logger) {
        this.logger = logger;
        lines.start();
        logger.addAppender(lines);
    }

    /** @param part the name of a class, or of a package with everything in it */
    public static HeardLog of(String part) {
        return new HeardLog((Logger) LoggerFactory.getLogger(part));
    }

    /** What was said so far, in order. */
    public List<String> lines() {
        return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override public void close() {
        logger.detachAppender(lines);
    }
}
