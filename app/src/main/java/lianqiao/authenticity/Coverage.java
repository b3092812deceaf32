package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Public;

/**
 * How much of a text others wrote too, in phrases: the share of its signs, and the parts with the number of people.
 *
 * @param version of the {@link FoldRules}
 */
public record Coverage(int version, double share, Mark mark, List<Span> spans) implements Public {
    /** What follows from the share. */
    public enum Mark implements Public {
        /** Recombined from phrases that others use; folded. */
        RECYCLED,
        /** Much of it is; noted, not folded. */
        NOTED,
        OWN_WORDS,
        /** Too short to say. */
        TOO_SHORT
    }

    public Coverage {
        spans = List.copyOf(spans);
    }

    /** The key of the sentence that explains it; its places are the share in percent and the number of persons. */
    public String reason() {
        return "authenticity.coverage." + mark.name();
    }

    /** Measures a text against what others wrote in the window; the author's own earlier texts never count. */
    public static Coverage of(String text, long voice, Phrases window, StockPhrases stock) {
        return of(Clean.of(text), window.number(voice), window, stock, 0);
    }

    /** @param others how many others must have used a phrase; 0 for what the rules say */
    static Coverage of(Clean text, int voice, Phrases window, StockPhrases stock, int others) {
        var rules = window.rules();
        int least = others > 0 ? others : rules.others(text.isDense());
        int[] used = used(text, voice, window, stock, least);
        int covered = 0;
        for (int sign : used) if (sign > 0) covered++;
        double share = text.length() == 0 ? 0 : (double) covered / text.length();
        return new Coverage(rules.version(), share, mark(text, share, rules), spans(text, used));
    }

    /** For each sign the fewest other voices among the phrases that cover it and count, 0 for a sign of one's own. */
    private static int[] used(Clean text, int voice, Phrases window, StockPhrases stock, int least) {
        var phrases = window.inOrder(text);
        var used = new int[text.length()];
        int length = window.rules().phrase(text.isDense());
        for (int i = 0; i < phrases.length; i++) {
            int others = window.others(phrases[i], voice);
            if (others < least || stock.holds(phrases[i])) continue;
            for (int j = i; j < i + length; j++) used[j] = used[j] == 0 ? others : Math.min(used[j], others);
        }
        return used;
    }

    private static Mark mark(Clean text, double share, FoldRules rules) {
        if (text.length() < (text.isDense() ? rules.leastClean() : rules.leastCleanLatin())) return Mark.TOO_SHORT;
        return share >= rules.recycled() ? Mark.RECYCLED : share >= rules.noted() ? Mark.NOTED : Mark.OWN_WORDS;
    }

    private static List<Span> spans(Clean text, int[] used) {
        var spans = new ArrayList<Span>();
        for (int i = 0, end; i < used.length; i = end) {
            end = i + 1;
            if (used[i] == 0) continue;
            int fewest = used[i];
            while (end < used.length && used[end] > 0) fewest = Math.min(fewest, used[end++]);
            spans.add(new Span(text.from(i), text.to(end - 1), fewest));
        }
        return spans;
    }
}
