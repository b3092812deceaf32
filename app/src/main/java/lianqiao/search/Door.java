package lianqiao.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What a reader may look into: which cases, and which of their words. */
interface Door {
    /** Conditions that every search through this door has to fulfil. */
    List<BooleanClause> bounds();

    /** What finding a clause means here, and what makes a find a better one. */
    List<BooleanClause> words(Clause clause);

    /** A clause of one term as a part of a loose search. */
    Query term(Clause clause);

    /** The fields that {@link #term} looks into, where all that stands in them may be known; none where something is hidden. */
    List<String> fields();

    /** What of a document may be shown, best for an excerpt first. */
    List<String> texts(Document document);

    /** A word in the title says more about a case than one in the text. */
    float TITLE_WEIGHT = 2;

    /** Everybody's door: public cases and what is published of them. */
    Door PUBLIC = new Door() {
        @Override public List<BooleanClause> bounds() {
            return List.of(new BooleanClause(new TermQuery(Documents.PUBLIC), Occur.FILTER));
        }

        @Override public List<BooleanClause> words(Clause clause) {
            return List.of(new BooleanClause(in(Documents.TEXT, clause), Occur.MUST),
                    new BooleanClause(new BoostQuery(in(Documents.TITLE, clause), TITLE_WEIGHT), Occur.SHOULD));
        }

        @Override public Query term(Clause clause) {
            return in(Documents.TEXT, clause);
        }

        @Override public List<String> fields() {
            return List.of(Documents.TEXT);
        }

        @Override public List<String> texts(Document document) {
            return List.of(document.getValues(Documents.SHOWN_TEXT));
        }
    };

    /** The door of one officer. */
    static Door of(DeskReader reader) {
        return new Door() {
            @Override public List<BooleanClause> bounds() {
                var bounds = new ArrayList<BooleanClause>();
                if (!reader.seesAll()) {
                    var visible = new BooleanQuery.Builder().add(new TermQuery(Documents.PUBLIC), Occur.SHOULD).add(own(reader), Occur.SHOULD);
                    bounds.add(new BooleanClause(visible.build(), Occur.FILTER));
                }
                // Outermost and last: no other condition lets a report of wrongdoing through to the office it is about.
                if (!reader.notAbout().isEmpty()) bounds.add(new BooleanClause(codes(Documents.CONCERNS, reader.notAbout()), Occur.MUST_NOT));
                if (!reader.persons().isEmpty()) bounds.add(new BooleanClause(codes(Documents.NAMED, reader.persons()), Occur.MUST_NOT));
                return bounds;
            }

            @Override public List<BooleanClause> words(Clause clause) {
                var title = new BooleanQuery.Builder().add(in(Documents.TITLE, clause), Occur.SHOULD).add(in(Documents.SECRET_TITLE, clause), Occur.SHOULD);
                return List.of(new BooleanClause(term(clause), Occur.MUST), new BooleanClause(new BoostQuery(title.build(), TITLE_WEIGHT), Occur.SHOULD));
            }

            @Override public Query term(Clause clause) {
                var notes = in(Documents.NOTE, clause);
                return new BooleanQuery.Builder()
                        .add(in(Documents.TEXT, clause), Occur.SHOULD)
                        .add(in(Documents.SECRET_TEXT, clause), Occur.SHOULD)
                        .add(reader.seesAll() ? notes : new BooleanQuery.Builder().add(notes, Occur.MUST).add(own(reader), Occur.FILTER).build(), Occur.SHOULD)
                        .build();
            }

            @Override public List<String> fields() {
                return List.of();
            }

            /** A note is shown only to those whose notes were looked into: the page of the case shows it to nobody else either. */
            @Override public List<String> texts(Document document) {
                var texts = new ArrayList<>(List.of(document.getValues(Documents.SHOWN_TEXT)));
                if (mayReadNotes(reader, document)) texts.addAll(List.of(document.getValues(Documents.SHOWN_NOTE)));
                return texts;
            }
        };
    }

    private static boolean mayReadNotes(DeskReader reader, Document document) {
        return reader.seesAll() || reader.areas().isEmpty() && List.of(document.getValues(Documents.HANDLES)).stream().anyMatch(reader.offices()::contains);
    }

    private static Query own(DeskReader reader) {
        var own = new BooleanQuery.Builder().add(codes(Documents.HANDLES, reader.offices()), Occur.FILTER);
        if (!reader.areas().isEmpty()) own.add(codes(Facet.AREA.key(), reader.areas()), Occur.FILTER);
        return new ConstantScoreQuery(own.build());
    }

    private static Query codes(String field, java.util.Collection<String> codes) {
        return new TermInSetQuery(field, codes.stream().map(BytesRef::new).toList());
    }

    private static Query in(String field, Clause clause) {
        if (clause.terms().size() == 1) return new TermQuery(new Term(field, clause.terms().getFirst()));
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < clause.terms().size(); i++) phrase.add(new Term(field, clause.terms().get(i)), clause.places().get(i));
        return phrase.build();
    }
}
