package lianqiao.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lianqiao.offices.OfficeCode;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;

/** An officer looks at the list before an answer goes out. */
class CheckTest {
    private static final String LAMP = "石桥路的路灯坏了\n石桥路小学门口的路灯坏了半个月。请问什么时候能修好？希望先装一盏临时的灯。";
    private static final String GOOD = "您好。石桥路小学门口的路灯是线缆老化，城市管理局路灯所已安排更换，12月3日前修好；在此之前，11月25日装好临时灯。依据《城市照明管理规定》第十九条办理。"
            + "对答复有异议，可拨打0731-84012345反映，或申请复核。";
    private final Check check = Check.knowing(former());

    /** Forty answers of an office; each ends like all the others. */
    private static List<Former> former() {
        var subjects = List.of("垃圾清运不及时|垃圾已于当天清运", "公交班次太少|公交公司将增加早高峰班次", "河水发臭|河道已采样检测", "停车位不够|正在研究增设车位", "噪声扰民|工地夜间已停止施工");
        var former = new ArrayList<Former>();
        IntStream.range(0, 40).forEach(i -> {
            var parts = subjects.get(i % 5).split("\\|");
            former.add(new Former("c" + i, "第" + i + "小区" + parts[0] + "，请处理", "您好，" + parts[1] + "，涉及第" + i + "小区。感谢您对我们工作的关心、理解与支持，祝您生活愉快。"));
        });
        return former;
    }

    private Checked look(String answer) {
        return check.of("mine", LAMP, answer);
    }

    @Test void aGoodAnswerHasEverything() {
        var looked = look(GOOD);
        assertEquals(Set.of(), looked.look());
        assertEquals(2, looked.asks().size());
        assertEquals(2, looked.answered());
    }

    @Test void anAnswerThatSaysNothing() {
        var looked = look("您好，您反映的问题已收悉。感谢您对我们工作的关心、理解与支持，祝您生活愉快。");
        assertEquals(Set.of(Item.TAKEN_UP, Item.ASKS, Item.WHO, Item.WHAT, Item.WHEN, Item.RULE, Item.OBJECTION), looked.look());
        assertEquals(0, looked.answered());
    }

    @Test void whatOnlyConsistsOfStockIsNotWrittenForThisCase() {
        var looked = look("感谢您对我们工作的关心、理解与支持，祝您生活愉快。");
        assertEquals(1.0, looked.recycled());
        assertFalse(looked.has(Item.OWN_WORDS));
        assertEquals(0.0, looked.relevance(), "stock phrases are no likeness");
        var same = look(former().get(3).answer());
        assertEquals("c3", same.same(), "the very answer to something else");
        assertEquals("", check.of("c3", former().get(3).question(), former().get(3).answer()).same(), "its own");
    }

    @Test void eachPartIsMissedWhereItIsMissing() {
        assertEquals(Set.of(Item.WHEN, Item.ASKS), look(GOOD.replace("12月3日前", "").replace("11月25日", "")).look(), "it was asked when");
        assertEquals(Set.of(Item.RULE), look(GOOD.replace("依据《城市照明管理规定》第十九条办理。", "")).look());
        assertEquals(Set.of(Item.OBJECTION), look(GOOD.replace("对答复有异议，可拨打0731-84012345反映，或申请复核。", "")).look());
        assertEquals(Set.of(Item.TONE), look(GOOD + "请不要再反映。").look());
        assertEquals(List.of("不要再反映"), look(GOOD + "请不要再反映。").tone());
        assertEquals(Set.of(Item.DETAILS), look(GOOD + "住户手机13912345678。").look());
    }

    @Test void englishToo() {
        var question = "The street lamp at the school gate is out\nThe lamp at the school gate has been dark for two weeks. When will it be repaired? Please put up a temporary lamp.";
        var answer = "The lamp at the school gate will be repaired by 3 December; a temporary lamp has been put up at the gate today. The Urban Management Bureau does this under the Lighting Ordinance, article 19. "
                + "If you disagree you can ask for a review.";
        assertEquals(Set.of(), check.of("mine", question, answer).look());
        var poor = check.of("mine", question, "This is not our problem. Obviously somebody else does that.");
        assertEquals(List.of("not our problem", "Obviously"), poor.tone());
        assertTrue(poor.look().containsAll(Set.of(Item.TAKEN_UP, Item.ASKS, Item.WHEN, Item.RULE, Item.OBJECTION)));
    }

    @Test void forAndAgainstTheSameMeasureAreLookedAtAlike() {
        var answer = "停车收费的办法由发展和改革局在12月3日前答复，依据《价格法》第二十三条；有异议可以申请复核，电话0731-84012345，正在安排听证。";
        var one = check.of("mine", "支持停车收费\n我支持小区外停车收费，请问什么时候开始？", answer);
        var other = check.of("mine", "反对停车收费\n我反对小区外停车收费，请问什么时候开始？", answer);
        assertEquals(one.look(), other.look());
        assertEquals(one.relevance(), other.relevance(), 0.02);
    }

    @Test void aNewOfficeHasNothingToCompareWith() {
        assertEquals(Set.of(), Check.knowing(List.of()).of("mine", LAMP, GOOD).look());
        assertTrue(Check.knowing(List.of()).of("mine", LAMP, "收悉。").has(Item.TAKEN_UP), "what is rare is not known yet");
    }

    @Test void itIsKeptWithTheAnswerAndCountedByOffice() {
        try (var database = TestDatabase.fresh()) {
            var urban = new OfficeCode("urban");
            var now = Instant.parse("2026-11-23T08:00:00Z");
            var checks = new Checks(database.database(), (_, _) -> former());
            for (int i = 0; i < 6; i++) checks.keep(urban, "c" + i, 4, checks.look(urban, "c" + i, LAMP, i < 5 ? GOOD : "收悉。", now), now);
            assertEquals(List.of(new KeptCheck(4, now, Set.of(), 2, 2)), checks.of("c0"));
            var office = checks.byOffice(now).getFirst();
            assertEquals(6, office.answers());
            assertEquals(5, office.of(Item.WHEN));
            assertEquals(83, office.ofHundred(Item.WHEN));
            assertFalse(OfficeAnswers.isShown(4));
            assertTrue(OfficeAnswers.isShown(5));
            assertEquals(List.of(), checks.byOffice(now.plusSeconds(86_400L * 181)));
        }
    }
}
