package lianqiao.base;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a request: it was done, or it was refused with a reason that can be shown. An exception, by contrast,
 * means that something broke.
 */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** {@code why} is a key of the words files, present in both languages; {@code details} fill its places {0}, {1} … */
    record Refused<T>(String why, List<String> details) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String why, String... details) {
        return new Refused<>(why, List.of(details));
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** Changes the value of a success and hands a refusal on unchanged. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> done(change.apply(value));
            case Refused<T>(var why, var details) -> new Refused<>(why, details);
        };
    }

    /** The value of a success; for callers who know that no refusal is possible. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var why, var details) -> throw new IllegalStateException(why + " " + details);
        };
    }
}
