package lianqiao.tlog.verify;

/** A command cannot do what it was asked; says why in one sentence. Exit code 2: nothing was verified. */
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;
    private final transient Object[] details;

    CannotRun(String why, Object... details) {
        super(why);
        this.why = why;
        this.details = details;
    }

    String in(Sayings words) {
        return words.say(why, details);
    }
}
