package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether one place came far above its share among all that came in a span of about six hours. In a real surge places keep
 * their share within a factor of three.
 */
final class Composition {
    private static final double RATIO = 4;
    private static final double EXCESS = 200;

    private Composition() {}

    /** @param expected by the place's share so far */
    record Place(String place, long came, double expected) {
        double ratio() {
            return came / expected;
        }
    }

    /** The places that are far above their share. @param before how many each place had, @param now how many it has */
    static List<Place> aboveTheirShare(Map<String, Long> before, Map<String, Long> now) {
        long had = before.values().stream().mapToLong(Long::longValue).sum();
        long came = now.values().stream().mapToLong(Long::longValue).sum() - had;
        var places = new ArrayList<Place>();
        if (had == 0) return places;
        now.forEach((place, count) -> {
            var one = new Place(place, count - before.getOrDefault(place, 0L), (double) came * before.getOrDefault(place, 0L) / had);
            if (one.came() - one.expected() >= EXCESS && one.ratio() >= RATIO) places.add(one);
        });
        return places;
    }
}
