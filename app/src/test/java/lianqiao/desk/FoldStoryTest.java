package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import lianqiao.authenticity.FoldCopies;
import lianqiao.authenticity.Folded;
import lianqiao.authenticity.Folds;
import lianqiao.authenticity.RecountSharedPhrases;
import lianqiao.authenticity.Reviews;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.TakeInContributions;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** A letter of six people: everybody sees that it is one, one of them says that theirs is something else, and an officer answers in public. */
class FoldStoryTest extends AtTheDesk {
    private static final String LETTER = "我们是柳枝巷的住户。巷口的垃圾站每天清晨五点开始作业，声音很大，老人和孩子都睡不好。请把作业时间改到七点以后，"
            + "并在两边加装隔音板，也请把清运的路线和时间贴在巷口，让大家知道。";

    private final Folds folds = desk.town.room(Folds.class);
    private final Cases cases = desk.town.room(Cases.class);

    private Cases.Received sent(String text) {
        return cases.receive(new NewCase(Kind.COMPLAINT, new ServiceCode("noise"), new AreaCode("shiliuqiao"), "", null, "垃圾站太吵", text, Language.ZH, false, null,
                "web", null, null, List.of()), By.resident(), Instant.now()).orThrow();
    }

    private void runJobs() {
        desk.town.room(TakeInContributions.class).run(Instant.now());
        desk.town.room(FoldCopies.class).run(Instant.now());
        desk.town.room(RecountSharedPhrases.class).run(Instant.now());
        desk.town.room(FoldCopies.class).run(Instant.now());
    }

    /** The server's own jobs may have a part of it in hand at that moment, so it is asked until both have run. */
    private Folded folded(Cases.Received one, int people) {
        var deadline = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(deadline)) {
            runJobs();
            var fold = folds.foldOf(one.number().text()).filter(found -> found.persons() == people);
            if (fold.isPresent()) return fold.get();
        }
        return folds.foldOf(one.number().text()).orElseThrow();
    }

    @Test void aFoldIsExplainedDoubtedAndDecidedInPublic() throws Exception {
        var first = sent(LETTER);
        for (int i = 0; i < 4; i++) sent(LETTER);
        var mine = sent(LETTER.replace("隔音板", "遮雨棚"));
        var fold = folded(mine, 6);
        assertEquals(6, fold.persons());
        var path = "/folds/" + fold.id();
        for (var prefix : List.of("", "/en", "/en/large")) {
            for (var page : List.of("/folds", path, path + "/review", "/case/" + mine.number(), "/folds?after=" + fold.id(), path + "?after=" + fold.id())) {
                var shown = desk.town.get(prefix + page);
                assertEquals(200, shown.statusCode(), page);
                Browser.assertValidHtml(shown.body());
            }
        }
        var shown = desk.town.get("/en" + path).body();
        assertTrue(shown.contains("One text, 6 people") && shown.contains("/en/case/" + mine.number()) && shown.contains("<mark>"), shown);
        assertTrue(desk.town.get("/en/case/" + first.number()).body().contains("The same text was sent by 6 people"));
        assertTrue(desk.town.get("/en/folds").body().contains("垃圾站太吵"));
        readable(path, "/surges/" + MatrixTown.surge(desk), "/case/" + first.number());

        asked(path, mine);
        assertTrue(desk.town.get("/en" + path).body().contains("asked by its author"));
        assertFalse(desk.town.get("/en" + path).body().contains("roof against the rain"), "the words are for the desk");
        decided(path, mine, fold.id());
    }

    /** For all eyes: the pages that explain what was folded and what surges, and the desk's. */
    private static void readable(String fold, String surge, String one) {
        var resident = browser.open(Eyes.PHONE);
        for (var path : List.of(fold, fold + "/review", surge, one, "/folds", "/surges")) seen(resident, "/en" + path);
        Browser.leave(resident);
        var officer = browser.open(Eyes.DESKTOP.inTheDark());
        desk.signIn(officer, "", "supervisor");
        for (var path : List.of("/desk" + fold, "/desk/folds", "/desk/surges", fold, surge)) seen(officer, path);
        Browser.leave(officer);
    }

    private static void seen(Page page, String path) {
        assertEquals(200, page.navigate(desk.town.address() + path).status(), path);
        Browser.assertNoAxeViolations(page);
        Browser.assertNoSidewaysScroll(page);
    }

    private void asked(String path, Cases.Received mine) throws Exception {
        var visitor = new Visitor(desk);
        var own = visitor.post("/en/follow", "", "number", mine.number().text(), "code", mine.code().grouped()).body();
        assertTrue(own.contains("Your text is shown together with others"), own);
        Browser.assertValidHtml(own);
        assertEquals(422, visitor.post("/en" + path + "/review", own).statusCode(), "without words");
        var asked = visitor.post("/en" + path + "/review", own, "fold-words", "Mine is about a roof against the rain.");
        assertTrue(asked.statusCode() == 200 && asked.body().contains("We have your request"), asked.body());
        var reader = visitor.get("/en" + path + "/review").body();
        var wrong = visitor.post("/en" + path + "/review", reader, "fold-words", "This one is strange.", "case", "20260101-000001-8");
        assertTrue(wrong.statusCode() == 422 && wrong.body().contains("not in this fold"), wrong.body());
        assertEquals(200, visitor.post("/en" + path + "/review", reader, "fold-words", "These are two letters.").statusCode());
    }

    private void decided(String path, Cases.Received mine, long fold) throws Exception {
        var officer = new Visitor(desk);
        officer.signIn("supervisor");
        var list = officer.get("/en/desk/folds").body();
        assertTrue(list.contains("roof against the rain") && list.contains("These are two letters"), list);
        Browser.assertValidHtml(list);
        var one = officer.get("/en/desk" + path).body();
        Browser.assertValidHtml(one);
        assertEquals(422, officer.post("/en/desk" + path, one, "want", "TAKE_OUT", "case", mine.number().text()).statusCode(), "a reason is needed");
        var request = desk.town.room(Reviews.class).open(fold).getFirst().id();
        assertEquals(303, officer.post("/en/desk" + path, one, "want", "TAKE_OUT", "case", mine.number().text(), "request", Long.toString(request),
                "reason", "It asks for a roof, the others ask for boards against noise.").statusCode());
        runJobs();
        assertEquals(5, folds.fold(fold).orElseThrow().persons());
        assertTrue(folds.foldOf(mine.number().text()).isEmpty());
        assertTrue(desk.town.get("/en" + path).body().contains("It asks for a roof"));
        var alone = desk.town.get("/en/folds/" + folds.key(mine.number().text()).getAsLong());
        assertTrue(alone.statusCode() == 200 && alone.body().contains("This text stands alone") && alone.body().contains("It asks for a roof"), alone.body());
        Browser.assertValidHtml(alone.body());
        var looking = new Visitor(desk);
        looking.signIn("auditor");
        var read = looking.get("/en/desk" + path).body();
        assertTrue(read.contains("It asks for a roof") && !read.contains("name=\"want\""), "an auditor only reads");
    }
}
