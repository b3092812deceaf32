package lianqiao.authenticity;

/**
 * Whether more people than usual came on one day, by the days of the same weekday before: a negative binomial law over the
 * mean that these days leave open. It says "more than usual" and nothing about why.
 */
final class SurgeRule {
    /** Fewer people are never called a surge. */
    static final int LEAST = 5;
    /** So rarely a day without anything special may be called one. */
    static final double RARE = 1e-4;
    private static final double PRIOR = 0.5;

    private SurgeRule() {}

    /** How probable so many or more are, after days on which so many people came in all. @param days 1 or more */
    static double atLeast(int persons, int before, int days) {
        double alpha = PRIOR + before;
        double p = days / (days + 1.0);
        double chance = Math.pow(p, alpha);
        double fewer = 0;
        for (int k = 0; k < persons; k++) {
            fewer += chance;
            chance *= (k + alpha) / (k + 1) * (1 - p);
        }
        return Math.max(0, 1 - fewer);
    }

    /** From how many people on a day is called a surge. */
    static int from(int before, int days) {
        int persons = LEAST;
        while (atLeast(persons, before, days) >= RARE) persons++;
        return persons;
    }
}
