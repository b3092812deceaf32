package lianqiao.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import lianqiao.base.Language;
import lianqiao.channels.Wording;
import lianqiao.web.Words;

/** Letters speak with the words, days and addresses of the pages. */
record MailWording(Words words, Settings settings) implements Wording {
    @Override public String say(Language language, String key, String... places) {
        return words.say(language, key, places);
    }

    @Override public String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say(language, "web.date.day-and-year"), language.locale()).format(day);
    }

    @Override public String day(Language language, Instant at) {
        return day(language, at.atZone(settings.zone()).toLocalDate());
    }

    @Override public String link(Language language, String path) {
        return settings.publicUrl() + (language == Language.EN ? "/en" : "") + path;
    }
}
