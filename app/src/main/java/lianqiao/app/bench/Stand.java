package lianqiao.app.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import lianqiao.store.CannotStart;

/**
 * Where a bench works and what it was told.
 *
 * @param data the data folder of the installation; a bench keeps to a folder of its own inside
 * @param options as on the command line, without their hyphens
 */
public record Stand(Path data, Map<String, String> options, InstantSource clock, PrintStream out) {

    /** A whole number given as an option; refused outside its bounds. */
    long number(String option, long otherwise, long least, long most) {
        var typed = options.get(option);
        if (typed == null) return otherwise;
        try {
            long number = Long.parseLong(typed.replace("_", "").replace(",", ""));
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // refused below like a number out of bounds
        }
        throw new CannotStart("app.option.number", "--" + option, "" + least, "" + most);
    }

    /** A line for people, at once. */
    void say(String format, Object... places) {
        out.println(String.format(Locale.ROOT, format, places));
        out.flush();
    }

    /** The machine in one line, with how busy it is: figures without it mean nothing. */
    String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "%s, %s %s, %d cores, Java %s, load average %.2f, collector %s", clock.instant(), system.getName(), system.getArch(),
                system.getAvailableProcessors(), Runtime.version(), system.getSystemLoadAverage(),
                ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName());
    }
}
