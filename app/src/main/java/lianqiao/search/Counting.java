package lianqiao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.search.SearchResult.FacetCount;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts all matching cases, and their codes for some facets, by the columns of each segment: nothing is kept between
 * searches. It asks for no scores, so that a word in every third case costs its counting and no more; the best hits are
 * found apart, where most cases can be skipped.
 */
final class Counting implements CollectorManager<Counting.Counter, Counting.Counted> {
    private final Collection<Facet> facets;

    /** @param facets by facet its codes, most frequent first */
    record Counted(long total, Map<Facet, List<FacetCount>> facets) {}

    Counting(Collection<Facet> facets) {
        this.facets = List.copyOf(facets);
    }

    @Override public Counter newCollector() {
        return new Counter(facets);
    }

    @Override public Counted reduce(Collection<Counter> counters) throws IOException {
        var sums = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        for (var counter : counters) counter.addTo(sums);
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : facets) counts.put(facet, sorted(sums.getOrDefault(facet, Map.of())));
        return new Counted(counters.stream().mapToLong(counter -> counter.total).sum(), counts);
    }

    private static List<FacetCount> sorted(Map<String, Long> sums) {
        return sums.entrySet().stream().map(e -> new FacetCount(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::code)).toList();
    }

    /** The counts of one thread's segments. */
    static final class Counter implements Collector {
        private final List<Facet> facets;
        private final List<Column> columns = new ArrayList<>();
        private long total;

        private Counter(Collection<Facet> facets) {
            this.facets = List.copyOf(facets);
        }

        private record Column(Facet facet, SortedDocValues codes, int[] counts) {}

        @Override public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            var here = new Column[facets.size()];
            for (int i = 0; i < here.length; i++) {
                var codes = DocValues.getSorted(segment.reader(), facets.get(i).key());
                here[i] = new Column(facets.get(i), codes, new int[codes.getValueCount()]);
            }
            columns.addAll(List.of(here));
            return new LeafCollector() {
                @Override public void setScorer(Scorable scorer) {}

                @Override public void collect(int document) throws IOException {
                    total++;
                    for (var column : here) if (column.codes.advanceExact(document)) column.counts[column.codes.ordValue()]++;
                }
            };
        }

        @Override public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private void addTo(Map<Facet, Map<String, Long>> sums) throws IOException {
            for (var column : columns) {
                var sum = sums.computeIfAbsent(column.facet, _ -> new HashMap<>());
                for (int code = 0; code < column.counts.length; code++) {
                    if (column.counts[code] > 0) sum.merge(column.codes.lookupOrd(code).utf8ToString(), (long) column.counts[code], Long::sum);
                }
            }
        }
    }
}
