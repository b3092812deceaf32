package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is one contact in many spellings, and what only looks like it. */
class CanonicalTest {
    private static String of(String typed) {
        return Contact.read(typed).orElseThrow(() -> new AssertionError(typed)).canonical();
    }

    @Test void everySpellingOfOneMailboxIsOne() {
        for (var typed : List.of("zhangsan@gmail.com", "z.hang.san@gmail.com", "zhangsan+news@gmail.com", "ZhangSan@GMAIL.com", "zhangsan@googlemail.com",
                "ｚｈａｎｇｓａｎ＠ｇｍａｉｌ．ｃｏｍ", " zhangsan@gmail.com ", "zhangsan@gmail.com.", "zhangsan@gmail。com")) assertEquals("zhangsan@gmail.com", of(typed), typed);
        for (var typed : List.of("li@例子.中国", "LI@例子。中国", "li@xn--fsqu00a.xn--fiqs8s", "li@XN--FSQU00A.XN--FIQS8S.", "ｌｉ@例子．中国")) {
            assertEquals("li@xn--fsqu00a.xn--fiqs8s", of(typed), typed);
        }
        assertEquals("zhangsan@icloud.com", of("zhangsan+a@me.com"));
        assertEquals("zhangsan@proton.me", of("zhang_san-@pm.me").replace("_", ""));
        assertEquals("zhang.san@outlook.com", of("Zhang.San+x@outlook.com"));
    }

    @Test void everySpellingOfOneNumberIsOne() {
        for (var typed : List.of("13812345678", "+86 138 1234 5678", "0086-13812345678", "8613812345678", "013812345678", "+86 0138 1234 5678", "１３８ １２３４ ５６７８",
                "(0)138-1234-5678", "١٣٨١٢٣٤٥٦٧٨", "138\u200B1234\u200B5678")) assertEquals("13812345678", of(typed), typed);
        assertEquals(of("0571-88886666"), of("+86 571 8888 6666"));
    }

    @Test void whereAPlusOrADotMayBeSomebodyElseTwoStayTwo() {
        assertNotEquals(of("li.wei@163.com"), of("liwei@163.com"));
        assertNotEquals(of("li+wei@example.org"), of("li@example.org"));
        assertNotEquals(of("li.wei@outlook.com"), of("liwei@outlook.com"));
        assertNotEquals(of("li@outlook.com"), of("li@hotmail.com"));
        assertNotEquals(of("13812345678"), of("13812345679"));
        assertEquals("+a@gmail.com", of("+a@gmail.com"));
        assertEquals("...@gmail.com", of("...@gmail.com"));
    }

    @Test void lettersOfScriptsThatNobodyMixesAreRefused() {
        for (var typed : List.of("zh\u0430ngsan@gmail.com", "zhangsan@gm\u0430il.com", "\u03BFli@example.org", "li\u0585@example.org")) assertTrue(Contact.read(typed).isEmpty(), typed);
        for (var typed : List.of("张san@例子.中国", "иван@пример.рф", "ivan@пример.рф", "たろうtaro@例え.jp", "김kim@예.kr")) assertTrue(Contact.read(typed).isPresent(), typed);
    }
}
