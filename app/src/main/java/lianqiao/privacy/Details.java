package lianqiao.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds personal details in a text and masks them. Every occurrence is found in one pass over the text, without
 * regular expressions, so that the time grows with the length alone, whatever somebody types. Pure; thread-safe.
 *
 * <p>A masked detail is shown as {@link #MASK}, always the same four blocks: neither its digits nor its length remain.
 */
public final class Details {
    /** The number of this set of rules. It goes up with every change of what is found, so that older texts are masked anew. */
    public static final int RULES = 1;
    /** What stands in the place of a detail. */
    public static final String MASK = "████";

    private Details() {}

    /** All details in a text, from front to back; they do not overlap. */
    public static List<Detail> in(String text, Speaker speaker) {
        var found = new ArrayList<Detail>();
        for (var run : DigitRun.in(text)) Numbers.find(run, speaker, found);
        Plates.find(text, found);
        Accounts.find(text, found);
        Mailboxes.find(text, speaker, found);
        return inOrder(found);
    }

    /** The text as everybody may read it. */
    public static String masked(String text, Speaker speaker) {
        return masked(text, in(text, speaker));
    }

    /** The text with these places masked; where they overlap or touch, one mask stands for all. */
    public static String masked(String text, Collection<Detail> details) {
        if (details.isEmpty()) return text;
        var shown = new StringBuilder(text.length());
        int end = 0;
        for (var detail : inOrder(details)) {
            shown.append(text, end, detail.from()).append(MASK);
            end = detail.to();
        }
        return shown.append(text, end, text.length()).toString();
    }

    /** A text cut at its details, for showing its author what will be masked; together the pieces are the text. */
    public static List<Piece> pieces(String text, Speaker speaker) {
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (var detail : in(text, speaker)) {
            if (detail.from() > end) pieces.add(new Piece(text.substring(end, detail.from()), null));
            pieces.add(new Piece(text.substring(detail.from(), detail.to()), detail.kind()));
            end = detail.to();
        }
        if (end < text.length()) pieces.add(new Piece(text.substring(end), null));
        return pieces;
    }

    /** Sorted, with overlapping ones made one; the kind of the longer one stays. */
    private static List<Detail> inOrder(Collection<Detail> details) {
        if (details.isEmpty()) return List.of();
        var sorted = new ArrayList<>(details);
        sorted.sort(Comparator.comparingInt(Detail::from).thenComparing(Comparator.comparingInt(Detail::to).reversed()));
        var merged = new ArrayList<Detail>();
        for (var detail : sorted) {
            if (merged.isEmpty() || merged.getLast().to() <= detail.from()) merged.add(detail);
            else merged.add(both(merged.removeLast(), detail));
        }
        return List.copyOf(merged);
    }

    private static Detail both(Detail a, Detail b) {
        var longer = b.to() - b.from() > a.to() - a.from() ? b : a;
        return new Detail(longer.kind(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }
}
