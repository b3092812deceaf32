package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News by e-mail: wanted twice, bundled, public, and ended with one press. */
class SubscriptionsTest {
    private static final String LI = "li.planted@reader.test";
    private static final Contact ADDRESS = Contact.read(LI).orElseThrow();
    private final MailTown town = new MailTown();

    @AfterEach void end() {
        town.close();
    }

    private static String link(String act, String letter) {
        var match = Pattern.compile("/subscribe/" + act + "/([A-Za-z0-9_-]{43})").matcher(letter);
        assertTrue(match.find(), letter);
        return match.group(1);
    }

    private void subscribes(Topic topic) throws Exception {
        town.subscriptions.ask(ADDRESS, topic, Language.ZH, town.now).orThrow();
        town.tell();
        town.subscriptions.confirm(link("confirm", town.lastTo(LI)), town.now).orThrow();
    }

    @Test void newsBeginsOnlyAfterTheButtonBehindTheLink() throws Exception {
        town.subscriptions.ask(ADDRESS, Topic.of(town.area), Language.EN, town.now).orThrow();
        town.tell();
        assertEquals(1, town.letters().size());
        var token = link("confirm", town.lastTo(LI));
        assertEquals(Topic.of(town.area), town.subscriptions.toConfirm(token, town.now).orElseThrow(), "looking decides nothing");
        town.asks("a@resident.test");
        town.tell();
        assertEquals(2, town.letters().size(), "only the resident's own letter");
        assertTrue(town.subscriptions.confirm(token, town.now).isDone());
        assertTrue(town.subscriptions.confirm(token, town.now).isDone(), "twice is as good as once");
        var lamp = town.asks("b@resident.test");
        town.tell();
        assertTrue(town.lastTo(LI).contains("https://ask.example/en/case/" + lamp), town.lastTo(LI));
    }

    @Test void oneLetterAnHourHoldsEverythingNew() throws Exception {
        subscribes(Topic.everything());
        var first = town.asks("a@resident.test");
        town.tell();
        assertEquals(1, news());
        for (int i = 0; i < 40; i++) town.asks("a@resident.test");
        town.assigns(first);
        town.tell();
        town.later(Duration.ofMinutes(59));
        town.tell();
        assertEquals(1, news(), "the hour is not over");
        town.later(Duration.ofMinutes(1));
        town.tell();
        assertEquals(2, news());
        assertTrue(town.lastLetterTo(LI).getSubject().contains("41 件"), town.lastLetterTo(LI).getSubject());
        assertTrue(town.lastTo(LI).contains("另外还有 11 件"));
        town.later(Duration.ofHours(2));
        town.tell();
        assertEquals(2, news(), "nothing new, no letter");
    }

    private long news() throws Exception {
        long news = 0;
        for (var letter : town.letters()) if (letter.getMessageID().startsWith("<news.")) news++;
        return news;
    }

    @Test void confidentialCasesAreNoNews() throws Exception {
        subscribes(Topic.everything());
        var secret = town.asks("a@resident.test", Language.ZH, true, "科长收红包");
        town.answers(secret, "已立案");
        town.tell();
        assertEquals(0, news());
        assertFalse(town.dump("news").contains(secret.text()));
        assertEquals("channels.subscribe.unknown-topic", ((Outcome.Refused<Topic>) town.subscriptions.ask(ADDRESS, Topic.of(secret), Language.ZH, town.now)).why());
    }

    @Test void anOfficeBringsItsCasesAndNoOthers() throws Exception {
        subscribes(Topic.of(town.lights));
        var lamp = town.asks("a@resident.test");
        town.asks("a@resident.test");
        town.tell();
        assertEquals(0, news(), "no office has it yet");
        town.assigns(lamp);
        town.tell();
        assertEquals(1, news());
        assertTrue(town.lastLetterTo(LI).getSubject().contains("1 件"));
    }

    @Test void theLinkInEachLetterEndsIt() throws Exception {
        subscribes(Topic.everything());
        town.asks("a@resident.test");
        town.tell();
        var letter = town.lastLetterTo(LI);
        var token = link("end", MailTown.plain(letter));
        assertEquals("<https://ask.example/subscribe/end/" + token + ">", letter.getHeader("List-Unsubscribe", null));
        assertEquals("List-Unsubscribe=One-Click", letter.getHeader("List-Unsubscribe-Post", null));
        assertTrue(town.subscriptions.toEnd(token).isPresent(), "looking decides nothing");
        town.asks("a@resident.test");
        town.later(Duration.ofHours(1));
        town.write.run(town.now);
        assertTrue(town.subscriptions.end(token, town.now).isDone());
        town.tell();
        assertEquals(1, news(), "not even what was on its way");
        assertTrue(town.subscriptions.end(token, town.now).isDone(), "twice is as good as once");
    }

    @Test void aMailboxIsNotFloodedByOthers() throws Exception {
        for (int i = 0; i < 20; i++) town.subscriptions.ask(ADDRESS, Topic.everything(), Language.ZH, town.now).orThrow();
        town.tell();
        assertEquals(1, town.letters().size());
        for (var office : town.offices.all()) town.subscriptions.ask(ADDRESS, Topic.of(office.code()), Language.ZH, town.now).orThrow();
        town.tell();
        assertEquals(10, town.letters().size(), "ten topics a day");
    }

    @Test void oldForgedAndForeignLinksAreOfNoUse() throws Exception {
        town.subscriptions.ask(ADDRESS, Topic.everything(), Language.ZH, town.now).orThrow();
        town.tell();
        var token = link("confirm", town.lastTo(LI));
        for (var bad : List.of("", "x", "A".repeat(43), token.substring(1) + "A", new Seal(MailTown.KEY).token(UUID.randomUUID(), "confirm 1")))
            assertFalse(town.subscriptions.confirm(bad, town.now).isDone(), bad);
        assertFalse(town.subscriptions.end(token, town.now).isDone(), "a link to begin does not end");
        assertFalse(town.subscriptions.confirm(token, town.now.plus(Duration.ofHours(48))).isDone(), "too old");
        town.later(Duration.ofHours(2));
        town.subscriptions.ask(ADDRESS, Topic.everything(), Language.ZH, town.now).orThrow();
        town.tell();
        assertFalse(town.subscriptions.confirm(token, town.now).isDone(), "a newer letter makes it useless");
        assertTrue(town.subscriptions.confirm(link("confirm", town.lastTo(LI)), town.now).isDone());
    }

    @Test void nobodyLearnsWhoSubscribesAndNoPhoneCan() throws Exception {
        subscribes(Topic.everything());
        town.later(Duration.ofHours(2));
        int before = town.letters().size();
        assertTrue(town.subscriptions.ask(ADDRESS, Topic.everything(), Language.ZH, town.now).isDone());
        town.tell();
        assertEquals(before, town.letters().size());
        assertFalse(town.subscriptions.ask(Contact.read("13800138000").orElseThrow(), Topic.everything(), Language.ZH, town.now).isDone());
    }
}
