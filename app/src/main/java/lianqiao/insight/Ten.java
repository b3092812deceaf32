package lianqiao.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import lianqiao.base.Public;

/**
 * Ten seats on a page of what presses: eight by points, two for voices said by few, which would easily be missed. A seat for which
 * no quiet voice waits stays empty and is seen to be.
 *
 * @param first the next eight by points
 * @param quiet those of the others said by few that wait longest, two at most
 */
public record Ten(List<Matter> first, List<Matter> quiet) implements Public {
    public static final int FIRST = 8;
    public static final int QUIET = 2;

    public Ten {
        first = List.copyOf(first);
        quiet = List.copyOf(quiet);
    }

    /** How many seats for quiet voices are empty. */
    public int missing() {
        return QUIET - quiet.size();
    }

    /** All that sit here. */
    public List<Matter> matters() {
        var all = new ArrayList<>(first);
        all.addAll(quiet);
        return all;
    }

    /** Seats a ranking; everybody has one seat. */
    static List<Ten> of(List<Matter> ranked) {
        var left = new LinkedHashSet<>(ranked);
        var waiting = new LinkedHashSet<>(ranked.stream().filter(Matter::isQuiet)
                .sorted(Comparator.comparing(Matter::since).thenComparing(matter -> matter.line().number().text())).toList());
        var tens = new ArrayList<Ten>();
        while (!left.isEmpty()) {
            var first = left.stream().limit(FIRST).toList();
            first.forEach(waiting::remove);
            first.forEach(left::remove);
            var quiet = waiting.stream().limit(QUIET).toList();
            quiet.forEach(waiting::remove);
            quiet.forEach(left::remove);
            tens.add(new Ten(first, quiet));
        }
        return tens;
    }
}
