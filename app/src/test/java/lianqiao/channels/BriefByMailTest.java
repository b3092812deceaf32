package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.Contact;
import lianqiao.offices.OfficerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The brief by mail: off until its reader has said so twice, once a morning, in the reader's language, and only to those in office. */
class BriefByMailTest {
    private static final String ADDRESS = "leader.planted@office.test";
    private static final Contact CONTACT = Contact.read(ADDRESS).orElseThrow();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private final MailTown town = new MailTown();
    private LocalDate latest = DAY;

    @AfterEach void end() {
        town.close();
    }

    private void morning() {
        new MailTheBrief(town.database.database(), town.offices, () -> Optional.of(latest)).run(town.now);
        town.tell();
    }

    private void orders(String login) throws Exception {
        var officer = new OfficerId(login);
        assertTrue(town.subscriptions.brief(officer).isEmpty(), "off until somebody wants it");
        town.subscriptions.askForBrief(CONTACT, officer, Language.EN, town.now).orThrow();
        town.tell();
        assertEquals(Optional.of(false), town.subscriptions.brief(officer), "asked for, not yet confirmed");
        var link = Pattern.compile("/subscribe/confirm/([A-Za-z0-9_-]{43})").matcher(town.lastTo(ADDRESS));
        assertTrue(link.find());
        town.subscriptions.confirm(link.group(1), town.now).orThrow();
        assertEquals(Optional.of(true), town.subscriptions.brief(officer));
    }

    @Test void onceAMorningAfterTwoWordsUntilTheLast() throws Exception {
        orders("leader");
        morning();
        morning();
        assertEquals(2, town.letters().size(), "the first letter and one brief, however often the job runs");
        var letter = town.lastTo(ADDRESS);
        assertTrue(letter.contains("路口的井盖响了一个多月。") && letter.contains("/subscribe/end/"), letter);
        latest = DAY.plusDays(1);
        morning();
        assertEquals(3, town.letters().size());
        town.subscriptions.endBrief(new OfficerId("leader"), town.now);
        latest = DAY.plusDays(2);
        morning();
        assertEquals(3, town.letters().size(), "nothing after the end");
    }

    @Test void whoNeitherLeadsNorSupervisesGetsNone() throws Exception {
        orders("dispatcher");
        morning();
        assertEquals(1, town.letters().size(), "only the first letter");
    }

    @Test void nobodyOrdersItInPublicNorByPhone() {
        assertFalse(town.subscriptions.ask(CONTACT, Topic.briefFor(new OfficerId("leader")), Language.ZH, town.now).isDone());
        assertTrue(town.subscriptions.askForBrief(Contact.read("13800001111").orElseThrow(), new OfficerId("leader"), Language.ZH, town.now) instanceof Outcome.Refused<Topic>);
    }
}
