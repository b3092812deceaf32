package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import lianqiao.base.Public;
import lianqiao.cases.CaseLine;
import org.jspecify.annotations.Nullable;

/** The points of one matter, each with what it stands for; their sum orders lists inside a tier and says nothing else. */
public record Points(Map<Weight, Double> terms) implements Public {
    private static final double MOST_PLACES = 5;

    public Points {
        terms = Map.copyOf(terms);
    }

    public double sum() {
        return terms.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The points of a weight; 0 when it does not apply. */
    public double of(Weight weight) {
        return terms.getOrDefault(weight, 0.0);
    }

    /** @param issue what it belongs to, if it is one of several; @param strength V, the voices of its text or of its issue */
    static Points of(CaseLine line, Urgency urgency, @Nullable HotIssue issue, double strength, int supporters, Instant now) {
        var terms = new EnumMap<Weight, Double>(Weight.class);
        put(terms, Weight.VOICES, log2(1 + strength));
        put(terms, Weight.SUPPORTERS, log2(1 + supporters));
        put(terms, Weight.OVERDUE, overdue(line, now));
        put(terms, Weight.REOPENED, line.reopened() > 0 ? 1 : 0);
        put(terms, Weight.VULNERABLE, urgency.vulnerable() ? 1 : 0);
        if (issue != null) {
            put(terms, Weight.UNCONFIRMED, issue.cases() > issue.standing().open() + issue.standing().confirmed() ? 1 : 0);
            put(terms, Weight.SURGE, issue.rise() != null ? 1 : 0);
            put(terms, Weight.PLACES, Math.min(MOST_PLACES, Math.max(0, issue.heat().places() - 1)));
        }
        return new Points(terms);
    }

    private static double overdue(CaseLine line, Instant now) {
        if (!line.isOverdueAt(now)) return 0;
        double given = Math.max(1, Duration.between(line.receivedAt(), line.due()).toSeconds());
        return Math.min(1, Duration.between(line.due(), now).toSeconds() / given);
    }

    private static void put(Map<Weight, Double> terms, Weight weight, double units) {
        if (units > 0) terms.put(weight, weight.points() * units);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
