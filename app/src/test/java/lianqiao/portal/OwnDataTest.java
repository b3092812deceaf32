package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Cases;
import lianqiao.channels.ForgetContactsNobodyNeeds;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** With number and code a resident gets a copy, corrects and removes the contact, takes back consent, and asks for erasure. */
class OwnDataTest {
    private final Visitor zhang = new Visitor();

    private Visitor.Receipt asks(String contact) throws Exception {
        var fields = Visitor.lamp();
        fields.put("contact", contact);
        return zhang.ask(fields);
    }

    private String does(Visitor.Receipt mine, String act, String... more) throws Exception {
        var fields = new LinkedHashMap<>(Map.of("form-token", zhang.token("/follow"), "number", mine.number(), "code", mine.code()));
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return zhang.send("/my-data" + act, fields).body();
    }

    private boolean isKept(String contact) {
        return zhang.town.room(Residents.class).withContact(Contact.read(contact).orElseThrow()).isPresent();
    }

    @Test void thePageIsWholeInBothLanguagesAndClosedToWrongCodes() throws Exception {
        var mine = asks("13711110001");
        var page = does(mine, "");
        assertTrue(page.contains("137****0001") && !page.contains("13711110001"), page);
        Browser.assertValidHtml(page);
        var english = zhang.send("/en/my-data", Map.of("number", mine.number(), "code", mine.code())).body();
        assertTrue(english.contains("My data in this case") && english.contains("Nobody, for this case."), english);
        assertEquals(422, zhang.send("/my-data", Map.of("number", mine.number(), "code", "AAAAA-AAAAA")).statusCode());
        assertEquals(422, zhang.send("/my-data/copy/json", Map.of("number", mine.number(), "code", "AAAAA-AAAAA")).statusCode());
    }

    @Test void theCopyHoldsEverythingAndWhoLookedForThisCaseOnly() throws Exception {
        var mine = asks("13711110002");
        var other = asks("13711110002");
        var residents = zhang.town.room(Residents.class);
        var me = zhang.town.room(Cases.class).residentOf(new CaseNumber(mine.number())).orElseThrow();
        residents.reveal(me, "urban1", mine.number() + ": 回访路灯", Instant.now()).orThrow();
        residents.reveal(me, "urban1", other.number() + ": 另一件事", Instant.now()).orThrow();
        for (var kind : new String[] {"/copy/json", "/copy/txt"}) {
            var copy = does(mine, kind);
            for (var part : new String[] {mine.number(), "13711110002", "柳枝巷的路灯十天没亮了", "柳枝巷 14 号", "回访路灯"}) assertTrue(copy.contains(part), part + copy);
            assertFalse(copy.contains("另一件事") || copy.contains(other.number()), "another case needs its own code");
        }
        assertTrue(does(mine, "/copy/json").contains("\"agreedToPublication\" : true"));
    }

    @Test void aContactIsCorrectedAndTheOldOneDestroyedOnceNothingNeedsIt() throws Exception {
        var first = asks("13711110003");
        var second = asks("13711110003");
        assertTrue(does(first, "/correct", "correct", "no number").contains("field-wrong") && isKept("13711110003"));
        assertTrue(does(first, "/correct", "correct", "zhang@own-data.test").contains("联系方式已更正"));
        assertTrue(isKept("13711110003") && isKept("zhang@own-data.test"), "the other case still needs the old one");
        assertTrue(does(second, "/forget-contact").contains("联系方式已删除"));
        assertFalse(isKept("13711110003"));
        zhang.town.room(ForgetContactsNobodyNeeds.class).run(Instant.now());
        assertTrue(isKept("zhang@own-data.test"));
        assertTrue(does(first, "").contains("z***@own-data.test"));
    }

    @Test void consentToBePublicIsTakenBackWhileTheCaseGoesOn() throws Exception {
        var mine = asks("13711110004");
        assertEquals(200, zhang.town.get("/case/" + mine.number()).statusCode());
        assertTrue(does(mine, "/conceal").contains("不公开"));
        assertEquals(404, zhang.town.get("/case/" + mine.number()).statusCode());
        assertFalse(zhang.town.get("/cases").body().contains(mine.number()));
        var seen = zhang.town.room(Cases.class).atTheDesk(new CaseNumber(mine.number()), Instant.now()).orElseThrow();
        assertTrue(seen.confidential() && seen.state().isOpen() && seen.body().contains("老人晚上不敢出门"), "the office still reads it");
        assertTrue(does(mine, "/copy/json").contains("\"withdrawn\""));
    }

    @Test void erasureIsAskedForAndTakenBack() throws Exception {
        var mine = asks("13711110005");
        var asked = does(mine, "/withdraw");
        assertTrue(asked.contains("七天内可以撤回") && asked.contains("办结后立即删除"), asked);
        Browser.assertValidHtml(asked);
        var forgetting = zhang.town.room(lianqiao.cases.Forgetting.class);
        assertTrue(forgetting.asked(new CaseNumber(mine.number())).orElseThrow().isAfter(Instant.now().plus(Duration.ofDays(6))));
        zhang.town.room(lianqiao.cases.ForgetWhatIsDue.class).run(Instant.now().plus(Duration.ofDays(8)));
        assertTrue(zhang.town.get("/case/" + mine.number()).body().contains("老人晚上不敢出门"), "an open case keeps its words");
        assertTrue(does(mine, "/take-back").contains("不会删除任何内容"));
        assertTrue(forgetting.asked(new CaseNumber(mine.number())).isEmpty());
    }
}
