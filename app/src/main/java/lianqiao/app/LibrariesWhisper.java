package lianqiao.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

/**
 * Libraries speak from WARN on, whatever level somebody sets to look for a fault: below it they like to quote requests,
 * headers and rows, and those belong to people.
 */
public final class LibrariesWhisper extends TurboFilter {
    @Override public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable fault) {
        boolean ours = logger.getName().equals("lianqiao") || logger.getName().startsWith("lianqiao.");
        return ours || level.isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
