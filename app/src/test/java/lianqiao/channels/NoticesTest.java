package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import lianqiao.base.Language;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.identity.Contact;
import lianqiao.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a resident hears from us, and what nobody else does. */
class NoticesTest {
    private static final String ZHANG = "zhang.planted@resident.test";
    private final MailTown town = new MailTown();

    @AfterEach void end() {
        town.close();
    }

    @Test void zhangHearsThatTheLampArrivedWhoHasItAndWhatTheyAnswer() throws Exception {
        var received = town.receive(ZHANG, Language.ZH, false, "路灯不亮");
        var lamp = received.number();
        town.tell();
        assertEquals(List.of("诉求 " + lamp + "：已经收到"), town.subjects());
        var first = town.lastTo(ZHANG);
        assertTrue(first.contains("最迟 2026-11-30 当天答复您") && first.contains("https://ask.example/case/" + lamp), first);
        for (var secret : new String[] {received.code().toString(), received.code().letters()}) assertFalse(first.contains(secret), "the code is in no letter");
        town.answers(lamp, "灯管已经更换，\n请您查看。");
        town.tell();
        assertEquals(3, town.letters().size(), town.subjects().toString());
        assertTrue(town.lastTo(ZHANG).contains("> 灯管已经更换，\r\n> 请您查看。"), town.lastTo(ZHANG));
        town.tell();
        assertEquals(3, town.letters().size(), "nothing is told twice");
    }

    @Test void theDeskCanNameWhatEveryLetterIsAbout() {
        var words = Words.load(true);
        for (var language : Language.values()) for (var purpose : Purpose.values()) assertFalse(words.say(language, "channels.about." + purpose.word()).isBlank());
    }

    @Test void everyStepHasItsLetterInBothLanguages() throws Exception {
        for (var language : Language.values()) {
            var to = language + "@resident.test";
            var lamp = town.asks(to, language, false, "A lamp");
            town.assigns(lamp);
            town.does(lamp, new Act.Accept(), town.officer());
            town.does(lamp, new Act.AskBack("Which lamp?"), town.officer());
            town.does(lamp, new Act.Supplement("The third", List.of()), By.resident());
            town.does(lamp, new Act.Extend(TimeLimit.parse("3wd"), "No spare parts"), town.officer());
            town.does(lamp, new Act.Report("Ordered", List.of()), town.officer());
            town.does(lamp, new Act.ClaimDone("Mended, see photo, order 17", List.of()), town.officer());
            town.does(lamp, new Act.CallBack(Act.CallBack.How.MESSAGE, ""), town.dispatcher());
            town.does(lamp, new Act.Verdict(Act.Solved.NOT, 2, 1, ""), By.resident());
            town.does(lamp, new Act.Reopen("Still dark"), town.dispatcher());
        }
        town.tell();
        town.later(Duration.ofDays(30));
        town.cases.runClocks(town.now, 100);
        town.tell();
        for (var subject : town.subjects()) assertFalse(subject.contains("{") || subject.contains("channels."), subject);
        var english = town.subjects().stream().filter(s -> s.startsWith("Case")).map(s -> s.replaceAll(".*: ", "").replaceAll("\\d{4}-.*", "D")).toList();
        assertEquals(List.of("we have it", town.offices.office(town.lights).orElseThrow().name().en() + " is on it", "we need something from you",
                "it takes longer, until D", "where it stands", "done, says the office", "was it solved?", "taken up again",
                "we are late, and we are sorry", "we are late, and we are sorry", "we are late, and we are sorry"), english);
        assertEquals(english.size() * 2, town.letters().size());
        assertTrue(town.lastTo("EN@").contains("has now been put before the leader"), town.lastTo("EN@"));
    }

    @Test void aLetterAboutAConfidentialCaseNamesNeitherTitleNorText() throws Exception {
        var secret = town.asks(ZHANG, Language.ZH, true, "科长收红包");
        town.answers(secret, "已经立案调查");
        town.tell();
        assertEquals(3, town.letters().size());
        for (var letter : town.letters()) {
            var all = letter.getSubject() + MailTown.plain(letter) + MailTown.html(letter);
            assertFalse(all.contains("红包") || all.contains("立案") || all.contains("/case/"), all);
            assertTrue(all.contains("/follow?number=" + secret), all);
        }
    }

    @Test void whoLeftOnlyAPhoneNumberIsCalledWhenItMatters() {
        var lamp = town.asks("13800138000");
        town.answers(lamp, "修好了");
        town.tell();
        assertEquals(List.of(), town.letters());
        var toCall = town.notices.undelivered(10);
        assertEquals(List.of("answered"), toCall.stream().map(Notices.Undelivered::about).toList());
        assertEquals(Notices.Why.NEEDS_CALL, toCall.getFirst().why());
        assertEquals(1, town.notices.called(lamp, toCall.getFirst().entry(), town.now));
        assertEquals(List.of(), town.notices.undelivered(10));
    }

    @Test void noContactStandsInTheOutboxNorDoesAnythingPeopleWrote() throws Exception {
        var lamp = town.asks(ZHANG);
        town.answers(lamp, "答复内容甲乙丙");
        town.subscriptions.ask(Contact.read(ZHANG).orElseThrow(), Topic.everything(), Language.ZH, town.now).orThrow();
        town.tell();
        assertEquals(4, town.letters().size());
        for (var table : List.of("outbox", "subscription", "news")) {
            var rows = town.dump(table);
            assertFalse(rows.contains("zhang") || rows.contains("planted") || rows.contains("甲乙丙") || rows.contains("路灯"), rows);
        }
    }

    @Test void whatComesFromAnEarlierHistoryIsNoMessage() {
        town.asks(ZHANG);
        town.later(Duration.ofDays(15));
        town.tell();
        assertEquals(List.of(), town.letters());
    }

    @Test void lettersSayThatNobodySitsAtThisEnd() throws Exception {
        var lamp = town.asks(ZHANG);
        town.tell();
        var letter = town.letters().getFirst();
        assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
        assertEquals("All", letter.getHeader("X-Auto-Response-Suppress", null));
        assertTrue(letter.getMessageID().matches("<case\\." + lamp + "\\.evt\\.1\\.[0-9a-f]{32}@city\\.test>"), letter.getMessageID());
        assertEquals(town.now.getEpochSecond(), letter.getSentDate().toInstant().getEpochSecond());
        assertTrue(MailTown.html(letter).contains("<html lang=\"zh-CN\">"));
    }

    @Test void noTitleCanBreakOutOfItsLineOrItsPage() throws Exception {
        var title = "灯\r\nBcc: all@resident.test\r\n\r\n<script>x</script>\u2028X-Evil: 1";
        var lamp = town.asks(ZHANG, Language.ZH, false, title);
        town.answers(lamp, "</blockquote><script>y</script>\r\n.\r\nQUIT\r\n");
        town.tell();
        assertEquals(3, town.letters().size());
        for (var letter : town.letters()) {
            assertEquals(1, letter.getAllRecipients().length);
            assertEquals(null, letter.getHeader("Bcc"));
            assertEquals(null, letter.getHeader("X-Evil"));
            assertFalse(MailTown.html(letter).contains("<script>"), MailTown.html(letter));
        }
    }
}
