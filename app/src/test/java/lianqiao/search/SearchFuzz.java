package lianqiao.search;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseText;
import lianqiao.cases.State;
import lianqiao.fuzz.Target;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Any question to a small index of three cases, one of them confidential; and any text as a document beside them. */
public final class SearchFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("search-question", SearchFuzz::question).slow(), Target.ofText("search-excerpt", SearchFuzz::excerpt).slow());
    private static final CaseNumber SECRET = CaseNumber.of("20261123", 3);
    private static final IndexSearcher INDEX = index(List.of(text(CaseNumber.of("20261123", 1), false, "路灯不亮 street lamp"), text(CaseNumber.of("20261123", 2), false, "噪音扰民 noise at night"),
            text(SECRET, true, "举报 secret lamp")));

    private SearchFuzz() {}

    private static void question(String text) throws IOException {
        for (var order : SearchQuery.Order.values()) {
            var only = new EnumMap<Facet, Set<String>>(Facet.class);
            if (text.length() % 3 == 0) only.put(Facet.values()[text.length() % Facet.values().length], Set.of(text));
            var found = new Asking(INDEX, Door.PUBLIC, new SearchQuery(text, Map.copyOf(only), order, 0, 20)).find();
            promise(found.hits().stream().noneMatch(hit -> hit.number().equals(SECRET)) && !found.direct().equals(java.util.Optional.of(SECRET)) || found.hits().isEmpty(), "no question finds a confidential case");
            promise(found.total() <= 2, "a confidential case is not counted");
        }
    }

    private static void excerpt(String text) {
        int half = text.length() / 2;
        var excerpts = new Excerpts(Clause.of(text.substring(0, half)));
        var all = new ArrayList<>(excerpts.best(List.of(text.substring(half))));
        var shown = excerpts.whole(text).stream().map(SearchResult.Segment::text).collect(Collectors.joining());
        promise(shown.equals(text.length() > 12_000 ? shown : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()), "a whole text is shown whole");
        promise(all.stream().mapToInt(segment -> segment.text().length()).sum() <= 124, "an excerpt is short");
    }

    private static CaseText text(CaseNumber number, boolean confidential, String words) {
        return new CaseText(number, State.ASSIGNED, "lights", "east", "lights-office", List.of(), confidential, null, List.of(), Instant.EPOCH, Instant.EPOCH, null, null, "WEB", null,
                words, words, "", List.of(), List.of(), List.of());
    }

    private static IndexSearcher index(List<CaseText> texts) {
        try {
            var folder = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(folder, new IndexWriterConfig(Analysis.TERMS))) {
                for (var one : texts) writer.addDocument(Documents.of(one));
            }
            return new IndexSearcher(DirectoryReader.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
