package lianqiao.insight;

import java.time.Duration;
import lianqiao.base.Public;

/**
 * Every number that decides what an issue is. The page that explains them shows these.
 *
 * @param byDay so like the middle of an issue a newcomer must be to join it
 * @param byNight so like each other, on the mean, all messages of two issues must be to become one
 * @param cohesion so like each other, on the mean, its messages must be when all names of places are left out, or it is only a place
 * @param shared so many words must be shared by its messages, each by {@code sharedBy} of them and by at most {@code known} of all others
 * @param severalPlaces from so many places on it is the same problem in several places
 * @param leastPersons from so many persons on it is on the lists
 * @param activeDays an issue without news for longer takes in nothing by day
 * @param nightDays messages of so many days are gone through by night
 * @param mostByNight at most so many, the newest
 * @param block from more than this on, messages are compared by night only within the same service and area
 */
public record HotRules(double byDay, double byNight, double cohesion, int shared, double sharedBy, double known, int severalPlaces,
                       int leastPersons, int activeDays, int nightDays, int mostByNight, int block) implements Public {
    /** Words weigh what they weighed before this time. */
    static final Duration SETTLED = Duration.ofDays(30);
    /** What counts today. */
    public static final HotRules CURRENT = new HotRules(0.18, 0.10, 0.10, 2, 0.4, 0.05, 3, 5, 90, 3 * 366, 50_000, 5_000);
}
