package lianqiao.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import lianqiao.base.Contribution;
import lianqiao.base.Language;
import org.jspecify.annotations.Nullable;

/** Makes an issue of its messages: name, shape, figures. Everything in it can be counted again from them. */
final class Counting {
    private final Vocabulary words;
    private final PlaceNames names;
    private final HotRules rules;
    private final ZoneId zone;

    Counting(Vocabulary words, PlaceNames names, HotRules rules, ZoneId zone) {
        this.words = words;
        this.names = names;
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * @param sayings at least one
     * @param before the rise noticed last, if any: it stays until there is news
     */
    HotIssue issue(long id, Collection<Saying> sayings, @Nullable Rise before, Instant now) {
        var group = Group.of(sayings, words, names, rules);
        var weighing = new Weighing(sayings, now, zone);
        var busiest = weighing.busiest();
        var rise = Rises.of(weighing.days(), now, zone).filter(news -> before == null || Rises.isNews(news, before)).orElse(before);
        var all = group.members().stream().map(Saying::said).toList();
        var newest = all.reversed().stream().limit(HotIssue.MOST_MEMBERS).map(Contribution::reference).toList();
        return new HotIssue(id, group.name(), usual(all, Contribution::language, Language.ZH), group.phrases(), group.shape(), usual(all, Contribution::area, ""),
                usual(all, Contribution::service, ""), group.places().main(), weighing.tally(), weighing.likes(), weighing.heat(group.places().different()),
                weighing.first(), weighing.last(), busiest.voices().size(), busiest.from(), rise, weighing.standing(), all.size(), newest, now);
    }

    /** Different persons of each month, by its first day. */
    static SortedMap<LocalDate, Integer> months(Collection<Saying> sayings, ZoneId zone) {
        var voices = new TreeMap<LocalDate, Set<Long>>();
        sayings.forEach(one -> voices.computeIfAbsent(one.said().at().atZone(zone).toLocalDate().withDayOfMonth(1), _ -> new HashSet<>()).add(one.said().voice()));
        var persons = new TreeMap<LocalDate, Integer>();
        voices.forEach((month, all) -> persons.put(month, all.size()));
        return persons;
    }

    private static <T extends Comparable<T>> T usual(List<Contribution> all, Function<Contribution, T> what, T none) {
        Map<T, Integer> often = new HashMap<>();
        all.forEach(one -> often.merge(what.apply(one), 1, Integer::sum));
        return often.entrySet().stream().max(Map.Entry.<T, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(none);
    }
}
