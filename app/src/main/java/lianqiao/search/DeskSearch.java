package lianqiao.search;

import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.search.SearchResult.FacetCount;
import lianqiao.search.SearchResult.Hit;
import org.jspecify.annotations.Nullable;

/** The officers' door: confidential cases and internal notes too, within what the reader may see. Thread-safe. */
public final class DeskSearch {
    private final Following following;

    DeskSearch(Following following) {
        this.following = following;
    }

    /** As {@link SearchResult}, of cases that this officer may see and perhaps nobody else: not public. */
    public record Found(List<Hit> hits, long total, Map<Facet, List<FacetCount>> facets, boolean loose, @Nullable CaseNumber direct) {
        public Found {
            hits = List.copyOf(hits);
            facets = Map.copyOf(facets);
        }
    }

    /** Finds what this officer may see. Any text is allowed. */
    public Found find(SearchQuery query, DeskReader reader) {
        var found = following.read(searcher -> new Asking(searcher, Door.of(reader), query).find());
        return new Found(found.hits(), found.total(), found.facets(), found.loose(), found.direct().orElse(null));
    }
}
