package lianqiao.routing;

import java.time.LocalDate;

/**
 * Somebody at the desk has said which label a text has.
 *
 * @param group near copies share a number
 * @param teacher a key for whoever said it, good for nothing but counting
 */
public record Correction(String text, String label, int group, String teacher, LocalDate day) {
    /** The label only: what people write does not belong into a log. */
    @Override public String toString() {
        return "Correction[" + label + "]";
    }
}
