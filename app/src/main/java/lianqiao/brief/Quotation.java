package lianqiao.brief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import lianqiao.base.CaseNumber;
import lianqiao.brief.Brief.Passage;
import lianqiao.cases.DayBook.Words;
import lianqiao.insight.Quote;

/** Quoting: a passage is a place in a text, and what is shown for it is that place, letter by letter, or nothing. */
final class Quotation {
    /** More than this of one text nobody reads standing; the rest is behind the link. */
    static final int LONGEST = 200;
    private static final int ROOM_FOR_A_SENTENCE = 80;
    private static final String ENDS = "。！？!?\n";

    private Quotation() {}

    /** The text from its first word on, up to the end of a sentence where there is one near. */
    static Passage beginning(Words words, String why) {
        var text = words.text();
        int from = words.title().isEmpty() ? 0 : words.title().length() + 1;
        return of(words, why, Math.min(from, text.length()), end(text, Math.min(from, text.length())));
    }

    /** A sentence that was chosen elsewhere. */
    static Passage of(Quote quote) {
        return new Passage(new CaseNumber(quote.reference()), quote.differing() ? "differs" : "says", quote.from(), quote.to(), mark(quote.words()));
    }

    static Passage of(Words words, String why, int from, int to) {
        return new Passage(words.number(), why, from, to, mark(words.text().substring(from, to)));
    }

    /** What stands there today, if it is what stood there when it was chosen; an ellipsis says where a sentence goes on. */
    static Optional<String> read(Passage passage, Words words) {
        var text = words.text();
        if (passage.to() > text.length()) return Optional.empty();
        var there = text.substring(passage.from(), passage.to());
        if (!mark(there).equals(passage.mark())) return Optional.empty();
        return Optional.of(passage.to() < text.length() && !there.isEmpty() && !isEnd(text, passage.to()) ? there + "…" : there);
    }

    /** Whether a sentence or a line ends there. */
    private static boolean isEnd(String text, int to) {
        return ENDS.indexOf(text.charAt(to - 1)) >= 0 || text.charAt(to - 1) == '.' || text.charAt(to) == '\n';
    }

    private static int end(String text, int from) {
        if (text.length() - from <= LONGEST) return text.length();
        for (int i = from + LONGEST; i > from + LONGEST - ROOM_FOR_A_SENTENCE; i--) if (ENDS.indexOf(text.charAt(i - 1)) >= 0) return i;
        int cut = from + LONGEST;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    private static String mark(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
