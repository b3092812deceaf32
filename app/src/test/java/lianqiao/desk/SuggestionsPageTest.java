package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import lianqiao.cases.TakeInContributions;
import lianqiao.insight.FindProposals;
import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** A suggestion inside a complaint is found, a leader says what becomes of it, and everybody reads that with the sentence and its case. */
class SuggestionsPageTest {
    private final TownDesk desk = new TownDesk();

    @Test void aSuggestionGetsAnAnswerThatEverybodyReads() throws Exception {
        var number = desk.asks("建议在渡口的坡道旁加装一排扶手");
        desk.town.room(TakeInContributions.class).run(desk.now());
        desk.town.room(FindProposals.class).run(desk.now());
        var leader = new Visitor(desk);
        leader.signIn("leader");
        var list = leader.get("/en/desk/suggestions").body();
        Browser.assertValidHtml(list);
        assertTrue(list.contains("建议在渡口的坡道旁加装一排扶手") && list.contains(number.text()), list);
        var link = Pattern.compile("/desk/suggestions\\?place=(\\d+:\\d+)").matcher(list.substring(list.indexOf("建议在渡口的坡道旁加装一排扶手")));
        assertTrue(link.find());
        var form = leader.get("/en/desk/suggestions?place=" + link.group(1)).body();
        Browser.assertValidHtml(form);
        var without = leader.post("/en/desk/suggestions", form, "decision", "yes", "reason", "好");
        assertEquals(422, without.statusCode());
        assertTrue(without.body().contains("Give a reason of 10"), without.body());
        assertFalse(desk.town.get("/suggestions").body().contains("加装一排扶手"), "nothing was published");
        assertEquals(303, leader.post("/en/desk/suggestions", form, "decision", "yes", "reason", "渡口管理站将于下月加装扶手。").statusCode());
        var inPublic = desk.town.get("/en/suggestions").body();
        Browser.assertValidHtml(inPublic);
        assertTrue(inPublic.contains("Taken up.") && inPublic.contains("渡口管理站将于下月加装扶手。") && inPublic.contains("建议在渡口的坡道旁加装一排扶手") && inPublic.contains(number.text()));
        assertTrue(leader.get("/en/desk/suggestions").body().contains("Taken up."));
        var dispatcher = new Visitor(desk);
        dispatcher.signIn("dispatcher");
        assertFalse(dispatcher.get("/en/desk/suggestions").body().contains("place="), "seen, not answered");
    }
}
