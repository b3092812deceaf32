package lianqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text into terms. Han characters become overlapping pairs, with each single character at the place of its pair,
 * so that any run of one or more characters is found exactly; a word segmenter would lose whole queries
 * (docs/performance.md). Other words are lower-cased, freed of accents and lightly stemmed. Thread-safe.
 */
final class Analysis extends Analyzer {
    /** Raised whenever documents must be built anew because terms or fields have changed. */
    static final String SHAPE = "1";

    /** As indexed and as looked for. */
    static final Analysis TERMS = new Analysis(true);
    /** Pairs only, for comparing whole texts, where single characters say nothing. */
    static final Analysis PAIRS = new Analysis(false);

    private final boolean singles;

    private Analysis(boolean singles) {
        this.singles = singles;
    }

    /** A term and where it stands: its place counted in terms, and its characters from {@code start} to before {@code end}. */
    record Token(String term, int place, int start, int end) {}

    @Override protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var folded = new LowerCaseFilter(new CJKWidthFilter(words));
        var pairs = new CJKBigramFilter(folded, CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL, singles);
        return new TokenStreamComponents(words, new KStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(pairs))));
    }

    /** The terms of a text in order. */
    List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int place = -1;
            while (stream.incrementToken()) {
                place += step.getPositionIncrement();
                tokens.add(new Token(term.toString(), place, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
