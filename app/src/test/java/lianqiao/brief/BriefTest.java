package lianqiao.brief;

import static lianqiao.brief.Shelf.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianqiao.authenticity.Folds;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Brief.Passage;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.cases.DayBook.Words;
import lianqiao.cases.State;
import lianqiao.insight.Digest;
import lianqiao.insight.IssueList;
import lianqiao.insight.Pressing;
import lianqiao.insight.Ranking;
import lianqiao.offices.OfficeCode;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;

/** A morning of a small town, counted by hand, and what is still readable of it later. */
class BriefTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Shelf shelf = new Shelf();

    private Brief morning() {
        return new Composing(shelf, new Composing.Sources(new Ranking(List.of(), List.of(), List.of()), List.of(), Map.of()), ZONE, NOW).since(NOW.minus(Duration.ofDays(1)));
    }

    private Briefs briefs(TestDatabase town) {
        var none = new NothingSaid();
        var folds = new Folds(town.database(), none);
        return new Briefs(town.database(), shelf, new Pressing(town.database(), none, shelf, folds, IssueList.NONE), IssueList.NONE, new Digest(none, shelf, folds), ZONE);
    }

    @Test void theNumbersOfAMorningAreThoseOfItsCases() {
        var again = shelf.add(State.HANDLING, -9, 3, 1, "修过一次，第二天又不亮了。");
        var forgotten = shelf.add(State.HANDLING, -45, 9, 0, "路口的井盖响了一个多月，没有人来看过。");
        var late = shelf.add(State.HANDLING, -12, -4, 0, "楼道灯坏了，说好上周修。");
        var later = shelf.add(State.ASSIGNED, -9, -1, 0, "垃圾三天没有收。");
        var due = shelf.add(State.HANDLING, -3, 1, 0, "水压太低。");
        shelf.add(State.HANDLING, -3, 4, 0, "还早。");
        var book = shelf.add(State.ON_BOOK, -80, 5, 0, "雨季过后再修的路。");
        var solved = shelf.add(State.CLOSED, -6, 1, 0, "已经修好。");
        var fresh = shelf.add(State.RECEIVED, -0.3, 8, 0, "刚刚收到。");
        shelf.deeds.add(new Deed(new OfficeCode("town"), "CaseEscalated", 2));
        var brief = morning();
        assertEquals("2026-11-23", brief.day().toString());
        assertEquals(List.of(fresh), brief.figure(Part.RECEIVED).cases());
        assertEquals(List.of(solved), brief.figure(Part.SOLVED).cases());
        assertEquals(List.of(due), brief.figure(Part.DUE).cases());
        assertEquals(List.of(book), brief.figure(Part.PROMISED).cases());
        assertEquals(List.of(late, later), brief.figure(Part.OVERDUE).cases());
        assertEquals(1 + 1, brief.figure(Part.UNANSWERED).count(), "forgotten, and the one on the book");
        assertEquals(List.of(new OfOffice(new OfficeCode("office0"), 1), new OfOffice(new OfficeCode("office2"), 1)), brief.late());
        assertEquals(List.of(again, late, book).size(), brief.read().size());
        assertEquals(again, brief.read().getFirst().number());
        assertEquals("answer", Objects.requireNonNull(brief.answer()).why());
        assertTrue(brief.read().stream().map(Passage::number).noneMatch(brief.answer().number()::equals));
        assertEquals(1, brief.deeds().size());
        assertTrue(brief.figure(Part.UNANSWERED).cases().contains(forgotten));
    }

    @Test void everyPassageIsFoundLetterByLetterInItsSource() {
        for (int i = 0; i < 8; i++) shelf.add(State.HANDLING, -40 - i, -i - 1, i % 2, "第" + i + "个门口。".repeat(90));
        var brief = morning();
        for (var passage : brief.read()) {
            var words = shelf.words(List.of(passage.number())).getFirst();
            var quoted = Quotation.read(passage, words).orElseThrow();
            assertTrue(words.text().contains(quoted) && quoted.length() <= Quotation.LONGEST && quoted.endsWith("。"), quoted);
        }
    }

    @Test void whereASentenceIsCutAnEllipsisSaysSo() {
        var endless = shelf.add(State.HANDLING, -40, -1, 0, "没有句号，".repeat(90));
        var words = shelf.words(List.of(endless)).getFirst();
        var quoted = Quotation.read(Quotation.beginning(words, "overdue"), words).orElseThrow();
        assertTrue(quoted.endsWith("…") && quoted.length() == Quotation.LONGEST + 1, quoted);
        var whole = shelf.words(List.of(shelf.add(State.HANDLING, -40, -1, 0, "只有半句"))).getFirst();
        assertEquals("只有半句", Quotation.read(Quotation.beginning(whole, "overdue"), whole).orElseThrow());
    }

    @Test void wordsThatWereMaskedSinceAreNotShownAndNoneStandInTheirPlace() {
        var number = shelf.add(State.HANDLING, -40, -1, 0, "请打电话给王女士。");
        var passage = Quotation.beginning(shelf.words(List.of(number)).getFirst(), "overdue");
        var masked = new Words(number, lianqiao.base.Language.ZH, "标题0", "请打电话给███女士。");
        assertTrue(Quotation.read(passage, masked).isEmpty());
        assertTrue(Quotation.read(passage, new Words(number, lianqiao.base.Language.ZH, "", "")).isEmpty());
    }

    @Test void aBriefIsWrittenOnceAMorningAndKept() {
        try (var town = TestDatabase.fresh()) {
            var briefs = briefs(town);
            var job = new WriteTheBrief(briefs, shelf, LocalTime.of(7, 0), ZONE);
            job.run(NOW);
            assertTrue(briefs.latest().isEmpty(), "nothing waits, nothing is written");
            var number = shelf.add(State.HANDLING, -40, -1, 0, "路口的井盖响了一个多月。");
            job.run(NOW.minusSeconds(3600));
            assertEquals("2026-11-23", briefs.latest().orElseThrow().toString(), "the first one at once");
            shelf.add(State.HANDLING, -40, -2, 0, "另一件。");
            job.run(NOW.plusSeconds(60));
            var kept = briefs.of(briefs.latest().orElseThrow()).orElseThrow();
            assertEquals(List.of(number), kept.brief().figure(Part.OVERDUE).cases(), "it stays as it was");
            assertEquals("路口的井盖响了一个多月。", kept.quoted(kept.brief().read().getFirst()));
            var tomorrow = NOW.plus(Duration.ofDays(1));
            job.run(tomorrow.minusSeconds(60));
            assertEquals("2026-11-23", briefs.latest().orElseThrow().toString(), "not before its hour");
            job.run(tomorrow);
            var next = briefs.of(briefs.latest().orElseThrow()).orElseThrow();
            assertEquals(2, next.brief().figure(Part.OVERDUE).count());
            assertEquals(kept.brief().at(), next.brief().from());
            assertEquals(List.of(kept.brief().day()), next.earlier());
            shelf.cases.clear();
            shelf.texts.clear();
            var later = briefs.of(kept.brief().day()).orElseThrow();
            assertNull(later.line(number), "what is no longer public is not shown in an old brief either");
            assertNull(later.quoted(later.brief().read().getFirst()));
        }
    }

    @Test void nothingIsKeptButNumbersAndPlaces() {
        shelf.add(State.HANDLING, -40, -1, 0, "井盖响了一个多月。");
        try (var town = TestDatabase.fresh()) {
            briefs(town).write(NOW);
            var kept = town.database().sql().sql("select content::text from briefs").query(String.class).single();
            assertTrue(!kept.contains("井盖") && kept.contains(shelf.cases.getFirst().number().text()), kept);
            assertEquals(1, town.database().sql().sql("select count(*) from briefs where written_at = ?")
                    .param(java.time.OffsetDateTime.ofInstant(NOW, java.time.ZoneOffset.UTC)).query(Integer.class).single());
        }
    }
}
