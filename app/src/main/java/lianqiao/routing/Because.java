package lianqiao.routing;

/**
 * A phrase that speaks for a label, as written, from {@code from} to before {@code to}.
 *
 * @param weight its part of the score
 */
public record Because(String phrase, int from, int to, double weight) implements lianqiao.base.Public {
    /** The place only: what people write does not belong into a log. */
    @Override public String toString() {
        return "Because[" + from + ".." + to + "]";
    }
}
