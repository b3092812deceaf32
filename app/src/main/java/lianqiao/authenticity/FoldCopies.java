package lianqiao.authenticity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what people said since last time and keeps, for each text, which fold it belongs to and why. The index lies in
 * memory and is built anew from the store whenever it is missing, a text was lost on the way, or it is a day old.
 */
public final class FoldCopies {
    /** Texts are compared with those of so many days before. */
    static final Duration WINDOW = Duration.ofDays(90);
    private static final Duration LASTS = Duration.ofHours(24);
    private static final int PORTION = 500;
    private static final int MOST_PORTIONS = 40;

    private final Database database;
    private final Contributions contributions;
    private final SaidStore said;
    private final FoldStore folds;
    private @Nullable FoldIndex index;
    private Instant built = Instant.MIN;

    public FoldCopies(Database database, Contributions contributions) {
        this.database = database;
        this.contributions = contributions;
        said = new SaidStore(database);
        folds = new FoldStore(database);
    }

    public synchronized void run(Instant now) {
        try {
            var mine = upToDate(now);
            for (int portion = 0; portion < MOST_PORTIONS; portion++) {
                var next = contributions.after(mine.lastKey(), PORTION);
                if (next.isEmpty()) return;
                takeIn(mine, next, now);
            }
        } catch (RuntimeException e) {
            // What is in memory may be ahead of what was written; next time it is built anew from that.
            index = null;
            throw e;
        }
    }

    /** How many texts are in memory; 0 before the first run. */
    synchronized int held() {
        return index == null ? 0 : index.size();
    }

    private FoldIndex upToDate(Instant now) {
        var mine = index;
        if (mine == null || built.isBefore(now.minus(LASTS)) || mine.lastKey() < said.lastKey()) {
            mine = build(now);
            index = mine;
            built = now;
        }
        hearOfUndone(mine, now);
        hearOfRecycled(mine, now);
        return mine;
    }

    /** Undone folds first, then the texts in the order in which they came, then what belongs together by its phrases. */
    private FoldIndex build(Instant now) {
        var fresh = new FoldIndex(FoldRules.CURRENT, new KnownTexts(contributions));
        var since = now.minus(WINDOW);
        hear(fresh, folds.apartAfter(0, since));
        var placed = new ArrayList<SaidStore.Placed>();
        for (var next = said.after(0, since, PORTION); !next.isEmpty(); next = said.after(next.getLast().key(), since, PORTION)) {
            contributions.of(next.stream().map(SaidStore.Placed::key).toList()).forEach(fresh::add);
            placed.addAll(next);
        }
        fresh.knowsUpTo(said.lastKey());
        // A fold named after a text that is too old to be held here, or concealed, keeps its name.
        for (var one : placed) if (fresh.holds(one.key()) && !fresh.holds(one.fold())) fresh.link(one.key(), one.fold());
        fresh.renamed();
        hearOfRecycled(fresh, now);
        settle(fresh, placed);
        return fresh;
    }

    private void hearOfUndone(FoldIndex mine, Instant now) {
        var undone = folds.apartAfter(mine.lastApart(), now.minus(WINDOW));
        if (undone.isEmpty()) return;
        var touched = new HashSet<Long>();
        undone.forEach(pair -> touched.addAll(List.of(pair.key(), pair.other())));
        hear(mine, undone);
        var names = said.placed(touched).stream().map(SaidStore.Placed::fold).collect(Collectors.toSet());
        settle(mine, said.placedIn(names));
    }

    private static void hear(FoldIndex mine, List<FoldStore.Pair> undone) {
        undone.stream().collect(Collectors.groupingBy(FoldStore.Pair::other, Collectors.mapping(FoldStore.Pair::key, Collectors.toList())))
                .forEach((from, keys) -> mine.takeOut(keys, from));
        if (!undone.isEmpty()) mine.heardApart(undone.getLast().id());
    }

    private void hearOfRecycled(FoldIndex mine, Instant now) {
        var recycled = folds.recycledAfter(mine.lastLink(), now.minus(WINDOW));
        if (recycled.isEmpty()) return;
        var renamed = new HashMap<Long, Long>();
        recycled.forEach(pair -> renamed.putAll(mine.link(pair.key(), pair.other())));
        mine.heardLink(recycled.getLast().id());
        renamed.replaceAll((old, _) -> mine.fold(old));
        database.inTransaction(() -> rename(mine, renamed));
    }

    /** Where memory and store differ, memory is right: it was formed from all the texts. */
    private void settle(FoldIndex mine, List<SaidStore.Placed> placed) {
        var moved = new HashMap<Long, Long>();
        var touched = new HashSet<Long>();
        for (var one : placed) {
            if (!mine.holds(one.key()) || mine.fold(one.key()) == one.fold()) continue;
            moved.put(one.key(), mine.fold(one.key()));
            touched.addAll(List.of(one.fold(), mine.fold(one.key())));
        }
        database.inTransaction(() -> {
            said.move(moved);
            count(mine, touched);
        });
    }

    private void takeIn(FoldIndex mine, List<Contribution> next, Instant now) {
        var reasons = new ArrayList<Fold>();
        next.forEach(one -> mine.add(one).ifPresent(reasons::add));
        var renamed = mine.renamed();
        var places = next.stream().collect(Collectors.toMap(Contribution::key, one -> mine.fold(one.key())));
        var touched = reasons.stream().map(fold -> mine.fold(fold.key())).collect(Collectors.toSet());
        database.inTransaction(() -> {
            said.add(next, places);
            folds.add(reasons, now);
            rename(mine, renamed);
            count(mine, touched);
        });
    }

    private void rename(FoldIndex mine, Map<Long, Long> renamed) {
        said.rename(renamed);
        var touched = new HashSet<>(renamed.keySet());
        renamed.keySet().forEach(old -> touched.add(mine.fold(old)));
        count(mine, touched);
    }

    private void count(FoldIndex mine, Collection<Long> touched) {
        Set<Long> names = new HashSet<>(touched);
        var medoids = new HashMap<Long, Long>();
        for (long name : names) if (mine.holds(name)) medoids.put(name, mine.medoid(name));
        folds.count(names, medoids);
    }
}
