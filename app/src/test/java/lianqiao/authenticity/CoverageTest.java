package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lianqiao.authenticity.Coverage.Mark;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final StockPhrases stock = new StockPhrases(RULES);

    private static Phrases window(List<String> texts) {
        var window = new Phrases(RULES);
        for (int i = 0; i < texts.size(); i++) window.add(i, texts.get(i));
        return window;
    }

    @Test void aTemplateFloodIsFoundThoughNoTwoTextsAreEqual() {
        var flood = Flood.recombined(40);
        var window = window(flood);
        long found = IntStream.range(0, 40).filter(i -> Coverage.of(flood.get(i), i, window, stock).mark() == Mark.RECYCLED).count();
        assertTrue(found >= 38, "found " + found + " of 40");
        for (int i = 0; i < 50; i++) window.add(100 + i, Flood.own(120, i));
        for (int i = 0; i < 50; i++) assertEquals(Mark.OWN_WORDS, Coverage.of(Flood.own(120, i), 100 + i, window, stock).mark());
    }

    @Test void theMarkedPartsAreThoseOthersWroteWithTheirNumber() {
        var window = window(List.of("街口规划了一处垃圾转运点", "听说街口规划了一处垃圾转运点呢", "街口规划了一处垃圾转运点吗", "街口规划了一处垃圾"));
        var text = "我家住这里二十年了。街口規劃了一处垃圾转运点，真难过。";
        var coverage = Coverage.of(text, 99, window, stock);
        assertEquals(1, coverage.spans().size());
        var span = coverage.spans().getFirst();
        assertEquals("街口規劃了一处垃圾转运点", text.substring(span.from(), span.to()));
        assertEquals(3, span.others(), "three wrote all of it, a fourth only its beginning");
        assertEquals(12.0 / 24, coverage.share(), 1e-9);
        assertEquals(Mark.NOTED, coverage.mark());
        assertEquals(1, coverage.version());
    }

    @Test void ownEarlierTextsNeverCountAgainstAnybody() {
        var texts = Flood.recombined(60);
        var window = window(texts);
        for (int i = 0; i < 60; i++) {
            var others = new Phrases(RULES);
            for (int j = 0; j < 60; j++) if (j != i) others.add(j, texts.get(j));
            assertEquals(Coverage.of(texts.get(i), i, others, stock).share(), Coverage.of(texts.get(i), i, window, stock).share());
        }
        var alone = new Phrases(RULES);
        for (int i = 0; i < 30; i++) alone.add(7, Flood.LETTER);
        assertEquals(0, Coverage.of(Flood.LETTER, 7, alone, stock).share(), "a tireless writer is no flood");
    }

    @Test void askingForMoreOthersNeverFindsMore() {
        var texts = Flood.recombined(50);
        var window = window(texts);
        for (int i = 0; i < 50; i++) {
            double before = 1;
            for (int others = 1; others < 20; others++) {
                double share = Coverage.of(Clean.of(texts.get(i)), i, window, stock, others).share();
                assertTrue(share <= before, "text " + i + " with " + others);
                before = share;
            }
        }
    }

    @Test void whatEverybodySaidBeforeTheWindowIsNobodysCopy() {
        var before = new Phrases(RULES);
        var habit = "尊敬的市长您好，感谢您在百忙之中阅读我的来信，";
        for (int i = 0; i < 100; i++) before.add(i, habit + Flood.own(60, i));
        stock.learn(before, List.of(habit));
        var window = window(IntStream.range(0, 40).mapToObj(i -> habit + Flood.own(10, 500 + i)).toList());
        assertEquals(0, Coverage.of(habit + Flood.own(10, 1), 99, window, stock).share());
        assertTrue(Coverage.of(habit + Flood.own(10, 1), 99, window, new StockPhrases(RULES)).share() > 0.6, "without the list it would be marked");
    }

    @Test void aFloodInASmallTownDoesNotExcuseItself() {
        var quiet = new Phrases(RULES);
        for (int i = 0; i < 20; i++) quiet.add(i, Flood.own(100, i));
        var flood = Flood.recombined(40);
        stock.learn(quiet, flood);
        assertEquals(Mark.RECYCLED, Coverage.of(flood.getFirst(), 0, window(flood), stock).mark());
    }

    @Test void quotingALawIsNoCopying() {
        stock.known(Flood.LETTER);
        var window = window(List.of(Flood.LETTER, Flood.LETTER, Flood.LETTER, Flood.LETTER));
        assertEquals(0, Coverage.of(Flood.LETTER, 9, window, stock).share());
    }

    @Test void thinTextIsNeverCalledRecombined() {
        var window = window(List.of("请尽快维修路灯谢谢领导", "请尽快维修路灯谢谢领导", "请尽快维修路灯谢谢领导", "请尽快维修路灯谢谢领导"));
        assertEquals(Mark.TOO_SHORT, Coverage.of("请尽快维修路灯谢谢领导", 9, window, stock).mark());
        var latin = "please repair the lamps at the corner of the street";
        assertEquals(Mark.TOO_SHORT, Coverage.of(latin, 9, window(List.of(latin, latin, latin)), stock).mark());
    }

    @Test void forAndAgainstAreTreatedAlike() {
        var pro = Flood.recombined(60);
        var contra = pro.stream().map(text -> text.replace("支持", "反对")).toList();
        var windowOfPro = window(pro);
        var windowOfContra = window(contra);
        for (int i = 0; i < 60; i++) {
            var one = Coverage.of(pro.get(i), i, windowOfPro, stock);
            assertEquals(one, Coverage.of(contra.get(i), i, windowOfContra, stock));
        }
        assertEquals(Flood.grouped(pro).echoes(), Flood.grouped(contra).echoes());
    }

    @Test void aPhraseOfThousandsIsCountedUpToAPoint() {
        var window = new Phrases(RULES);
        for (int i = 0; i < 1_000; i++) window.add(i, Flood.LETTER);
        assertEquals(Phrases.MOST_COUNTED, Coverage.of(Flood.LETTER, 2_000, window, stock).spans().getFirst().others());
        assertEquals(1_000, window.users(window.inOrder(Clean.of(Flood.LETTER))[0]));
    }
}
