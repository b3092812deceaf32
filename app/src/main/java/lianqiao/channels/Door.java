package lianqiao.channels;

import java.util.Locale;
import lianqiao.base.Public;

/** Where a message came in. */
public enum Door implements Public {
    /** The form on the web pages. */
    WEB,
    /** A call, typed by an operator. */
    PHONE,
    /** A visit at the counter, typed by an operator. */
    COUNTER,
    /** A letter or an e-mail. */
    MAIL,
    /** Brought over from an earlier system. */
    IMPORT;

    /** As it stands with a case and in the words files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
