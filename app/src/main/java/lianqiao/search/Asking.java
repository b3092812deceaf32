package lianqiao.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.search.SearchResult.FacetCount;
import lianqiao.search.SearchResult.Hit;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Asks the index one query through one door. Made for one search and dropped. */
final class Asking {
    private static final int MOST_LOOSE_TERMS = 12;
    private static final Sort NEWEST = new Sort(new SortField(Documents.RECEIVED, SortField.Type.LONG, true));

    private final IndexSearcher searcher;
    private final Door door;
    private final SearchQuery asked;

    Asking(IndexSearcher searcher, Door door, SearchQuery asked) {
        this.searcher = searcher;
        this.door = door;
        this.asked = asked;
    }

    /** What both doors hand out, each in its own type. */
    record Found(List<Hit> hits, long total, Map<Facet, List<FacetCount>> facets, boolean loose, Optional<CaseNumber> direct) {}

    Found find() throws IOException {
        var direct = Numbers.read(asked.text()).filter(number -> isThere(number));
        if (direct.isPresent()) return found(List.of(), new TermQuery(Documents.key(direct.get())), false, direct);
        var clauses = Clause.of(asked.text());
        if (clauses.isEmpty()) return found(clauses, asked.text().isBlank() ? MatchAllDocsQuery.INSTANCE : MatchNoDocsQuery.INSTANCE, false, direct);
        var exact = found(clauses, all(clauses), false, direct);
        if (exact.total() > 0 || !asked.only().isEmpty() && count(all(clauses)) > 0) return exact;
        var terms = Clause.loosely(clauses);
        int needed = (Math.min(terms.size(), MOST_LOOSE_TERMS) + 1) / 2;
        var parts = rarest(terms);
        return terms.size() < 2 || parts.size() < needed ? exact : found(parts, most(parts, needed), true, direct);
    }

    /** The terms that say most, of those that this door can find at all; common ones would cost much and change little. */
    private List<Clause> rarest(List<Clause> terms) throws IOException {
        var often = new HashMap<Clause, Integer>();
        for (var term : terms) often.put(term, often(term));
        return terms.stream().filter(term -> often.get(term) > 0).sorted(Comparator.comparing(often::get)).limit(MOST_LOOSE_TERMS).toList();
    }

    /** Behind a door that hides something only what may be found is counted, or a word that stands in a hidden case alone would give it away. */
    private int often(Clause term) throws IOException {
        if (door.fields().isEmpty()) return count(door.term(term));
        int often = 0;
        for (var field : door.fields()) often += searcher.getIndexReader().docFreq(new Term(field, term.terms().getFirst()));
        return often;
    }

    private boolean isThere(CaseNumber number) {
        try {
            return count(new TermQuery(Documents.key(number))) > 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int count(Query words) throws IOException {
        return searcher.count(guarded(words, Map.of()));
    }

    private Query all(List<Clause> clauses) {
        var query = new BooleanQuery.Builder();
        for (var clause : clauses) door.words(clause).forEach(query::add);
        return query.build();
    }

    /** Half of the terms, rare ones weighing more: for whole sentences that nobody else has written the same way. */
    private Query most(List<Clause> terms, int needed) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        for (var term : terms) query.add(door.term(term), Occur.SHOULD);
        return query.build();
    }

    /** The words, inside the door's bounds, narrowed. Nothing reaches the index but through here. */
    private Query guarded(Query words, Map<Facet, Set<String>> only) {
        var query = new BooleanQuery.Builder().add(words, Occur.MUST);
        door.bounds().forEach(query::add);
        only.forEach((facet, codes) -> query.add(anyOf(facet, codes), Occur.FILTER));
        return query.build();
    }

    private static Query anyOf(Facet facet, Collection<String> codes) {
        if (codes.size() == 1) return new TermQuery(new Term(facet.key(), codes.iterator().next()));
        return new TermInSetQuery(facet.key(), codes.stream().map(BytesRef::new).toList());
    }

    private Found found(List<Clause> clauses, Query words, boolean loose, Optional<CaseNumber> direct) throws IOException {
        boolean byDate = clauses.isEmpty() || asked.order() == SearchQuery.Order.NEWEST;
        int most = asked.from() + asked.most();
        var free = EnumSet.allOf(Facet.class);
        free.removeAll(asked.only().keySet());
        var query = guarded(words, asked.only());
        TopDocs documents = byDate ? searcher.search(query, new TopFieldCollectorManager(NEWEST, most, most)) : searcher.search(query, new TopScoreDocCollectorManager(most, most));
        var counted = searcher.search(query, new Counting(free));
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        counts.putAll(counted.facets());
        for (var facet : asked.only().keySet()) counts.putAll(searcher.search(guarded(words, without(facet)), new Counting(Set.of(facet))).facets());
        return new Found(hits(documents.scoreDocs, clauses), counted.total(), counts, loose, direct);
    }

    private Map<Facet, Set<String>> without(Facet facet) {
        var others = new EnumMap<Facet, Set<String>>(Facet.class);
        asked.only().forEach((other, codes) -> { if (other != facet) others.put(other, codes); });
        return others;
    }

    private List<Hit> hits(ScoreDoc[] documents, List<Clause> clauses) throws IOException {
        var excerpts = new Excerpts(clauses);
        var stored = searcher.storedFields();
        var hits = new java.util.ArrayList<Hit>();
        for (int i = asked.from(); i < documents.length; i++) {
            var document = stored.document(documents[i].doc);
            var number = new CaseNumber(document.get(Documents.NUMBER));
            hits.add(new Hit(number, excerpts.whole(document.get(Documents.SHOWN_TITLE)), excerpts.best(door.texts(document))));
        }
        return hits;
    }
}
