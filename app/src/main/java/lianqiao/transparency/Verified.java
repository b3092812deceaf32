package lianqiao.transparency;

import java.time.Instant;
import java.util.List;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * What checking a receipt came to.
 *
 * @param fault by which means something wrong was noticed, a name of {@code Means}; empty when the receipt is good
 * @param entry what it proves; null when it is not good
 */
public record Verified(String fault, @Nullable Entry entry, List<Voice> voices, List<Opened> opened) implements Public {

    /**
     * The entry in the log.
     *
     * @param text the bytes of the entry, as text
     * @param index its place, from 0
     * @param size of the log under the checkpoint of the receipt
     */
    public record Entry(String event, String caseNumber, int number, @Nullable Instant at, long index, long size, String text) implements Public {}

    /** A witness and when it has seen the checkpoint. */
    public record Voice(String name, Instant at) implements Public {}

    /** Whether a value of the opening is the one that the entry committed to. */
    public record Opened(String field, boolean same) implements Public {}

    public boolean isGood() {
        return fault.isEmpty();
    }
}
