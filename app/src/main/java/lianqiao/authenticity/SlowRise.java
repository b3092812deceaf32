package lianqiao.authenticity;

/** A rise too slow for one day to show it: what is above 1.44 times the usual adds up, what is below takes away (CUSUM for a doubled rate). */
final class SlowRise {
    /** From this sum on it is called a rise. */
    static final double FROM = 5;
    private static final double DOUBLED = 1 / Math.log(2);

    private SlowRise() {}

    /** The sum after the last of these days, in their order. @param usual people a day before them */
    static double sum(int[] days, double usual) {
        double sum = 0;
        for (int persons : days) sum = Math.max(0, sum + persons - DOUBLED * usual);
        return sum;
    }
}
