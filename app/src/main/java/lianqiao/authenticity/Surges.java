package lianqiao.authenticity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** When more people than usual came, for pages: what was noticed, and the days around it. Thread-safe. */
public final class Surges {
    private static final int DAYS_BEFORE = 27;

    private final SurgeStore store;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends */
    public Surges(Database database, ZoneId zone) {
        this.zone = zone;
        store = new SurgeStore(database, zone);
    }

    /** The newest behind this one, from the beginning when it is null; at most so many. */
    public List<Surge> latest(@Nullable Surge behind, int most) {
        return behind == null ? store.latest(LocalDate.of(9999, 1, 1), Long.MAX_VALUE, most) : store.latest(behind.day(), behind.id(), most);
    }

    public Optional<Surge> find(long id) {
        return store.find(id);
    }

    /** Four weeks of people, day by day, the last day that of the surge. */
    public List<Surge.Day> days(Surge surge) {
        var first = surge.day().minusDays(DAYS_BEFORE);
        var came = store.days(surge.service(), surge.area(), first, surge.day()).stream().collect(Collectors.toMap(SurgeStore.Cell::day, Function.identity()));
        var recorded = store.recorded(first.atStartOfDay(zone).toInstant());
        return IntStream.rangeClosed(0, DAYS_BEFORE).mapToObj(first::plusDays)
                .map(day -> new Surge.Day(day, came.containsKey(day) ? came.get(day).persons() : 0, recorded.contains(day))).toList();
    }
}
