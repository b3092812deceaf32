package lianqiao.insight;

import java.time.Instant;
import lianqiao.base.Public;

/**
 * More people than usual speak about an issue. It says nothing else: never that they are not honest.
 *
 * @param at when it was noticed
 * @param persons how many, on that day ({@link Why#DAY}) or in the seven days before ({@link Why#WEEK})
 * @param usual what the time before lets expect: persons on such a day or in such a week
 */
public record Rise(Why why, Instant at, int persons, double usual) implements Public {
    /** By which of the two rules it was noticed. */
    public enum Why implements Public {
        /** So many on one day come by chance less than once in ten thousand such days. */
        DAY,
        /** Three times the weekly mean of the eight weeks before, and five persons at least. */
        WEEK
    }
}
