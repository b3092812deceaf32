package lianqiao.insight;

import java.util.ArrayList;
import java.util.List;

/** A text cut at the ends of its sentences; a comma ends none. */
final class Sentences {
    private static final String ENDS = "。！？!?；;\n\r…";

    private Sentences() {}

    /** From where to where a sentence goes, its closing sign included. */
    record Part(int from, int to) {
        String in(String text) {
            return text.substring(from, to);
        }
    }

    static List<Part> of(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!endsAt(text, i)) continue;
            add(parts, text, from, i + 1);
            from = i + 1;
        }
        add(parts, text, from, text.length());
        return parts;
    }

    private static boolean endsAt(String text, int i) {
        return ENDS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '.' && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
    }

    private static void add(List<Part> parts, String text, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && (text.charAt(first) <= ' ' || text.charAt(first) == '\u3000')) first++;
        while (last > first && (text.charAt(last - 1) <= ' ' || text.charAt(last - 1) == '\u3000')) last--;
        if (last - first > 1) parts.add(new Part(first, last));
    }
}
