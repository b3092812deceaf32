package lianqiao.app.commands;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import lianqiao.base.Language;

/** The words of the terminal. A key's first part names its file: {@code app.help.demo} stands in words/app. */
record Sentences(Locale locale) {
    private static final ResourceBundle.Control CONTROL = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Sentences in(Language language) {
        return new Sentences(language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
    }

    String say(String key, Object... details) {
        var file = "words/" + key.substring(0, key.indexOf('.'));
        var words = ResourceBundle.getBundle(file, locale, CONTROL);
        // Some rooms write the room's name before each key, others do not.
        var written = words.containsKey(key) ? key : key.substring(key.indexOf('.') + 1);
        return MessageFormat.format(words.getString(written).replace("'", "''"), details);
    }
}
