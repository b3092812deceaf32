package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * Every number that decides whether texts are folded. A number that changes is a new version: old folds name theirs and
 * can be computed again with it.
 *
 * @param leastUnits below so many units (a Han sign or a word is one) only equal texts are the same
 * @param edited from this likeness on: the same text with small edits
 * @param variant from this likeness on: a variant, its differences shown
 * @param quoted from this share of the shorter text on: it is quoted in the longer one
 * @param leastQuoted a text with fewer shingles is too short to be called quoted
 * @param toMedoid so like the middle of a group a newcomer must be, or texts would chain into one another
 * @param recycled from this share of phrases of others on a text is recombined
 * @param noted from this share on it is noted
 * @param leastClean shorter texts are never called recombined; {@code leastCleanLatin} for scripts with spaces
 * @param stock a phrase that a larger share of voices used before the window is everybody's
 */
public record FoldRules(int version, int leastUnits, double edited, double variant, double quoted, int leastQuoted, double toMedoid,
                        double recycled, double noted, int leastClean, int leastCleanLatin, double stock) implements Public {
    /** What is folded by today. */
    public static final FoldRules CURRENT = new FoldRules(1, 64, 0.60, 0.45, 0.80, 30, 0.40, 0.60, 0.50, 20, 120, 0.005);

    /** Signs in a shingle: scripts without spaces say more in three signs than others in five. */
    int shingle(boolean dense) {
        return dense ? 3 : 5;
    }

    /** Signs in a phrase. */
    int phrase(boolean dense) {
        return dense ? 8 : 12;
    }

    /** How many others must have used a phrase. */
    int others(boolean dense) {
        return dense ? 3 : 2;
    }
}
