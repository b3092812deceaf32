package lianqiao.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.base.Language;

/**
 * When things happened in the invented city: days before now become times of day at which people write and offices
 * work, and dates in the texts become real ones. Immutable.
 *
 * @param now the moment the city is filled; nothing happens after it
 */
record DemoTimes(Instant now, ZoneId zone) {
    private static final Pattern DATE = Pattern.compile("\\{([+-]\\d{1,4})}");
    private static final Set<String> OF_RESIDENTS = Set.of("receive", "supplement", "verdict");
    private static final Duration LEAST = Duration.ofMinutes(4);

    /**
     * The time of an act: the day stays, the hour moves into the hours of those who act, and nothing overtakes what
     * came before it. An emergency keeps its hour.
     */
    Instant of(DemoStory story, String act, double after, boolean emergency, Instant before) {
        var raw = now.minusMillis(Math.round((story.daysAgo() - after) * 86_400_000));
        var at = emergency ? raw : inHours(raw, OF_RESIDENTS.contains(act), (story.id() + act).hashCode());
        if (at.isAfter(now)) at = raw;
        if (at.isBefore(before.plus(LEAST))) at = before.plus(LEAST);
        return at.isAfter(now) ? now : at;
    }

    /** {@code chance} moves the time by up to half an hour, so that not everything happens on the minute. */
    private Instant inHours(Instant raw, boolean resident, int chance) {
        var day = raw.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var share = Duration.between(day, raw).toMillis() / 86_400_000.0;
        var hour = resident ? 7 + share * 15.5 : 8.6 + share * 9.6;
        return day.plusMillis(Math.round(hour * 3_600_000)).plusSeconds(Math.floorMod(chance * 31, 1_800));
    }

    /** The text with its dates, as people write them in that language; the year only when it is another one. */
    String dated(String text, Language language, Instant at) {
        var today = at.atZone(zone).toLocalDate();
        var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
        return DATE.matcher(text).replaceAll(found -> {
            var day = today.plusDays(Integer.parseInt(found.group(1)));
            return DateTimeFormatter.ofLocalizedPattern(day.getYear() == today.getYear() ? "MMMMd" : "yMMMMd").localizedBy(locale).format(day);
        });
    }
}
