package lianqiao.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.search.SearchResult.Hit;
import lianqiao.search.SearchResult.Segment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Residents, officers and what each of them finds among a handful of cases. */
class SearchTest {
    private static Library library;
    private static CaseNumber lamp;
    private static CaseNumber bus;
    private static CaseNumber water;
    private static CaseNumber english;
    private static CaseNumber secret;
    private static CaseNumber report;

    @BeforeAll static void sixCases() {
        library = new Library();
        lamp = library.asks("小区路灯不亮", "物业说3号楼门口的路灯要等两个月，老人晚上出门怕摔。<b>急</b>");
        bus = library.asks("公交站牌旧了", "K12路公交车在人民路口不停，𠮷祥家园的居民上班不方便。");
        water = library.asks("停水", "自来水从昨天起就没有了。");
        english = library.asks("Leaking pipe near the café", "Two buses could not pass. The residents' committee says it isn't theirs.");
        secret = library.asks("邻居家暴", "我听见邻居夜里打孩子，请不要公开。", true, null, 0, Library.MONDAY);
        report = library.asks("举报收红包", "窗口工作人员收了红包。", true, library.office(1), 0, Library.MONDAY);
        library.assign(lamp, library.office(0), "内部提示：先问供电所");
        library.answer(lamp, library.office(0), "师傅已更换灯泡，今晚恢复照明。");
        library.assign(secret, library.office(2), "保密，联系妇联");
        library.catchUp();
    }

    @AfterAll static void close() {
        library.close();
    }

    @Test void chineseWordsAreFoundInTitleTextAndAnswer() {
        assertEquals(List.of(lamp), library.numbers("物业"));
        assertEquals(List.of(bus), library.numbers("公交"));
        assertEquals(List.of(lamp), library.numbers("恢复照明"));
        assertEquals(List.of(lamp), library.numbers("路灯 老人"));
        assertEquals(List.of(), library.numbers("灯路"));
    }

    @Test void aSingleCharacterAndARareOneAreFound() {
        assertEquals(List.of(water), library.numbers("自"));
        assertEquals(Set.of(water), Set.copyOf(library.numbers("水")));
        assertEquals(List.of(bus), library.numbers("𠮷"));
        assertEquals(List.of(bus), library.numbers("𠮷祥"));
    }

    @Test void mixedTextIsFoundExactly() {
        assertEquals(List.of(lamp), library.numbers("3号楼"));
        assertEquals(List.of(lamp), library.numbers("3号"));
        assertEquals(List.of(bus), library.numbers("k12路公交"));
        assertEquals(List.of(bus), library.numbers("Ｋ１２路"));
        assertEquals(List.of(), library.numbers("K1"));
    }

    @Test void englishWordsAreFoundInOtherFormsAndWithoutAccents() {
        assertEquals(List.of(english), library.numbers("leak pipes"));
        assertEquals(List.of(english), library.numbers("CAFE bus"));
        assertEquals(List.of(english), library.numbers("\"pipe near\""));
        assertTrue(library.find("\"near pipe\"").loose());
    }

    @Test void aWholeSentenceFindsWhatHoldsMostOfIt() {
        var found = library.find("我们小区3号楼门口的路灯坏了三天");
        assertTrue(found.loose());
        assertEquals(List.of(lamp), found.hits().stream().map(Hit::number).toList());
    }

    @Test void hitsAreShownAsPiecesOfPlainText() {
        var hit = library.find("路灯").hits().getFirst();
        assertEquals(List.of(new Segment("小区", false), new Segment("路灯", true), new Segment("不亮", false)), hit.title());
        var excerpt = hit.excerpt().stream().map(Segment::text).collect(Collectors.joining());
        assertTrue(excerpt.contains("<b>急</b>"), "markup is text like any other: " + excerpt);
        assertEquals(List.of("路灯"), hit.excerpt().stream().filter(Segment::hit).map(Segment::text).toList());
        assertEquals(List.of("K12路公交"), library.find("K12路公交").hits().getFirst().excerpt().stream().filter(Segment::hit).map(Segment::text).toList());
    }

    @Test void aCaseNumberInAnyFormLeadsStraightToTheCase() {
        var digits = lamp.text().replace("-", "");
        for (var typed : List.of(lamp.text(), digits, " 工单编号：" + lamp.text(), "No. " + digits, "２" + lamp.text().substring(1))) {
            assertEquals(lamp, library.find(typed).direct(), typed);
            assertEquals(List.of(lamp), library.numbers(typed));
        }
        assertEquals(null, library.find(secret.text()).direct());
        assertEquals(List.of(), library.numbers(secret.text()));
    }

    @Test void anythingMayBeTyped() {
        for (var typed : List.of("\"", "“物业", "AND OR NOT", "物业 -公交 +(", "a:b^2~*?", "\0\0", "😀🚌", "\ud800", "物业\0公交", "？？？", "   ", "物业".repeat(5_000))) {
            assertTrue(library.find(typed).total() >= 0, typed);
            library.search.similar(typed, 3);
        }
        assertTrue(library.find("  ").hits().stream().map(Hit::number).toList().containsAll(List.of(lamp, bus, water, english)), "nothing typed shows all public cases");
        assertEquals(0, library.find("？？？").total());
    }

    @Test void thePublicDoorFindsNoConfidentialCaseByAnyOfItsWords() {
        for (var typed : List.of("邻居", "家暴", "请不要公开", "红包", "举报", "妇联", "内部提示", "供电所")) {
            assertEquals(0, library.find(typed).total(), typed);
        }
        assertEquals(List.of(), library.search.similar("我听见邻居夜里打孩子", 5));
    }

    @Test void theDeskFindsConfidentialCasesOfItsOfficesOnly() {
        assertEquals(List.of(secret), atTheDesk("家暴", new DeskReader(true, Set.of(), Set.of())));
        assertEquals(List.of(secret), atTheDesk("家暴", reader(2)));
        assertEquals(List.of(), atTheDesk("家暴", reader(3)));
        assertEquals(List.of(lamp), atTheDesk("物业", reader(3)));
    }

    @Test void theDeskFindsNotesOnlyInItsOwnCases() {
        assertEquals(List.of(lamp), atTheDesk("供电所", reader(0)));
        assertEquals(List.of(), atTheDesk("供电所", reader(3)));
        var shown = library.search.desk().find(SearchQuery.of("路灯"), reader(3)).hits().getFirst();
        assertFalse(shown.excerpt().stream().anyMatch(s -> s.text().contains("供电所")));
    }

    @Test void aReportOfWrongdoingStaysHiddenFromTheOfficeItIsAbout() {
        var all = new DeskReader(true, Set.of(), Set.of());
        var concerned = new DeskReader(true, Set.of(library.office(1).text()), Set.of(library.office(1).text()));
        assertEquals(List.of(report), atTheDesk("红包", all));
        assertEquals(List.of(), atTheDesk("红包", concerned));
        assertEquals(List.of(), atTheDesk(report.text(), concerned));
        assertFalse(atTheDesk("", concerned).contains(report));
    }

    private static DeskReader reader(int office) {
        return new DeskReader(false, Set.of(library.office(office).text()), Set.of(library.office(office).text()));
    }

    private static List<CaseNumber> atTheDesk(String text, DeskReader reader) {
        return library.search.desk().find(SearchQuery.of(text), reader).hits().stream().map(Hit::number).toList();
    }

    @Test void whileWritingTheSimilarCaseIsShown() {
        var similar = library.search.similar("路灯不亮 门口的路灯好几天了，晚上老人出门怕摔", 3);
        assertEquals(lamp, similar.getFirst().number());
        assertEquals(List.of(), library.search.similar("办理居住证需要什么材料", 3));
    }

    @Test void aChangeIsFoundAfterTheNextLook() {
        var number = library.asks("井盖松动", "车一过就响。");
        assertEquals(List.of(), library.numbers("井盖"));
        library.catchUp();
        assertEquals(List.of(number), library.numbers("井盖"));
        library.does(number, new Act.Supplement("位置在菜市场东门", List.of()), By.resident());
        library.catchUp();
        assertEquals(List.of(number), library.numbers("菜市场"));
    }
}
