package lianqiao.authenticity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lianqiao.authenticity.SurgeStore.Cell;
import lianqiao.store.Database;

/**
 * Notices that more people than usual came: for what and where on one day or over two weeks, and from one place against its
 * share. Days on which nothing at all was received are gaps in the record and count for nothing.
 */
public final class NoticeSurges {
    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 4;
    private static final int RISE_DAYS = 14;
    /** Days of which it may not have been told in time, as after an outage or an import, are looked at again. */
    private static final int LOOKED_BACK = 28;
    private static final int MOST_CELLS = 2_000;
    private static final Duration SPAN = Duration.ofHours(6);

    private final SurgeStore store;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends */
    public NoticeSurges(Database database, ZoneId zone) {
        this.zone = zone;
        store = new SurgeStore(database, zone);
    }

    public void run(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var since = today.minusWeeks(WEEKS).minusDays(LOOKED_BACK).atStartOfDay(zone).toInstant();
        var recorded = new HashSet<>(store.recorded(since));
        var noticed = new ArrayList<Surge>();
        for (boolean everywhere : new boolean[] {false, true}) {
            var lately = today.minusDays(LOOKED_BACK - 1L).atStartOfDay(zone).toInstant();
            for (var cell : byCell(store.days(everywhere, since, lately, SurgeRule.LEAST, MOST_CELLS))) noticed.addAll(noticed(cell, recorded, today, now));
        }
        noticed.addAll(places(today, now));
        store.keep(noticed);
    }

    private static List<Map<LocalDate, Cell>> byCell(List<Cell> days) {
        var cells = new LinkedHashMap<String, Map<LocalDate, Cell>>();
        days.forEach(one -> cells.computeIfAbsent(one.service() + "|" + one.area(), _ -> new HashMap<>()).put(one.day(), one));
        return List.copyOf(cells.values());
    }

    private List<Surge> noticed(Map<LocalDate, Cell> cell, Set<LocalDate> recorded, LocalDate today, Instant now) {
        var noticed = new ArrayList<Surge>();
        for (int back = LOOKED_BACK - 1; back >= 0; back--) {
            var came = cell.get(today.minusDays(back));
            if (came != null && came.persons() >= SurgeRule.LEAST) onOneDay(cell, came, recorded, now, noticed);
        }
        slowly(cell, recorded, today, now, noticed);
        return noticed;
    }

    private static void onOneDay(Map<LocalDate, Cell> cell, Cell came, Set<LocalDate> recorded, Instant now, List<Surge> noticed) {
        var before = IntStream.rangeClosed(1, WEEKS).mapToObj(week -> came.day().minusWeeks(week)).filter(recorded::contains).toList();
        if (before.size() < FEWEST_WEEKS) return;
        int persons = before.stream().mapToInt(day -> persons(cell, day)).sum();
        int from = SurgeRule.from(persons, before.size());
        if (came.persons() >= from)
            noticed.add(new Surge(0, Surge.Kind.DAY, came.service(), came.area(), came.day(), came.persons(), came.verified(), (double) persons / before.size(), from, now));
    }

    private void slowly(Map<LocalDate, Cell> cell, Set<LocalDate> recorded, LocalDate today, Instant now, List<Surge> noticed) {
        var before = IntStream.rangeClosed(RISE_DAYS, RISE_DAYS + 7 * WEEKS - 1).mapToObj(today::minusDays).filter(recorded::contains).toList();
        if (before.size() < 7 * FEWEST_WEEKS) return;
        double usual = (0.5 + before.stream().mapToInt(day -> persons(cell, day)).sum()) / before.size();
        var lately = IntStream.range(0, RISE_DAYS).mapToObj(day -> today.minusDays(RISE_DAYS - 1L - day)).filter(recorded::contains).toList();
        int[] days = lately.stream().mapToInt(day -> persons(cell, day)).toArray();
        if (SlowRise.sum(days, usual) <= SlowRise.FROM || IntStream.of(days).filter(persons -> persons > 0).count() < 3) return;
        var any = cell.values().iterator().next();
        if (noticed.stream().anyMatch(one -> !one.day().isBefore(today.minusDays(RISE_DAYS))) || store.isNoticed(Surge.Kind.SLOW, any.service(), any.area(), today.minusDays(RISE_DAYS))) return;
        int verified = lately.stream().mapToInt(day -> cell.containsKey(day) ? cell.get(day).verified() : 0).sum();
        noticed.add(new Surge(0, Surge.Kind.SLOW, any.service(), any.area(), today, IntStream.of(days).sum(), verified, usual * days.length, (int) Math.ceil(usual * days.length * 1.44 + SlowRise.FROM), now));
    }

    private static int persons(Map<LocalDate, Cell> cell, LocalDate day) {
        return cell.containsKey(day) ? cell.get(day).persons() : 0;
    }

    private List<Surge> places(LocalDate today, Instant now) {
        var topics = new LinkedHashMap<String, Map<String, SurgeStore.Share>>();
        for (var share : store.shares(now.minus(FoldCopies.WINDOW), now.minus(SPAN), 200)) topics.computeIfAbsent(share.topic(), _ -> new HashMap<>()).put(share.area(), share);
        var noticed = new ArrayList<Surge>();
        topics.forEach((topic, areas) -> {
            var before = new HashMap<String, Long>();
            var after = new HashMap<String, Long>();
            areas.forEach((area, share) -> {
                before.put(area, share.before());
                after.put(area, share.now());
            });
            for (var place : Composition.aboveTheirShare(before, after))
                noticed.add(new Surge(0, Surge.Kind.PLACE, topic, place.place(), today, (int) place.came(), 0, place.expected(), (int) Math.ceil(place.expected() * 4), now));
        });
        return noticed;
    }
}
