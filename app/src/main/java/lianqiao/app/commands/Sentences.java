package lianqiao.app.commands;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import lianqiao.base.Language;

/** The words of the terminal, from words/app. */
record Sentences(ResourceBundle words) {
    static Sentences in(Language language) {
        var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        return new Sentences(ResourceBundle.getBundle("words/app", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... details) {
        return MessageFormat.format(words.getString(key), details);
    }
}
