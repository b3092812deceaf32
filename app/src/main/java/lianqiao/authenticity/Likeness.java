package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * How like two texts are.
 *
 * @param jaccard shared shingles among all shingles of both
 * @param containment shared shingles among those of the shorter
 * @param sameNumbers whether the same numbers stand in both; the same words with others are often about another place
 * @param sameNegations whether both say no equally often
 */
public record Likeness(Bond bond, double jaccard, double containment, boolean sameNumbers, boolean sameNegations) implements Public {

    /** The same words about something else: folded for counting, the difference is shown, and cases stay apart. */
    public boolean isTemplate() {
        return bond.folds() && !(sameNumbers && sameNegations);
    }

    public static Likeness of(String one, String other, FoldRules rules) {
        return of(Clean.of(one), Clean.of(other), rules);
    }

    static Likeness of(Clean one, Clean other, FoldRules rules) {
        boolean numbers = one.numbers().equals(other.numbers());
        boolean negations = one.negations() == other.negations();
        if (one.length() > 0 && one.equalTo(other)) return new Likeness(Bond.SAME_TEXT, 1, 1, numbers, negations);
        if (one.isDense() != other.isDense()) return new Likeness(Bond.NONE, 0, 0, numbers, negations);
        int length = rules.shingle(one.isDense());
        var a = Shingles.set(Shingles.inOrder(one, length));
        var b = Shingles.set(Shingles.inOrder(other, length));
        double shared = Shingles.shared(a, b);
        double jaccard = shared == 0 ? 0 : shared / (a.length + b.length - shared);
        double containment = shared == 0 ? 0 : shared / Math.min(a.length, b.length);
        boolean judged = Math.min(one.units(), other.units()) >= rules.leastUnits();
        boolean longEnough = Math.min(a.length, b.length) >= rules.leastQuoted();
        return new Likeness(judged ? bond(jaccard, longEnough ? containment : 0, rules) : Bond.NONE, jaccard, containment, numbers, negations);
    }

    private static Bond bond(double jaccard, double containment, FoldRules rules) {
        if (jaccard >= rules.edited()) return Bond.SMALL_EDITS;
        if (jaccard >= rules.variant()) return Bond.VARIANT;
        return containment >= rules.quoted() ? Bond.QUOTES : Bond.NONE;
    }
}
