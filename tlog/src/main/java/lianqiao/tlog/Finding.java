package lianqiao.tlog;

/** One thing that is not in order: by which means it was noticed, and where. Holds no text of an entry. */
public record Finding(Means by, String detail) {
    static Finding of(Outcome.Refused<?> refused) {
        return new Finding(refused.by(), refused.detail());
    }
}
