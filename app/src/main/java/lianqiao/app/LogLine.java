package lianqiao.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.List;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;

/**
 * How a fact becomes a line of the log: one line, whatever stands in it, so that nobody can write a second one by what they
 * send; and without numbers, mailboxes or accounts that point at a person, should one ever get that far.
 */
public final class LogLine extends ClassicConverter {
    private static final List<String> ABOUT_THE_MACHINE = List.of("java.io.", "java.net.", "java.nio.", "javax.net.", "org.postgresql.", "com.zaxxer.hikari.");
    private static final int LONGEST = 2_000;
    private static final int MOST_FRAMES = 30;

    @Override public String convert(ILoggingEvent event) {
        var line = new StringBuilder(plain(event.getFormattedMessage()));
        for (var fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) tell(fault, line);
        return line.toString();
    }

    /**
     * The frames come from the code alone, so each may have a line of its own. Words of a fault are told only when they are ours or
     * about the machine: those of other libraries like to quote what they could not read, and somebody has typed that.
     */
    private static void tell(IThrowableProxy fault, StringBuilder line) {
        var frames = fault.getStackTraceElementProxyArray();
        boolean ours = frames.length > 0 && frames[0].getStackTraceElement().getClassName().startsWith("lianqiao.");
        line.append(" | ").append(fault.getClassName());
        if (ours || ABOUT_THE_MACHINE.stream().anyMatch(fault.getClassName()::startsWith)) line.append(": ").append(plain(String.valueOf(fault.getMessage())));
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) line.append("\n    ").append(frames[i].getSTEAsString());
    }

    static String plain(String text) {
        var whole = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return Details.masked(whole.replaceAll("[\\p{Cntrl}\\p{Cf}\\u0085\\u2028\\u2029]+", " "), Speaker.RESIDENT);
    }
}
