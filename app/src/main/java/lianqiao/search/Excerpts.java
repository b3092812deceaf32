package lianqiao.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianqiao.search.Analysis.Token;
import lianqiao.search.SearchResult.Segment;

/** Shows where in a text the clauses were found, as pieces of plain text: markup is made by the page and by nobody else. */
final class Excerpts {
    /** Of one text only so many characters are looked through. */
    private static final int MOST_READ = 12_000;
    private static final int SHOWN = 120;
    private static final int BEFORE = 24;

    private final List<Clause> clauses;

    Excerpts(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** Characters from {@code start} to before {@code end}. */
    private record Span(int start, int end) {}

    /** A short text as a whole. */
    List<Segment> whole(String text) {
        var clean = clean(text);
        return segments(clean, 0, clean.length(), spans(clean));
    }

    /** The piece around the place with the most finds in the first text that has any; the beginning of the first text if none has. */
    List<Segment> best(List<String> texts) {
        for (var text : texts) {
            var clean = clean(text);
            var spans = spans(clean);
            if (!spans.isEmpty()) return around(clean, spans);
        }
        return texts.isEmpty() ? List.of() : around(clean(texts.getFirst()), List.of());
    }

    private static List<Segment> around(String text, List<Span> spans) {
        int from = 0;
        long most = 0;
        for (var span : spans.subList(0, Math.min(spans.size(), 200))) {
            int begin = Math.max(0, span.start() - BEFORE);
            long inside = spans.stream().filter(s -> s.start() >= begin && s.end() <= begin + SHOWN).count();
            if (inside > most) {
                most = inside;
                from = begin;
            }
        }
        if (text.length() - from < SHOWN) from = Math.max(0, Math.min(from, text.length() - SHOWN));
        return segments(text, whole(text, from), whole(text, Math.min(text.length(), from + SHOWN)), spans);
    }

    /** Not between the two halves of a rare character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Segment> segments(String text, int from, int to, List<Span> spans) {
        var segments = new ArrayList<Segment>();
        int at = from;
        if (from > 0) segments.add(new Segment("…", false));
        for (var span : spans) {
            int start = Math.max(span.start(), at);
            int end = Math.min(span.end(), to);
            if (end <= start) continue;
            if (start > at) segments.add(new Segment(text.substring(at, start), false));
            segments.add(new Segment(text.substring(start, end), true));
            at = end;
        }
        if (at < to) segments.add(new Segment(text.substring(at, to), false));
        if (to < text.length()) segments.add(new Segment("…", false));
        return List.copyOf(segments);
    }

    private static String clean(String text) {
        var head = text.length() > MOST_READ ? text.substring(0, whole(text, MOST_READ)) : text;
        return head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** Where the clauses stand, in order and without overlaps. */
    private List<Span> spans(String text) {
        var at = new HashMap<String, Map<Integer, Token>>();
        for (var token : Analysis.TERMS.tokens(text)) at.computeIfAbsent(token.term(), _ -> new TreeMap<>()).put(token.place(), token);
        var spans = new ArrayList<Span>();
        for (var clause : clauses) {
            for (var first : at.getOrDefault(clause.terms().getFirst(), Map.of()).values()) follow(clause, first, at, spans);
        }
        return merged(spans);
    }

    private static void follow(Clause clause, Token first, Map<String, Map<Integer, Token>> at, List<Span> spans) {
        int end = first.end();
        for (int i = 1; i < clause.terms().size(); i++) {
            var next = at.getOrDefault(clause.terms().get(i), Map.of()).get(first.place() + clause.places().get(i));
            if (next == null) return;
            end = Math.max(end, next.end());
        }
        spans.add(new Span(first.start(), end));
    }

    private static List<Span> merged(List<Span> spans) {
        spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
        var merged = new ArrayList<Span>();
        for (var span : spans) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.start() <= last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
