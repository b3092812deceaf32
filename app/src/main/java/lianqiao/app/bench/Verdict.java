package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a bench found, bar by bar; its last line is for machines. Used by one thread. */
public final class Verdict {
    private final String bench;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    Verdict(String bench) {
        this.bench = bench;
    }

    /** A figure without a bar. */
    Verdict with(String key, Object value) {
        values.put(key, value instanceof Double number ? text(number) : String.valueOf(value).replace(' ', '_'));
        return this;
    }

    Verdict atMost(String key, double value, double bar) {
        if (!(value <= bar)) missed.add(key + " is " + text(value) + ", at most " + text(bar));
        return with(key, value);
    }

    Verdict atLeast(String key, double value, double bar) {
        if (!(value >= bar)) missed.add(key + " is " + text(value) + ", at least " + text(bar));
        return with(key, value);
    }

    public boolean passed() {
        return missed.isEmpty();
    }

    /** The bars that were missed, each in a few words. */
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** {@code bench NAME: PASS key=value …} */
    public String line() {
        var line = new StringBuilder("bench " + bench + ": " + (passed() ? "PASS" : "FAIL"));
        values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
        return line.toString();
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
