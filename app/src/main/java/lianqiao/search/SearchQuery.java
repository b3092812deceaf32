package lianqiao.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import lianqiao.base.Public;

/**
 * What somebody looks for. Any text is allowed, also an empty one, which finds everything that the facets allow.
 *
 * @param only for each facet named here, one of these codes must hold; an area or office is meant without those below it
 * @param from how many hits to pass over, 0 to {@link #MOST_DEEP}; more is read as the most
 * @param most how many hits to show, 1 to {@link #MOST_HITS}
 */
public record SearchQuery(String text, Map<Facet, Set<String>> only, Order order, int from, int most) implements Public {
    /** Nobody reads on past this place: a narrower question helps more. */
    public static final int MOST_DEEP = 980;
    public static final int MOST_HITS = 50;

    /** What matches best first, or what was received last first. An empty text is always shown newest first. */
    public enum Order implements Public { RELEVANCE, NEWEST }

    public SearchQuery {
        if (most < 1 || most > MOST_HITS) throw new IllegalArgumentException("1 to " + MOST_HITS + " hits");
        from = Math.clamp(from, 0, MOST_DEEP);
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        only.forEach((facet, codes) -> { if (!codes.isEmpty()) copy.put(facet, Set.copyOf(codes)); });
        only = Map.copyOf(copy);
    }

    /** The first 20 hits, best first. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), Order.RELEVANCE, 0, 20);
    }

    /** Narrowed to these codes; no codes lift the narrowing. */
    public SearchQuery only(Facet facet, Collection<String> codes) {
        var narrowed = new EnumMap<Facet, Set<String>>(Facet.class);
        narrowed.putAll(only);
        narrowed.put(facet, Set.copyOf(codes));
        return new SearchQuery(text, narrowed, order, from, most);
    }

    public SearchQuery newestFirst() {
        return new SearchQuery(text, only, Order.NEWEST, from, most);
    }

    /** Another page. */
    public SearchQuery page(int passOver, int show) {
        return new SearchQuery(text, only, order, passOver, show);
    }

    /** Without the text: what somebody looks for may name a person. */
    @Override public String toString() {
        return "SearchQuery[" + only + " " + order + " " + from + "]";
    }
}
