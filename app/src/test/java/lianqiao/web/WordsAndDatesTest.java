package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianqiao.base.Language;
import lianqiao.base.Text;
import org.junit.jupiter.api.Test;

class WordsAndDatesTest {
    private static final Words WORDS = Words.load(true);
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-22T12:58:00Z");

    @Test void daysAreWrittenAsPeopleSayThem() {
        assertEquals("11月22日 周日", frame("/look").date(SUNDAY_EVENING));
        assertEquals("Sunday 22 November", frame("/en/look").date(SUNDAY_EVENING));
        assertEquals("2027年1月4日 周一", frame("/look").day(LocalDate.of(2027, 1, 4)));
        assertEquals("Monday 4 January 2027", frame("/en/look").day(LocalDate.of(2027, 1, 4)));
    }

    @Test void timesAreTheZonesAndBelongToTheZonesDay() {
        assertEquals("11月23日 周一 07:30", frame("/look").time(Instant.parse("2026-11-22T23:30:00Z")));
        assertEquals("11月30日 周一", frame("/look").until(Instant.parse("2026-11-30T16:00:00Z")), "midnight belongs to the day before it");
        assertEquals("Monday 23 November, 07:30", frame("/en/look").time(Instant.parse("2026-11-22T23:30:00Z")));
        assertEquals("2026-11-23T07:30+08:00", frame("/look").iso(Instant.parse("2026-11-22T23:30:00Z")));
        assertEquals("2026-11-23 07:30", frame("/look").pubDate(Instant.parse("2026-11-22T23:30:00Z")));
    }

    @Test void howFarAwayATimeIsCountsCalendarDaysBeyondOneDay() {
        var english = frame("/en/look");
        assertEquals("just now", english.relative(SUNDAY_EVENING));
        assertEquals("1 minute ago", english.relative(SUNDAY_EVENING.minusSeconds(65)));
        assertEquals("in 3 hours", english.relative(SUNDAY_EVENING.plus(Duration.ofHours(3))));
        assertEquals("2 days ago", english.relative(SUNDAY_EVENING.minus(Duration.ofHours(45))), "Friday night, although not yet 48 hours");
        assertEquals("4 天后", frame("/look").relative(SUNDAY_EVENING.plus(Duration.ofDays(4))));
    }

    @Test void placesAreFilledInTheReadersLanguage() {
        assertEquals("最多 1,000 个字，现在多了 12 个。", frame("/look").say("web.form.too-long", 1000, 12));
        assertEquals("1 thing needs your attention", frame("/en/look").say("web.form.summary", 1));
        assertEquals("3 things need your attention", frame("/en/look").say("web.form.summary", 3));
        assertEquals("In danger now? $1 {0} \\", new Words(java.util.Map.of(Language.ZH, java.util.Map.of("x.y", Sentence.read("In danger now? {0}"))), true).say(Language.ZH, "x.y", "$1 {0} \\"));
        assertEquals("城管局，您好", frame("/look").say("web.desk.signed-in", new Text("城管局", "City Management")));
    }

    @Test void aMissingSentenceFailsInTestsAndIsShownAsItsKeyInUse() {
        assertThrows(IllegalArgumentException.class, () -> WORDS.say(Language.EN, "web.no.such.words"));
        assertEquals("web.no.such.words", Words.load(false).say(Language.EN, "web.no.such.words"));
    }

    @Test void everySentenceIsThereInBothLanguagesWithTheSamePlaces() {
        assertEquals(WORDS.keys(Language.EN), WORDS.keys(Language.ZH));
        for (var key : WORDS.keys(Language.EN)) assertEquals(places(Language.EN, key), places(Language.ZH, key), key);
    }

    @Test void theChinesePagesHaveNoEnglishSentences() {
        var latin = Pattern.compile("[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}");
        var left = WORDS.keys(Language.ZH).stream().filter(key -> !key.startsWith("app.command.") && latin.matcher(WORDS.raw(Language.ZH, key)).find()).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(left.isEmpty(), left::toString);
    }

    private static java.util.Set<String> places(Language language, String key) {
        return Pattern.compile("\\{\\d").matcher(WORDS.raw(language, key)).results().map(java.util.regex.MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Frame frame(String path) {
        var site = new Site(new Text("连桥", "Lianqiao"), "localhost", "0000000000", ZoneId.of("Asia/Shanghai"), "12345", "a@b.example", "https://example.org", null, true);
        return new Frame(Address.of(path, null), WORDS, site, Assets.load(), SUNDAY_EVENING, new Frame.Visit("n", null, () -> "t", null));
    }
}
