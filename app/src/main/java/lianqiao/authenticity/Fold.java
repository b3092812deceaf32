package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * Why a text was taken for a copy: everything needed to compute it again. Texts are named by keys that mean something to
 * whoever keeps them, such as the place of an event. Appended, never changed.
 *
 * <p>Of a text that is no copy but was put together from shared phrases, the likeness says what share of it others wrote too, and
 * its containment what share of the shorter it has in common with the neighbour.
 *
 * @param version of the {@link FoldRules}
 * @param neighbour the text most like it among those that were there before
 * @param medoid the middle of the group it joined, and {@code toMedoid} how like it that is
 */
public record Fold(int version, long key, long neighbour, Likeness likeness, long medoid, double toMedoid) implements Public {

    /** The key of the sentence that explains it; its places are the likeness in percent and the number of persons. */
    public String reason() {
        if (likeness.bond() == Bond.RECYCLED) return "authenticity.coverage.RECYCLED";
        return "authenticity.fold." + (likeness.isTemplate() ? "TEMPLATE" : likeness.bond().name());
    }

    /** Anybody can compute a fold again from the three texts; the same rules give the same answer. */
    public static Fold of(long key, String text, long neighbour, String neighbourText, long medoid, String medoidText, FoldRules rules) {
        var mine = Clean.of(text);
        return new Fold(rules.version(), key, neighbour, Likeness.of(mine, Clean.of(neighbourText), rules), medoid,
                Likeness.of(mine, Clean.of(medoidText), rules).jaccard());
    }
}
