package lianqiao.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lianqiao.base.Language;

/** Writes days and times as people say them in the installation's zone; the shapes stand in the words file of this room. */
record Dates(Words words, Language language, ZoneId zone, Instant now) {
    /** A shape is parsed once; there are only as many as the words files hold. */
    private static final Map<Shape, DateTimeFormatter> PARSED = new ConcurrentHashMap<>();

    private record Shape(String letters, Locale locale) {
        DateTimeFormatter parse() {
            return DateTimeFormatter.ofPattern(letters, locale);
        }
    }

    String day(LocalDate day) {
        return write(day.getYear() == today().getYear() ? "web.date.day" : "web.date.day-and-year", day);
    }

    String date(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    String clock(Instant at) {
        return write("web.date.clock", at.atZone(zone));
    }

    String time(Instant at) {
        return words.say(language, "web.date.time", date(at), clock(at));
    }

    /** How far away an instant is: minutes and hours within a day, calendar days of the zone beyond. */
    String relative(Instant at) {
        var distance = Duration.between(now, at);
        var way = distance.isNegative() ? "ago" : "ahead";
        var minutes = distance.abs().toMinutes();
        if (minutes < 1) return words.say(language, "web.relative.now");
        if (minutes < 60) return say("minutes", way, minutes);
        if (minutes < 24 * 60) return say("hours", way, minutes / 60);
        var days = Math.abs(ChronoUnit.DAYS.between(today(), at.atZone(zone).toLocalDate()));
        return days < 60 ? say("days", way, days) : say("months", way, days / 30);
    }

    private String say(String unit, String way, long count) {
        return words.say(language, "web.relative." + unit + "-" + way, Long.toString(count));
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private String write(String shape, TemporalAccessor what) {
        return PARSED.computeIfAbsent(new Shape(words.say(language, shape), language.locale()), Shape::parse).format(what);
    }
}
