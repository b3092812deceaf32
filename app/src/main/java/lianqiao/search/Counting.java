package lianqiao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lianqiao.search.SearchResult.FacetCount;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

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

        /** @param ordinals the codes as an array; null where they are asked one by one */
        private record Column(Facet facet, SortedDocValues codes, short @Nullable [] ordinals, int[] counts) {
            void count(int document) throws IOException {
                if (ordinals == null) {
                    if (codes.advanceExact(document)) counts[codes.ordValue()]++;
                } else if (ordinals[document] >= 0) {
                    counts[ordinals[document]]++;
                }
            }
        }

        @Override public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            var here = new Column[facets.size()];
            for (int i = 0; i < here.length; i++) {
                var codes = DocValues.getSorted(segment.reader(), facets.get(i).key());
                here[i] = new Column(facets.get(i), codes, Ordinals.of(segment.reader(), facets.get(i).key()), new int[codes.getValueCount()]);
            }
            columns.addAll(List.of(here));
            return new LeafCollector() {
                @Override public void setScorer(Scorable scorer) {}

                @Override public void collect(int document) throws IOException {
                    total++;
                    for (var column : here) column.count(document);
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

    /**
     * The column of a facet in one segment as a plain array: which code each case has. Counting a frequent word reads it for
     * every third case, and from memory that takes a fraction of what taking it apart anew takes. Two bytes a case and facet;
     * only large segments are kept so, as long as somebody reads them. Thread-safe.
     */
    static final class Ordinals {
        /** Smaller segments come and go every second and are counted quickly as they are. */
        private static final int LEAST_CASES = 2_000;
        private static final Map<IndexReader.CacheKey, Map<String, short[]>> KEPT = new ConcurrentHashMap<>();

        private Ordinals() {}

        /** Nothing for a small segment and for a column with more codes than two bytes can tell apart; a case without a code has -1. */
        static short @Nullable [] of(LeafReader segment, String column) throws IOException {
            var core = segment.getCoreCacheHelper();
            if (core == null || segment.maxDoc() < LEAST_CASES) return null;
            var codes = DocValues.getSorted(segment, column);
            if (codes.getValueCount() > Short.MAX_VALUE) return null;
            var kept = KEPT.get(core.getKey());
            if (kept == null) {
                kept = KEPT.computeIfAbsent(core.getKey(), _ -> new ConcurrentHashMap<>());
                core.addClosedListener(KEPT::remove);
            }
            var known = kept.get(column);
            if (known == null) kept.put(column, known = read(codes, segment.maxDoc()));
            return known;
        }

        private static short[] read(SortedDocValues codes, int cases) throws IOException {
            var read = new short[cases];
            for (int i = 0; i < cases; i++) read[i] = codes.advanceExact(i) ? (short) codes.ordValue() : -1;
            return read;
        }
    }
}
