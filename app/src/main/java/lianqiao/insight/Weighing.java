package lianqiao.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.authenticity.Tally;

/** Counts and weighs the messages of one issue. The order in which they come does not matter, nor how many one person wrote. */
final class Weighing {
    static final int BUSY_DAYS = 30;

    private final List<Saying> sayings;
    private final Instant now;
    private final ZoneId zone;
    private final Map<Long, Person> persons = new TreeMap<>();

    /** @param sayings at least one */
    Weighing(Collection<Saying> sayings, Instant now, ZoneId zone) {
        this.sayings = sayings.stream().sorted(Comparator.comparing((Saying one) -> one.said().at()).thenComparing(Saying::key)).toList();
        this.now = now;
        this.zone = zone;
        var voices = new HashMap<Long, Set<Long>>();
        this.sayings.forEach(one -> voices.computeIfAbsent(one.letter(), _ -> new HashSet<>()).add(one.said().voice()));
        this.sayings.forEach(one -> persons.computeIfAbsent(one.said().voice(), _ -> new Person()).spoke(one, voices.get(one.letter()).size(), now));
    }

    Tally tally() {
        return Tally.of(sayings.stream().map(Saying::counted).toList());
    }

    /** @param places different places it is about */
    Heat heat(int places) {
        var busy = busiest();
        double supporters = sayings.stream().mapToDouble(one -> one.said().likes() * one.fate().weightAt(now)).sum();
        return new Heat(strength(), supporters, weight(busy.voices()), places);
    }

    int likes() {
        return sayings.stream().mapToInt(one -> one.said().likes()).sum();
    }

    HotIssue.Standing standing() {
        int open = 0;
        int unanswered = 0;
        int overdue = 0;
        int confirmed = 0;
        for (var one : sayings) {
            var fate = one.fate();
            if (fate.isOpen()) open++;
            if (fate.isOpen() && !fate.answered()) unanswered++;
            if (fate.overdue()) overdue++;
            if (fate.confirmed()) confirmed++;
        }
        return new HotIssue.Standing(open, unanswered, overdue, confirmed);
    }

    Instant first() {
        return sayings.getFirst().said().at();
    }

    Instant last() {
        return sayings.getLast().said().at();
    }

    /** The persons of each day that somebody spoke on. */
    TreeMap<LocalDate, Set<Long>> days() {
        var days = new TreeMap<LocalDate, Set<Long>>();
        sayings.forEach(one -> days.computeIfAbsent(day(one), _ -> new HashSet<>()).add(one.said().voice()));
        return days;
    }

    /** Thirty days and who spoke in them. */
    record Busy(LocalDate from, Set<Long> voices) {}

    /** The thirty days with the most persons, the earliest of several. */
    Busy busiest() {
        var days = List.copyOf(days().entrySet());
        var inside = new HashMap<Long, Integer>();
        var best = new Busy(days.getFirst().getKey(), Set.of());
        int end = 0;
        for (var first : days) {
            var until = first.getKey().plusDays(BUSY_DAYS);
            for (; end < days.size() && days.get(end).getKey().isBefore(until); end++) days.get(end).getValue().forEach(voice -> inside.merge(voice, 1, Integer::sum));
            if (inside.size() > best.voices().size()) best = new Busy(first.getKey(), Set.copyOf(inside.keySet()));
            first.getValue().forEach(voice -> inside.computeIfPresent(voice, (_, times) -> times == 1 ? null : times - 1));
        }
        return best;
    }

    private LocalDate day(Saying one) {
        return one.said().at().atZone(zone).toLocalDate();
    }

    /** Σ √(v + √u) over the letters, with the weights of verified and of unverified persons. */
    private double strength() {
        return letters(persons.keySet()).values().stream().mapToDouble(letter -> Math.sqrt(letter[0] + Math.sqrt(letter[1]))).sum();
    }

    /** Σ v + √u over the letters: a verified person counts whole, those whom nobody verified by a square root when they sent one text. */
    private double weight(Set<Long> voices) {
        return letters(voices).values().stream().mapToDouble(letter -> letter[0] + Math.sqrt(letter[1])).sum();
    }

    private Map<Long, double[]> letters(Set<Long> voices) {
        var letters = new TreeMap<Long, double[]>();
        persons.forEach((voice, person) -> {
            if (voices.contains(voice)) letters.computeIfAbsent(person.letter, _ -> new double[2])[person.verified ? 0 : 1] += person.weight;
        });
        return letters;
    }

    /** Counts for one text only: for own words before a letter, then for the larger letter, then for the older, as the tally does. */
    private static final class Person {
        private long letter;
        private int rank = -1;
        private boolean verified;
        private double weight;

        void spoke(Saying one, int voices, Instant now) {
            int higher = voices == 1 ? Integer.MAX_VALUE : voices;
            if (higher > rank || higher == rank && one.letter() < letter) {
                rank = higher;
                letter = one.letter();
            }
            verified |= one.said().verified();
            weight = Math.max(weight, one.fate().weightAt(now));
        }
    }
}
