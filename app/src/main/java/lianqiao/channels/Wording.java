package lianqiao.channels;

import java.time.Instant;
import java.time.LocalDate;
import lianqiao.base.Language;

/** How letters speak: sentences, days and addresses in a language. Room `app` gives the words of the words files. Thread-safe. */
public interface Wording {
    /** The sentence behind a key with its places filled. */
    String say(Language language, String key, String... places);

    /** A day with its year, as a letter may lie for long. */
    String day(Language language, LocalDate day);

    /** The day of an instant in the installation's zone. */
    String day(Language language, Instant at);

    /** The full address of a page; {@code path} begins with a slash. */
    String link(Language language, String path);
}
