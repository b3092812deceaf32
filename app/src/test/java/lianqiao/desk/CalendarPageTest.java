package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.regex.Pattern;
import lianqiao.cases.Calendars;
import lianqiao.web.Site;
import org.junit.jupiter.api.Test;

/** A notice comes late: a working day becomes a day off, and every running case gets another date and says why. */
class CalendarPageTest {
    private static final String PATH = "/en/desk/admin/calendar";
    private final TownDesk desk = new TownDesk();
    private final Calendars calendars = desk.town.room(Calendars.class);

    @Test void aDayOffMovesTheRunningCasesAndEachSaysSo() throws Exception {
        var admin = new Visitor(desk);
        admin.signIn("admin");
        var shipped = calendars.days();
        var number = desk.handled("值班室外的灯不亮");
        var before = desk.see(number).deadline().due();
        var off = tomorrowOrLater();
        var changed = shipped.strip() + "\n" + off.getYear() + "," + off + ",临时放假,1\n";

        var looked = admin.post(PATH, admin.get(PATH).body(), "days", changed, "step", "look");
        assertEquals(200, looked.statusCode());
        var would = Pattern.compile("(\\d+) public running cases? would get another date").matcher(looked.body());
        assertTrue(would.find());
        assertTrue(Integer.parseInt(would.group(1)) >= 1);
        assertEquals(before, desk.see(number).deadline().due(), "nothing has changed yet");
        assertTrue(looked.body().contains("临时放假"), "what was typed is still there");

        try {
            var done = admin.post(PATH, looked.body(), "days", changed, "step", "do").body();
            assertTrue(done.contains("The calendar is in use"));
            assertTrue(done.contains("/case/" + number), "each case that moved is named");
            var after = desk.see(number).deadline().due();
            assertTrue(after.isAfter(before), before + " to " + after);
            assertEquals(after.toString(), desk.see(number).last("DateRecomputed").orElseThrow().fact("due"));
            assertTrue(desk.town.get("/en/case/" + number).body().contains("The calendar of holidays changed"), "the public page says so too");
            assertTrue(desk.cases.agreesWithItsEvents(number));
        } finally {
            admin.post(PATH, admin.get(PATH).body(), "days", shipped, "step", "do");
        }
        assertEquals(before, desk.see(number).deadline().due());
    }

    /** The first working day from tomorrow on. */
    private LocalDate tomorrowOrLater() {
        return calendars.inUse().workingDayAfter(LocalDate.ofInstant(desk.now(), desk.town.room(Site.class).zone()));
    }

    @Test void aTableThatCannotBeReadIsToldByItsLineAndKept() throws Exception {
        var admin = new Visitor(desk);
        admin.signIn("admin");
        var page = admin.get(PATH).body();
        for (var step : new String[] {"look", "do"}) {
            var wrong = admin.post(PATH, page, "days", "2026,2026-10-01,国庆节,1\n2026,1 October,国庆节,1", "step", step);
            assertEquals(422, wrong.statusCode());
            assertTrue(wrong.body().contains("Line 2 of the table cannot be read."));
            assertTrue(wrong.body().contains("2026,1 October,国庆节,1"));
        }
        assertEquals(422, admin.post(PATH, page, "days", "", "step", "do").statusCode());
        var heading = admin.post(PATH, page, "days", "year_of_notice,date,name,is_off_day", "step", "do");
        assertEquals(422, heading.statusCode());
        assertTrue(heading.body().contains("There is no day in the table."));
    }
}
