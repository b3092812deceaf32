package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes the directory: good input counts at once, bad input is told, and nothing typed is lost. */
class SettingsPagesTest {
    private final TownDesk desk = new TownDesk();
    private Visitor admin;

    @BeforeEach void signIn() throws Exception {
        admin = new Visitor(desk);
        admin.signIn("admin");
    }

    private HttpResponse<String> save(String register, String... fields) throws Exception {
        var path = "/en/desk/admin/entry/" + register;
        return admin.post(path, admin.get(path).body(), fields);
    }

    private static void assertTold(HttpResponse<String> answer, String sentence, String... kept) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(sentence), () -> sentence + " in " + answer.body());
        for (var one : kept) assertTrue(answer.body().contains(one), () -> "lost: " + one);
    }

    private static String[] office(String code, String parent, String nameEn) {
        return new String[] {"code", code, "parent", parent, "office-kind", "DEPARTMENT", "name-zh", "市排水中心", "name-en", nameEn,
                "duties-zh", "雨水管、\n泵站 𠮷", "duties-en", "Storm drains", "phone", "000-1020", "active", "yes"};
    }

    @Test void aNewOfficeCanBeChosenAtOnceAndAWrongOneLosesNothing() throws Exception {
        assertTold(save("offices", office("Drain age", "wuqiao", "Drainage Centre")), "Small letters, digits, hyphens and full stops only",
                "value=\"Drain age\"", "value=\"市排水中心\"", "雨水管、\n泵站 𠮷</textarea>", "value=\"wuqiao\" selected", "value=\"000-1020\"");
        assertTold(save("offices", office("drainage", "wuqiao", "D".repeat(81))), "1 too many", "D".repeat(81));
        assertTold(save("offices", office("drainage", "wuqiao", "")), "href=\"#name-en\"", "value=\"市排水中心\"");
        assertTold(save("offices", office("drainage", "no-such-office", "Drainage Centre")), "no-such-office", "value=\"市排水中心\"");
        assertTrue(desk.offices.office(new OfficeCode("drainage")).isEmpty());

        assertEquals(303, save("offices", office("drainage", "urban", "Drainage Centre")).statusCode());
        assertEquals("Drainage Centre", desk.offices.office(new OfficeCode("drainage")).orElseThrow().name().en());
        assertTrue(admin.get("/en/desk/admin/list/offices").body().contains("Drainage Centre"));
        assertTrue(admin.get("/en/desk/admin/entry/offices?code=drainage").body().contains("雨水管、\n泵站 𠮷</textarea>"), "what was saved comes back");
        assertTold(save("offices", "code", "urban", "parent", "drainage", "office-kind", "DEPARTMENT", "name-zh", "城管", "name-en", "Urban", "duties-zh", "灯", "duties-en", "Lamps", "active", "yes"), "below");
    }

    @Test void aCategoryIsOfferedAsSoonAsItIsSavedAndNoLongerWhenItIsOutOfUse() throws Exception {
        String[] good = {"code", "fountain", "group-zh", "街面与环境", "group-en", "Streets and surroundings", "name-zh", "喷泉", "name-en", "Fountains", "description-zh", "喷泉不出水",
                "description-en", "A fountain that is dry", "keywords", "喷泉 水 fountain", "limit", "5wd", "emergency", "no", "active", "yes"};
        var wrong = good.clone();
        wrong[17] = "next week";
        assertTold(save("services", wrong), "href=\"#", "value=\"next week\"", "A fountain that is dry</textarea>", "value=\"喷泉 水 fountain\"");
        wrong[17] = "soon";
        assertTold(save("services", wrong), "soon", "value=\"soon\"");
        assertTrue(desk.offices.service(new ServiceCode("fountain")).isEmpty());

        assertEquals(303, save("services", good).statusCode());
        assertTrue(desk.town.get("/en/ask").body().contains("Fountains"));
        good[21] = "no";
        assertEquals(303, save("services", good).statusCode());
        assertFalse(desk.town.get("/en/ask").body().contains("Fountains"));
        assertTrue(desk.offices.service(new ServiceCode("fountain")).isPresent(), "it keeps its past");
    }

    @Test void aTemplateReachesTheAnswerFormOfItsOffice() throws Exception {
        String[] good = {"code", "fountain-dry", "office", "urban", "service", "lamp", "title-zh", "灯泡缺货", "title-en", "Bulbs out of stock", "body-zh", "灯泡【型号】缺货，【日期】到货。",
                "body-en", "Bulbs of type [type] are out of stock until [date].", "active", "yes"};
        var wrong = good.clone();
        wrong[3] = "nowhere";
        assertTold(save("templates", wrong), "nowhere", "value=\"Bulbs out of stock\"", "灯泡【型号】缺货，【日期】到货。</textarea>");
        assertEquals(303, save("templates", good).statusCode());
        var number = desk.handled("楼前的灯泡碎了");
        var officer = new Visitor(desk);
        officer.signIn("officer");
        assertTrue(officer.get("/en/desk/cases/" + number + "/answer").body().contains("灯泡缺货") || officer.get("/en/desk/cases/" + number + "/answer").body().contains("Bulbs out of stock"));
    }

    @Test void anEmptyFormOfEveryRegisterIsToldAndNeverBreaks() throws Exception {
        for (var register : List.of("offices", "areas", "services", "routing", "templates", "grounds", "reasons")) {
            var answer = save(register, "was", "");
            assertEquals(422, answer.statusCode(), register);
            assertTrue(answer.body().contains("id=\"errors\""), register);
        }
        assertEquals(404, admin.get("/desk/admin/entry/secrets").statusCode());
    }

    @Test void aNewOfficerGetsAPasswordOnceAndNoPasswordIsEverShownAgain() throws Exception {
        var path = "/en/desk/admin/people/entry";
        var page = admin.get(path).body();
        assertTold(admin.post(path, page, "code", "urban.night", "person", "夜巡", "office", "urban", "active", "yes"), "duty", "value=\"urban.night\"", "value=\"夜巡\"");
        assertTold(admin.post(path, page, "code", "urban.night", "person", "夜巡", "office", "moon", "active", "yes", "duty-OFFICER", "yes"), "href=\"#office\"", "value=\"夜巡\"", "name=\"duty-OFFICER\" value=\"yes\" checked");
        var saved = admin.post(path, page, "code", "urban.night", "person", "夜巡", "office", "urban", "active", "yes", "duty-OFFICER", "yes");
        assertEquals(200, saved.statusCode());
        var shown = Pattern.compile("<code>([^<]{8,})</code></p>").matcher(saved.body());
        assertTrue(shown.find());
        var password = shown.group(1);
        assertFalse(admin.get(path + "?code=urban.night").body().contains(password));

        var night = new Visitor(desk);
        var in = night.post("/desk/sign-in", night.get("/desk/sign-in").body(), "login", "urban.night", "password", password, "code", "");
        assertEquals("/desk/second-factor", in.headers().firstValue("Location").orElse(in.body()));
        assertEquals(303, night.get("/desk").statusCode(), "nothing is open before the second factor is set up");

        assertEquals(303, admin.post(path, admin.get(path + "?code=urban.night").body(), "code", "urban.night", "person", "夜巡", "office", "urban", "active", "no", "duty-OFFICER", "yes").statusCode());
        assertFalse(desk.offices.officer(new OfficerId("urban.night")).orElseThrow().active());
        assertTrue(night.get("/desk/second-factor").headers().firstValue("Location").orElse("").startsWith("/desk/sign-in"), "and out");
    }

    @Test void anAdministratorSeesHowTheJobsRanAndWhichHangOrBrokeOff() throws Exception {
        var ran = desk.now().atOffset(java.time.ZoneOffset.UTC);
        for (var job : List.of(List.of("RingTheBell", "", 30), List.of("SweepTheYard", "", -600), List.of("FeedTheCat", "IllegalStateException", 30))) {
            var next = ran.plusSeconds((int) job.get(2));
            desk.town.room(lianqiao.store.Database.class).sql().sql("""
                    insert into job_runs (jurisdiction, job, node, started_at, ended_at, done, fault, next_at) values ('demo', ?, 'n1', ?, ?, ?, ?, ?)
                    on conflict (jurisdiction, job) do nothing""").params(job.get(0), ran.minusHours(1), ran.minusHours(1), job.get(1).equals(""), job.get(1), next).update();
        }
        var page = admin.get("/en/desk/admin/jobs").body();
        assertTrue(row("RingTheBell", page).contains("done"));
        assertFalse(row("RingTheBell", page).contains("overdue"));
        assertTrue(row("SweepTheYard", page).contains("overdue"));
        assertTrue(row("FeedTheCat", page).contains("broke off: IllegalStateException"));
        assertTrue(admin.get("/desk/admin/jobs").body().contains("已超时未运行"));
    }

    private static String row(String job, String page) {
        int begins = page.indexOf("<code>" + job);
        return page.substring(begins, page.indexOf("</tr>", begins));
    }

    @Test void settingsDoNotExistForAnybodyElse() throws Exception {
        var head = new Visitor(desk);
        head.signIn("head");
        var page = head.get("/desk").body();
        for (var path : List.of("/desk/admin", "/desk/admin/people", "/desk/admin/people/entry", "/desk/admin/calendar", "/desk/admin/jobs", "/desk/admin/list/offices", "/desk/admin/entry/offices")) {
            assertEquals(404, head.get(path).statusCode(), path);
        }
        for (var path : List.of("/desk/admin/people/entry", "/desk/admin/people/reset", "/desk/admin/calendar", "/desk/admin/entry/offices")) {
            assertEquals(404, head.post(path, page.replace("/desk/sign-out", path), "code", "head", "active", "no").statusCode(), path);
        }
    }
}
