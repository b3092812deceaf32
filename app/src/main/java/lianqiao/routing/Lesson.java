package lianqiao.routing;

/** A correction that may be learned, with the weight it has, between 0 and 1. Only {@link Lessons} makes one. */
public final class Lesson {
    private final Correction correction;
    private final double weight;

    Lesson(Correction correction, double weight) {
        this.correction = correction;
        this.weight = weight;
    }

    /** What the service list itself says, learned before anybody has decided anything. */
    static Lesson first(String text, String label) {
        return new Lesson(new Correction(text, label, 0, "", java.time.LocalDate.EPOCH), 1);
    }

    public String label() {
        return correction.label();
    }

    public double weight() {
        return weight;
    }

    String text() {
        return correction.text();
    }
}
