package lianqiao.checklist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lianqiao.base.Signs;

/** Phrases that an office has used in several answers. Immutable once built. */
final class Stock {
    /** So many signs in a row are a phrase. */
    private static final int PHRASE = 8;
    /** A phrase of so many answers is stock. */
    private static final int LEAST_ANSWERS = 3;

    private final Map<Long, Integer> answers = new HashMap<>();
    private final Map<String, Former> whole = new HashMap<>();

    Stock(List<Former> former) {
        for (var one : former) {
            var clean = clean(one.answer());
            whole.putIfAbsent(clean, one);
            var once = new HashSet<Long>();
            for (int i = 0; i + PHRASE <= clean.length(); i++) if (once.add(phrase(clean, i))) answers.merge(phrase(clean, i), 1, Integer::sum);
        }
    }

    /** For each sign of a text, without spaces and punctuation, whether a stock phrase covers it. {@code own} answers are not counted: 1 when the text is itself among them. */
    boolean[] covered(String text, int own) {
        var clean = clean(text);
        var covered = new boolean[clean.length()];
        for (int i = 0; i + PHRASE <= clean.length(); i++)
            if (answers.getOrDefault(phrase(clean, i), 0) - own >= LEAST_ANSWERS) java.util.Arrays.fill(covered, i, i + PHRASE, true);
        return covered;
    }

    static double share(boolean[] covered) {
        int many = 0;
        for (boolean one : covered) if (one) many++;
        return covered.length == 0 ? 0 : (double) many / covered.length;
    }

    /** The earlier answer that says the very same, if there is one. */
    java.util.Optional<Former> same(String answer) {
        return java.util.Optional.ofNullable(whole.get(clean(answer)));
    }

    private static long phrase(String clean, int from) {
        long hash = 1125899906842597L;
        for (int i = from; i < from + PHRASE; i++) hash = 31 * hash + clean.charAt(i);
        return hash;
    }

    static String clean(String text) {
        var signs = Signs.of(text);
        var clean = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) if (signs.isSign(i)) clean.append(signs.at(i));
        return clean.toString();
    }
}
