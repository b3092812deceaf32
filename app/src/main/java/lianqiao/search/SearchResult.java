package lianqiao.search;

import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * What was found, of cases that anybody may read.
 *
 * @param hits one page, in the order asked for
 * @param total how many there are in all
 * @param facets for each facet the codes that occur, most frequent first; a facet that is narrowed already counts as if
 *     it were not, so that another choice can be made
 * @param loose nothing holds all that was asked for; shown is what holds most of it
 * @param direct the text was the number of this case, which exists: lead the reader straight there
 */
public record SearchResult(
        List<Hit> hits, long total, Map<Facet, List<FacetCount>> facets, boolean loose, @Nullable CaseNumber direct) implements Public {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** Nothing at all. */
    public static SearchResult none() {
        return new SearchResult(List.of(), 0, Map.of(), false, null);
    }

    /** A case with what of its words was found: the whole title, and a piece of its texts around the best place. */
    public record Hit(CaseNumber number, List<Segment> title, List<Segment> excerpt) implements Public {}

    /** A piece of plain text, never markup, and whether it is what was looked for. */
    public record Segment(String text, boolean hit) implements Public {}

    /** How many cases of the result have this code. */
    public record FacetCount(String code, long count) implements Public {}
}
