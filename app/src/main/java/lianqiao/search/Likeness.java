package lianqiao.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.CaseNumber;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds public cases whose words are like those of a text that is still being written, by its most telling terms. */
final class Likeness {
    private static final int MOST_READ = 400;
    private static final int MOST_TERMS = 12;
    /** Of the telling terms, this share must occur: less is not like it. */
    private static final double SHARE = 0.3;

    private Likeness() {}

    static List<Similar> find(IndexSearcher searcher, String text, @Nullable String service, @Nullable String area, int most) throws IOException {
        var telling = telling(searcher, text);
        if (telling.clauses().isEmpty()) return List.of();
        var query = new BooleanQuery.Builder().add(telling, Occur.MUST).add(new TermQuery(Documents.LIKENESS), Occur.FILTER);
        Door.PUBLIC.bounds().forEach(query::add);
        if (service != null) query.add(bonus(Facet.SERVICE, service), Occur.SHOULD);
        if (area != null) query.add(bonus(Facet.AREA, area), Occur.SHOULD);
        var similar = new ArrayList<Similar>();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(query.build(), most).scoreDocs) {
            similar.add(new Similar(new CaseNumber(stored.document(hit.doc).get(Documents.NUMBER)), hit.score));
        }
        return similar;
    }

    private static Query bonus(Facet facet, String code) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(facet.key(), code))), 2);
    }

    private static BooleanQuery telling(IndexSearcher searcher, String text) throws IOException {
        var like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(Analysis.PAIRS);
        like.setFieldNames(new String[] {Documents.TEXT});
        like.setMinTermFreq(1);
        like.setMinDocFreq(1);
        like.setMinWordLen(2);
        like.setMaxQueryTerms(MOST_TERMS);
        var terms = (BooleanQuery) like.like(Documents.TEXT, new StringReader(head(text)));
        int needed = Math.max(Math.min(2, terms.clauses().size()), (int) Math.ceil(terms.clauses().size() * SHARE));
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        terms.clauses().forEach(query::add);
        return query.build();
    }

    /** The beginning, where people say what it is about; enough for an answer in a few thousandths of a second. */
    private static String head(String text) {
        return text.codePointCount(0, text.length()) <= MOST_READ ? text : text.substring(0, text.offsetByCodePoints(0, MOST_READ));
    }
}
