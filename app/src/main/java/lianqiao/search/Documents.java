package lianqiao.search;

import java.util.List;
import java.util.Map;
import java.util.EnumSet;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseText;
import lianqiao.cases.State;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of a case. The words of a confidential case stand in fields of their own that the public door never
 * looks into, and it lacks the mark that the public door demands besides: two locks, each enough.
 */
final class Documents {
    static final String NUMBER = "number";
    /** The mark of a case that all may read. */
    static final Term PUBLIC = new Term("door", "public");
    static final Term CONFIDENTIAL = new Term("door", "desk");
    /** Only cases that can be joined or whose answer can be read; a joined one shows its lead case anyway. */
    static final Term LIKENESS = new Term("likeness", "yes");
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String SECRET_TITLE = "secret.title";
    static final String SECRET_TEXT = "secret.text";
    static final String NOTE = "note";
    static final String HANDLES = "handles";
    static final String CONCERNS = "concerns";
    static final String NAMED = "named";
    static final String RECEIVED = "received";
    static final String SHOWN_TITLE = "shown.title";
    static final String SHOWN_TEXT = "shown.text";
    static final String SHOWN_NOTE = "shown.note";

    private static final Set<State> NO_LIKENESS = EnumSet.of(State.JOINED, State.REFUSED);

    private Documents() {}

    static Term key(CaseNumber number) {
        return new Term(NUMBER, number.text());
    }

    static Document of(CaseText c) {
        var document = new Document();
        document.add(new StringField(NUMBER, c.number().text(), Store.YES));
        var door = c.confidential() ? CONFIDENTIAL : PUBLIC;
        document.add(new StringField(door.field(), door.bytes(), Store.NO));
        if (!c.confidential() && !NO_LIKENESS.contains(c.state())) document.add(new StringField(LIKENESS.field(), LIKENESS.bytes(), Store.NO));
        document.add(new NumericDocValuesField(RECEIVED, c.receivedAt().toEpochMilli()));
        codes(c).forEach((facet, code) -> code(document, facet, code));
        handlers(document, c);
        if (c.concerns() != null) document.add(new StringField(CONCERNS, c.concerns(), Store.NO));
        for (var officer : c.named()) document.add(new StringField(NAMED, officer, Store.NO));
        words(document, c);
        return document;
    }

    private static Map<Facet, String> codes(CaseText c) {
        return Map.of(Facet.STATE, c.state().name(), Facet.SERVICE, c.service(), Facet.AREA, c.area(),
                Facet.OFFICE, c.lead() == null ? "" : c.lead(), Facet.YEAR, c.number().text().substring(0, 4));
    }

    private static void code(Document document, Facet facet, String code) {
        if (code.isEmpty()) return;
        document.add(new StringField(facet.key(), code, Store.NO));
        document.add(new SortedDocValuesField(facet.key(), new BytesRef(code)));
    }

    private static void handlers(Document document, CaseText c) {
        if (c.lead() != null) document.add(new StringField(HANDLES, c.lead(), Store.YES));
        for (var office : c.helping()) document.add(new StringField(HANDLES, office, Store.YES));
    }

    private static void words(Document document, CaseText c) {
        var title = c.confidential() ? SECRET_TITLE : TITLE;
        var text = c.confidential() ? SECRET_TEXT : TEXT;
        document.add(new TextField(title, c.title(), Store.NO));
        document.add(new TextField(text, c.title(), Store.NO));
        document.add(new StoredField(SHOWN_TITLE, c.title()));
        add(document, text, SHOWN_TEXT, List.of(c.body()));
        add(document, text, SHOWN_TEXT, c.published());
        add(document, text, SHOWN_TEXT, List.of(c.address()));
        add(document, NOTE, SHOWN_NOTE, c.internal());
    }

    private static void add(Document document, String searched, String shown, List<String> texts) {
        for (var text : texts) {
            if (text.isBlank()) continue;
            document.add(new TextField(searched, text, Store.NO));
            document.add(new StoredField(shown, text));
        }
    }

    /** The number a document stands for; null when the document has none, which never happens. */
    static @Nullable CaseNumber number(Document document) {
        var text = document.get(NUMBER);
        return text == null ? null : new CaseNumber(text);
    }
}
