package lianqiao.store;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import lianqiao.base.Language;

/**
 * The program cannot start, for a reason the person at the keyboard can do something about. {@code why} is a key of
 * words/ROOM.properties and begins with the name of its room; nothing has been changed or lost when this is thrown.
 */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;
    private final String[] details;

    public CannotStart(String why, Object... details) {
        this.why = why;
        this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
    }

    /** The key of the sentence. */
    public String why() {
        return why;
    }

    /** One clear sentence for the terminal: what is wrong and what to do. */
    public String in(Language language) {
        var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        var words = ResourceBundle.getBundle("words/" + why.substring(0, why.indexOf('.')), locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString(why), (Object[]) details);
    }

    @Override public String getMessage() {
        return in(Language.EN);
    }
}
