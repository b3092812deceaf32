package lianqiao.base;

/** Too much is under way for this to be taken in now: nothing of it was done, and it may be tried again in a while. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(Exception why) {
        super(why.getMessage(), why);
    }
}
