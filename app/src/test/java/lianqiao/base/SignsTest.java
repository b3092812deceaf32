package lianqiao.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignsTest {
    private static String plain(String text) {
        var signs = Signs.of(text);
        var plain = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) plain.append(signs.isSign(i) ? signs.at(i) : signs.at(i) == Signs.SPACE ? ' ' : '|');
        return plain.toString();
    }

    @Test void oneSignForEveryWayToWriteIt() {
        assertEquals("abc12", plain("ＡbＣ１2"));
        assertEquals("工厂烟囱污染严重", plain("工廠煙囪污染嚴重"));
        assertEquals("ガス", plain("ｶﾞｽ"));
        assertEquals("café", plain("Cafe\u0301"));
        assertEquals("ﬁne".length() + 1, plain("ﬁne").length());
        assertEquals("fine", plain("ﬁne"));
    }

    @Test void whatIsNoLetterBreaksAndSpacesAreKeptApart() {
        assertEquals("路灯|坏 了|", plain("路灯，坏\u3000了！"));
        assertEquals("电话||||请回", plain("电话████请回"), "what is masked is no sign");
        assertEquals("好||", plain("好😀"), "a picture is no sign");
    }

    @Test void everySignKnowsWhereItStandsInTheTextAsWritten() {
        var text = "看cafe\u0301😀旁ﬁ灯";
        var signs = Signs.of(text);
        for (int i = 0; i < signs.length(); i++) assertTrue(signs.from(i) < signs.to(i), plain(text) + " at " + i);
        assertEquals("e\u0301", text.substring(signs.from(4), signs.to(4)));
        assertEquals("灯", text.substring(signs.from(signs.length() - 1), signs.to(signs.length() - 1)));
        int f = plain(text).indexOf('f', 4);
        assertEquals("ﬁ", text.substring(signs.from(f), signs.to(f)), "both signs of a ligature stand where it stands");
        assertEquals("ﬁ", text.substring(signs.from(f + 1), signs.to(f + 1)));
    }

    @Test void denseScriptsAreToldFromThoseWithSpaces() {
        assertTrue(Signs.isDense('灯') && Signs.isDense('ガ'));
        assertFalse(Signs.isDense('a') || Signs.isDense('7') || Signs.isDense('é') || Signs.isDense('한'));
    }

    @Test void everyTraditionalCharacterHasOneSimplifiedOne() {
        assertEquals(2_854 * 2, Traditional.PAIRS.length());
        for (int i = 0; i < Traditional.PAIRS.length(); i += 2) {
            var pair = Traditional.PAIRS.substring(i, i + 2);
            assertEquals(plain(pair.substring(0, 1)), plain(pair.substring(0, 1) + pair.substring(0, 1)).substring(1), pair);
            assertEquals(1, plain(pair.substring(0, 1)).length(), pair);
        }
        assertEquals("龙门", plain("龍門"));
    }
}
