package lianqiao.insight;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Finds what comes back every year: in the same month of two years three persons at least, and twice as many as in the other months of that year. */
final class Seasons {
    private static final int LEAST_YEARS = 2;
    private static final int LEAST_PERSONS = 3;
    private static final int TIMES = 2;
    private static final int MONTHS = 12;
    private static final Period AHEAD = Period.ofDays(30);
    private static final Period LOOKED_AHEAD = Period.ofMonths(3);

    private Seasons() {}

    /** When it is to be expected next. */
    record Returns(LocalDate month, List<Integer> years, LocalDate actFrom) {}

    /** @param persons of each month, by its first day; @param today only what is due within three months is told */
    static Optional<Returns> of(SortedMap<LocalDate, Integer> persons, LocalDate today) {
        for (var next = today.withDayOfMonth(1); next.isBefore(today.plus(LOOKED_AHEAD)); next = next.plusMonths(1)) {
            var years = years(persons, next.getMonth(), next.getYear());
            if (years.size() >= LEAST_YEARS) return Optional.of(new Returns(next, years, next.minus(AHEAD)));
        }
        return Optional.empty();
    }

    private static List<Integer> years(SortedMap<LocalDate, Integer> persons, Month month, int before) {
        var years = new ArrayList<Integer>();
        persons.forEach((first, many) -> {
            if (first.getMonth() == month && first.getYear() < before && many >= LEAST_PERSONS && many >= TIMES * otherMonths(persons, first)) years.add(first.getYear());
        });
        return years;
    }

    /** The mean of the other months around it, half a year to each side. */
    private static double otherMonths(SortedMap<LocalDate, Integer> persons, LocalDate month) {
        int around = persons.subMap(month.minusMonths(MONTHS / 2), month.plusMonths(MONTHS / 2)).values().stream().mapToInt(Integer::intValue).sum();
        return (double) (around - persons.get(month)) / (MONTHS - 1);
    }
}
