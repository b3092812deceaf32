package lianqiao.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the leaf that the public log will hold of an event. It is asked inside the transaction that appends the event,
 * so it must be quick, must not touch the database and must not fail. Thread-safe.
 */
@FunctionalInterface
public interface Leaves {
    /** Bytes of one salt. */
    int SALT_BYTES = 32;

    /** No public log: for rooms that are tried out alone. */
    Leaves NONE = (_, _, _) -> null;

    /**
     * @param confidential whether the event belongs to a case that is not public
     * @param written what people wrote in the entry of this event, by field, for example {@code text}; it must not stand in the leaf
     * @return null when the event is no public step
     */
    @Nullable Leaf of(Event event, boolean confidential, Map<String, String> written);

    /**
     * One entry of the public log, and the secret salts of the commitments in it.
     *
     * @param entry the bytes that are hashed and published, 1 to 65,535 of them; nothing personal stands in them
     * @param salts {@link #SALT_BYTES} random bytes for each field, by its name
     */
    record Leaf(byte[] entry, Map<String, byte[]> salts) {
        @Override public String toString() {
            return "Leaf[" + entry.length + " bytes]";
        }
    }

    /**
     * Something that people wrote in an entry and that the law may have erased one day: the public log commits to it and
     * does not hold it.
     *
     * @param number of the event it was written in
     * @param field its name within the event: lower-case letters, digits and hyphens
     */
    record Written(int number, String field, String value) {
        @Override public String toString() {
            return "Written[" + number + " " + field + "]";
        }
    }
}
