package lianqiao.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Codes are counted alike in a small segment, column by column, and in a large one, from arrays. */
class CountingTest {
    private static final Facet FACET = Facet.values()[0];

    /** Every third case has the word, every fifth has no code, the others one of seven. */
    private static void write(IndexWriter writer, int cases, Map<String, Long> expected) throws Exception {
        for (int i = 0; i < cases; i++) {
            var document = new Document();
            var found = i % 3 == 0;
            document.add(new StringField("word", found ? "yes" : "no", Field.Store.NO));
            if (i % 5 != 0) {
                document.add(new SortedDocValuesField(FACET.key(), new BytesRef("code-" + i % 7)));
                if (found) expected.merge("code-" + i % 7, 1L, Long::sum);
            }
            writer.addDocument(document);
        }
        writer.flush();
    }

    @Test void countingFromArraysGivesTheSameNumbers() throws Exception {
        try (var directory = new ByteBuffersDirectory(); var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var expected = new HashMap<String, Long>();
            write(writer, 6_000, expected);
            write(writer, 300, expected);
            try (var reader = DirectoryReader.open(writer)) {
                assertEquals(2, reader.leaves().size());
                assertNotNull(Counting.Ordinals.of(reader.leaves().get(0).reader(), FACET.key()));
                assertNull(Counting.Ordinals.of(reader.leaves().get(1).reader(), FACET.key()), "small segments are counted as they are");
                var counted = new IndexSearcher(reader).search(new TermQuery(new Term("word", "yes")), new Counting(EnumSet.of(FACET)));
                assertEquals(2_100, counted.total());
                var counts = new HashMap<String, Long>();
                counted.facets().get(FACET).forEach(count -> counts.put(count.code(), count.count()));
                assertEquals(expected, counts);
            }
        }
    }
}
