package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What two texts have in common, as parts of the first one, so that a page can show it. */
public final class SharedParts {
    /** Shorter common parts are chance. */
    private static final int LEAST_DENSE = 5;
    private static final int LEAST_LATIN = 12;

    private SharedParts() {}

    /** The parts of {@code text} that stand in {@code other} too, in order; the same rules give the same parts. */
    public static List<Span> of(String text, String other, FoldRules rules) {
        var mine = Clean.of(text);
        int length = rules.shingle(mine.isDense());
        var theirs = Shingles.set(Shingles.inOrder(Clean.of(other), length));
        var shared = new boolean[mine.length()];
        var shingles = Shingles.inOrder(mine, length);
        for (int i = 0; i < shingles.length; i++)
            if (Arrays.binarySearch(theirs, shingles[i]) >= 0) Arrays.fill(shared, i, i + length, true);
        return spans(mine, shared, mine.isDense() ? LEAST_DENSE : LEAST_LATIN);
    }

    private static List<Span> spans(Clean text, boolean[] shared, int least) {
        var spans = new ArrayList<Span>();
        for (int i = 0, end; i < shared.length; i = end) {
            end = i + 1;
            if (!shared[i]) continue;
            while (end < shared.length && shared[end]) end++;
            if (end - i >= least) spans.add(new Span(text.from(i), text.to(end - 1), 1));
        }
        return spans;
    }
}
