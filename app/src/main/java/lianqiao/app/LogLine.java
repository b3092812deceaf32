package lianqiao.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;

/**
 * How a fact becomes a line of the log: one line, whatever stands in it, so that nobody can write a second one by what they
 * send; and without numbers, mailboxes or accounts that point at a person, should one ever get that far.
 */
public final class LogLine extends ClassicConverter {
    private static final int LONGEST = 2_000;
    private static final int MOST_FRAMES = 30;

    @Override public String convert(ILoggingEvent event) {
        var line = new StringBuilder(plain(event.getFormattedMessage()));
        for (var fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) tell(fault, line);
        return line.toString();
    }

    /** The frames come from the code alone, so each may have a line of its own. */
    private static void tell(IThrowableProxy fault, StringBuilder line) {
        line.append(" | ").append(fault.getClassName()).append(": ").append(plain(String.valueOf(fault.getMessage())));
        var frames = fault.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) line.append("\n    ").append(frames[i].getSTEAsString());
    }

    static String plain(String text) {
        var whole = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return Details.masked(whole.replaceAll("[\\p{Cntrl}\\p{Cf}\\u0085\\u2028\\u2029]+", " "), Speaker.RESIDENT);
    }
}
