package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.LETTER;
import static lianqiao.authenticity.Flood.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static Bond bond(String one, String other) {
        return Likeness.of(one, other, RULES).bond();
    }

    @Test void punctuationWidthAndTraditionalSignsMakeNoOtherText() {
        assertEquals(Bond.SAME_TEXT, bond("路灯坏了，请修！", "路燈壞了 請修"));
        assertEquals(Bond.SAME_TEXT, bond("Street lamp BROKEN.", "street lamp broken"));
    }

    @Test void shortTextsAreOneOnlyWhenTheyAreEqual() {
        var thirty = "它在英国由甲公司发行并于次年由乙公司在美国重新发行上市销售";
        assertEquals(Bond.NONE, bond(thirty, thirty.replace("英国", "法国")));
        assertTrue(Likeness.of(thirty, thirty.replace("英国", "法国"), RULES).jaccard() > 0.7, "however like they look");
        var sixtyFour = LETTER.replaceAll("[，。]", "").substring(0, 64);
        assertEquals(Bond.SMALL_EDITS, bond(sixtyFour, sixtyFour.replace("两年", "三年")));
        assertEquals(Bond.NONE, bond(sixtyFour.substring(1), sixtyFour.substring(1).replace("两年", "三年")), "63 signs are too few");
    }

    @Test void theSameWordsAboutAnotherHouseAreATemplate() {
        var other = Likeness.of("3栋电梯坏了，" + LETTER, "5栋电梯坏了，" + LETTER, RULES);
        assertTrue(other.bond().folds() && other.isTemplate() && !other.sameNumbers());
        assertTrue(Likeness.of(LETTER, LETTER.replace("请住建部门", "不请住建部门"), RULES).isTemplate(), "a no more");
        assertFalse(Likeness.of(LETTER, LETTER.replace("两年", "三年"), RULES).isTemplate(), "a number in words is a word");
    }

    @Test void aLetterInsideALongTextIsQuotedAndTheRestAreOwnWords() {
        var long_ = Flood.own(300, 1) + LETTER;
        assertEquals(Bond.QUOTES, bond(LETTER, long_));
        assertFalse(Bond.QUOTES.folds());
    }

    @Test void tenPercentOfRandomEditsDoNotHideACopy() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 300; i++) texts.add(Flood.own(250, i));
        for (int i = 0; i < 300; i++) texts.add(Flood.edited(texts.get(i), 0.10, 1000 + i));
        var groups = Flood.grouped(texts);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            if (groups.together(i, i + 300)) found++;
            assertFalse(i > 0 && groups.together(i - 1, i), "two texts of their own");
        }
        assertTrue(found >= 285, "found " + found + " of 300");
    }

    @Test void aFoldComputedAgainFromItsRecordIsTheSame() {
        var texts = new ArrayList<>(List.of(LETTER));
        for (int i = 0; i < 200; i++) texts.add(Flood.edited(LETTER, 0.01 * (i % 15), i));
        texts.add(LETTER.replace("，", " "));
        var groups = new CopyGroups(RULES, 16, key -> texts.get((int) key));
        int folds = 0;
        for (int i = 0; i < texts.size(); i++) {
            var fold = groups.add(i, i, texts.get(i));
            if (fold.isEmpty()) continue;
            folds++;
            var f = fold.get();
            assertEquals(f, Fold.of(i, texts.get(i), f.neighbour(), texts.get((int) f.neighbour()), f.medoid(), texts.get((int) f.medoid()), RULES));
        }
        assertTrue(folds > 150, folds + " folds");
    }

    @Test void theOrderInWhichLettersArriveDoesNotMatter() {
        var texts = new ArrayList<String>();
        for (int letter = 0; letter < 5; letter++)
            for (int copy = 0; copy < 12; copy++) texts.add(Flood.edited(Flood.own(200, letter), 0.03, letter * 100 + copy));
        var random = new Random(5);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < texts.size(); i++) order.add(i);
        Set<Set<Long>> first = Set.of();
        for (int round = 0; round < 10; round++) {
            var groups = new CopyGroups(RULES, 16, key -> texts.get((int) key));
            order.forEach(i -> groups.add(i, i, texts.get(i)));
            var found = new HashSet<Set<Long>>();
            groups.echoes().forEach(echo -> found.add(Set.copyOf(echo.members())));
            if (round == 0) first = found;
            assertEquals(first, found);
            assertEquals(5, found.size());
            Collections.shuffle(order, random);
        }
    }

    @Test void textsDoNotChainIntoOneAnother() {
        var texts = new ArrayList<String>();
        for (int step = 0; step < 12; step++) texts.add(Flood.own(400, 9).substring(step * 12, step * 12 + 120));
        var groups = Flood.grouped(texts);
        assertTrue(groups.together(0, 1), "neighbours share nine tenths");
        assertFalse(groups.together(0, 11), "the ends share nothing");
        groups.echoes().forEach(echo -> echo.members().forEach(member ->
                assertTrue(Likeness.of(texts.get(member.intValue()), texts.get((int) echo.medoid()), RULES).jaccard() >= RULES.toMedoid())));
    }

    @Test void onePersonWhoSendsALetterTenTimesIsOneVoice() {
        var groups = new CopyGroups(RULES, 16, _ -> LETTER);
        for (int i = 0; i < 10; i++) groups.add(i, 7, LETTER);
        groups.add(10, 8, LETTER);
        assertEquals(new Echo(0, List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), 2), groups.echo(3).orElseThrow());
        assertTrue(groups.add(3, 9, LETTER).isEmpty(), "a text that comes again by a crash changes nothing");
        assertEquals(2, groups.echo(3).orElseThrow().voices());
    }

    @Test void whatWasUndoneStaysApartAlsoWhenTheIndexIsBuiltAnew() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 6; i++) texts.add(i == 4 ? LETTER : Flood.edited(LETTER, 0.02, i));
        var groups = Flood.grouped(texts);
        assertEquals(6, groups.echo(0).orElseThrow().members().size());
        groups.takeOut(3, 0);
        assertFalse(groups.together(3, 0));
        assertTrue(groups.together(0, 1) && groups.together(1, 4), "the others stay");
        var anew = new CopyGroups(RULES, 16, key -> texts.get((int) key));
        anew.takeOut(3, 0);
        for (int i = 0; i < texts.size(); i++) anew.add(i, i, texts.get(i));
        assertFalse(anew.together(3, 0));
        var equal = new CopyGroups(RULES, 16, _ -> LETTER);
        equal.takeOut(0, 1);
        for (int i = 0; i < 3; i++) equal.add(i, i, LETTER);
        assertFalse(equal.together(0, 1), "equal texts too");
        assertTrue(equal.together(1, 2), "who comes later joins the group, not the one that left it");
    }

    @Test void theIndexGrowsWithoutLosingAnything() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 400; i++) texts.add(i < 200 ? Flood.own(150, i) : Flood.edited(Flood.own(150, i - 200), 0.03, i));
        var small = Flood.grouped(texts);
        var large = new CopyGroups(RULES, 4096, key -> texts.get((int) key));
        for (int i = 0; i < 400; i++) large.add(i, 1000 + i, texts.get(i));
        assertEquals(large.echoes(), small.echoes());
        assertEquals(200, small.echoes().size());
    }

    @Test void theSketchIsAsExactAsItsSize() {
        var squares = 0.0;
        for (int i = 0; i < 300; i++) {
            var text = Flood.own(300, i);
            var other = Flood.edited(text, 0.005 * (i % 20), i + 500);
            var a = Shingles.set(Shingles.inOrder(Clean.of(text), 3));
            var b = Shingles.set(Shingles.inOrder(Clean.of(other), 3));
            double shared = Shingles.shared(a, b);
            double jaccard = shared / (a.length + b.length - shared);
            squares += Math.pow(Sketch.likeness(new Sketch(a).bits(), 0, new Sketch(b).bits(), 0) - jaccard, 2);
        }
        assertTrue(Math.sqrt(squares / 300) < 0.05, "off by " + Math.sqrt(squares / 300));
    }

    @Test void theHashesBelongToTheVersionOfTheRules() {
        assertEquals(1, RULES.version());
        assertEquals(-5410455278219497897L, Clean.of("路灯坏了 A3").fingerprint(), "another hash is another version, or old folds cannot be computed again");
    }

    @Test void whatTwoTextsShareIsMarkedInTheTextAsWritten() {
        var mine = "您好！小区交付已经两年，承諾的地下車位至今没有开放，谢谢。";
        var spans = SharedParts.of(mine, LETTER, RULES);
        assertEquals(List.of("小区交付已经两年，承諾的地下車位至今没有开放"), spans.stream().map(s -> mine.substring(s.from(), s.to())).toList());
        assertEquals(spans, SharedParts.of(mine, LETTER, RULES));
    }

    @Test void aTableOfLongsHoldsWhatAMapHolds() {
        var table = new LongTable(1);
        var map = new HashMap<Long, Integer>();
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(5_000) - 2_500L;
            table.put(key, i);
            map.put(key, i);
        }
        assertEquals(map.size(), table.size());
        map.forEach((key, value) -> assertEquals(value, table.get(key)));
        assertEquals(-1, table.get(99_999));
    }
}
