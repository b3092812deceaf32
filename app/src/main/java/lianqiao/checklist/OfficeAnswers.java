package lianqiao.checklist;

import java.util.Map;
import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;

/**
 * What the answers of an office had, counted by office and never by person.
 *
 * @param answers how many were sent
 * @param having how many of them had each item
 */
public record OfficeAnswers(OfficeCode office, int answers, Map<Item, Integer> having) implements Public {
    /** Counts below this are not shown: behind few answers stand few people. */
    public static final int LEAST = 5;

    public OfficeAnswers {
        having = Map.copyOf(having);
    }

    public int of(Item item) {
        return having.getOrDefault(item, 0);
    }

    /** Whether that many may be shown as a number. */
    public static boolean isShown(int count) {
        return count >= LEAST;
    }

    /** How many of a hundred answers, rounded. */
    public long ofHundred(Item item) {
        return answers == 0 ? 0 : Math.round(100.0 * of(item) / answers);
    }
}
