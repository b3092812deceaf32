package lianqiao.base;

import java.util.Locale;

/** The two languages every page is complete in. */
public enum Language implements Public {
    /** Simplified Chinese, the first language of the platform. */
    ZH("zh-CN"),
    /** Plain English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag for {@code lang} attributes, {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language a text is written in, guessed from its letters: Chinese as soon as it holds one Han character. */
    public static Language of(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? ZH : EN;
    }
}
