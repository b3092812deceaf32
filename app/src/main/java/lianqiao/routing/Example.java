package lianqiao.routing;

/**
 * A text whose label somebody has confirmed.
 *
 * @param group near copies of one another share a number; they count once and never stand on both sides of a test
 */
public record Example(String text, String label, int group) {
    /** The label only: what people write does not belong into a log. */
    @Override public String toString() {
        return "Example[" + label + "]";
    }
}
