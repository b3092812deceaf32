package lianqiao.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import lianqiao.base.Signs;

/** Finds names of places in a text: those it was told, and letters that stand for a place (A市, B3区). Never changed; thread-safe. */
class PlaceNames {
    /** Finds none at all. */
    static final PlaceNames NONE = new PlaceNames(List.of(), List.of()) {
        @Override List<Span> in(Signs signs) {
            return List.of();
        }
    };
    private static final int LONGEST = 40;
    private static final int LETTERS = 3;
    private static final String AREAS = "市区县州省镇乡";

    private final NameTable divisions;
    private final Collection<String> specific;
    private final NameTable learned;

    private PlaceNames(Collection<String> divisions, Collection<String> specific) {
        this(NameTable.of(divisions), specific);
    }

    private PlaceNames(NameTable divisions, Collection<String> specific) {
        this.divisions = divisions;
        this.specific = specific;
        learned = NameTable.of(specific);
    }

    /** @param divisions provinces, cities, districts, towns; @param learned estates, roads, schools: more specific than these */
    static PlaceNames of(Collection<String> divisions, Collection<String> learned) {
        return new PlaceNames(divisions, learned);
    }

    PlaceNames withLearned(Collection<String> names) {
        return new PlaceNames(divisions, names);
    }

    PlaceNames and(Collection<String> more) {
        var all = new ArrayList<>(specific);
        all.addAll(more);
        return new PlaceNames(divisions, all);
    }

    /** A name, from its first sign to before {@code end}; specific if it is not a division. */
    record Span(int from, int end, boolean specific) {
        String name(Signs signs, String text) {
            return text.substring(signs.from(from), signs.to(end - 1));
        }
    }

    /** The names in a text from the left, of several that begin at one sign the longest. */
    List<Span> in(Signs signs) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < signs.length(); ) {
            var span = at(signs, i);
            if (span != null) spans.add(span);
            i = span == null ? next(signs, i) : span.end();
        }
        return spans;
    }

    /** The signs that belong to a name. */
    BitSet touched(Signs signs) {
        var touched = new BitSet();
        in(signs).forEach(span -> touched.set(span.from(), span.end()));
        return touched;
    }

    private @org.jspecify.annotations.Nullable Span at(Signs signs, int from) {
        if (!signs.isSign(from)) return null;
        int specific = learned.longest(signs, from, LONGEST);
        int division = Math.max(divisions.longest(signs, from, LONGEST), lettered(signs, from));
        return specific >= division && specific > 0 ? new Span(from, from + specific, true) : division > 0 ? new Span(from, from + division, false) : null;
    }

    /** How many signs stand for a place whose name was left out: one to three letters and digits and the word for an area. */
    private static int lettered(Signs signs, int from) {
        int end = from;
        while (end < signs.length() && end - from <= LETTERS && signs.isSign(end) && !Signs.isDense(signs.at(end))) end++;
        boolean isArea = end > from && end - from <= LETTERS && end < signs.length() && AREAS.indexOf(signs.at(end)) >= 0;
        return isArea && Character.isLetter(signs.at(from)) ? end + 1 - from : 0;
    }

    private static int next(Signs signs, int from) {
        int end = from + 1;
        if (signs.isSign(from) && Signs.isDense(signs.at(from))) return end;
        while (end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end))) end++;
        return end;
    }
}
