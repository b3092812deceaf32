package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Notices that more people than usual speak about an issue. Counts persons, never messages, and looks at nothing else. */
final class Rises {
    static final int LEAST_PERSONS = 5;
    private static final int WEEKS = 8;
    private static final double BY_CHANCE = 1e-4;
    private static final int TIMES = 3;

    private Rises() {}

    /** @param days the persons of each day that somebody spoke on */
    static Optional<Rise> of(NavigableMap<LocalDate, Set<Long>> days, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        int onToday = days.getOrDefault(today, Set.of()).size();
        int sameDays = 0;
        for (int week = 1; week <= WEEKS; week++) sameDays += days.getOrDefault(today.minusWeeks(week), Set.of()).size();
        if (onToday >= leastOn(sameDays)) return Optional.of(new Rise(Rise.Why.DAY, now, onToday, (double) sameDays / WEEKS));
        int week = persons(days, today.minusDays(6), today.plusDays(1));
        double usual = (double) persons(days, today.minusDays(6).minusWeeks(WEEKS), today.minusDays(6)) / WEEKS;
        return week >= LEAST_PERSONS && week >= TIMES * usual ? Optional.of(new Rise(Rise.Why.WEEK, now, week, usual)) : Optional.empty();
    }

    /** An alert is given once in seven days, or again when there are twice as many persons. */
    static boolean isNews(Rise rise, Rise before) {
        return Duration.between(before.at(), rise.at()).compareTo(Duration.ofDays(7)) >= 0 || rise.persons() >= 2 * before.persons();
    }

    /**
     * The fewest persons that come by chance less than once in ten thousand such days, 5 at least. What is to be expected is a negative
     * binomial with r = ½ + {@code sum} and p = 8/9: eight days seen, and a prior that is worth half a person.
     *
     * @param sum persons on the same weekday of the eight weeks before, together
     */
    static int leastOn(int sum) {
        double r = 0.5 + sum;
        double mass = Math.pow((double) WEEKS / (WEEKS + 1), r);
        double tail = 1;
        int persons = 0;
        for (; tail >= BY_CHANCE; persons++) {
            tail -= mass;
            mass *= (r + persons) / (persons + 1) / (WEEKS + 1);
        }
        return Math.max(LEAST_PERSONS, persons);
    }

    private static int persons(NavigableMap<LocalDate, Set<Long>> days, LocalDate from, LocalDate until) {
        var all = new HashSet<Long>();
        days.subMap(from, true, until, false).values().forEach(all::addAll);
        return all.size();
    }
}
