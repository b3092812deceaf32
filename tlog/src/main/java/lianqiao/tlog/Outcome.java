package lianqiao.tlog;

import java.util.function.Function;

/** What a check came to: done, with its value, or refused, with the means that noticed it. An exception means that something broke. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** {@code detail} is for people who debug: it names places and numbers and holds no text of an entry. */
    record Refused<T>(Means by, String detail) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Means by, String detail) {
        return new Refused<>(by, detail);
    }

    /** Goes on with the value of a success; a refusal is handed on unchanged. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var by, var detail) -> new Refused<>(by, detail);
        };
    }

    /** Changes the value of a success; a refusal is handed on unchanged. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return then(value -> done(change.apply(value)));
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** The value of a success; for callers who know that no refusal is possible. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var by, var detail) -> throw new IllegalStateException(by + ": " + detail);
        };
    }
}
