package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswersOnTheWireTest {
    private static BarePages pages;

    @BeforeAll static void open() {
        pages = BarePages.start();
    }

    @AfterAll static void close() {
        pages.close();
    }

    @Test void aReaderChoosesEnglishAndLargeTypeByThePath() throws Exception {
        assertTrue(pages.get("/look").body().contains("<html lang=\"zh-CN\" class=\"normal\">"));
        assertTrue(pages.get("/en/look").body().contains("<html lang=\"en\" class=\"normal\">"));
        var both = pages.get("/en/large/look?page=2").body();
        assertTrue(both.contains("<html lang=\"en\" class=\"large\">"));
        assertTrue(both.contains("href=\"/large/look?page=2\""), "the way to Chinese keeps the large type and the query");
        assertTrue(both.contains("href=\"/en/look?page=2\""), "the way back to normal type keeps the language");
        assertTrue(both.contains("href=\"/en/large/ask\""));
    }

    @Test void machinesAreToldTheOneAddressOfAPageAndThatOfTheOtherLanguage() throws Exception {
        for (var path : new String[] {"/en/accessibility", "/en/large/accessibility"}) {
            var page = pages.get(path).body();
            assertTrue(page.contains("<link rel=\"canonical\" href=\"https://ask.example.org/en/accessibility\">"), page);
            assertTrue(page.contains("hreflang=\"zh-CN\" href=\"https://ask.example.org/accessibility\">"));
            assertTrue(page.contains("hreflang=\"en\" href=\"https://ask.example.org/en/accessibility\">"));
            assertTrue(page.contains("hreflang=\"x-default\" href=\"https://ask.example.org/accessibility\">"));
        }
    }

    @Test void noAnswerSetsACookie() throws Exception {
        for (var path : new String[] {"/look", "/nothing-here", "/breaks"}) assertTrue(pages.get(path).headers().firstValue("Set-Cookie").isEmpty(), path);
        assertTrue(pages.post("/sent", "application/x-www-form-urlencoded", new byte[0]).headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test void everyAnswerIsProtectedErrorsAndStaticFilesToo() throws Exception {
        var sheet = first("href=\"(/static/[0-9a-f]{16}/look.css)\"", pages.get("/look").body());
        for (var path : new String[] {"/look", "/nothing-here", "/breaks", "/en/breaks", sheet}) {
            var headers = pages.get(path).headers();
            var policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'nonce-"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
            assertEquals(1, headers.allValues("Content-Security-Policy").size(), path);
        }
    }

    @Test void somethingBrokenIsToldInPlainWordsWithoutItsInside() throws Exception {
        var broken = pages.get("/en/breaks");
        assertEquals(500, broken.statusCode());
        assertTrue(broken.body().contains("Something broke on our side"));
        assertFalse(broken.body().contains("secret inside") || broken.body().contains("Exception"));
        var missing = pages.get("/gibt-es-nicht");
        assertEquals(404, missing.statusCode());
        assertTrue(missing.body().contains("这里没有页面"));
    }

    @Test void aReaderWhoHasThePageIsNotSentItAgain() throws Exception {
        var first = pages.get("/en/nothing-to-cache");
        assertTrue(first.headers().firstValue("ETag").isEmpty());
        var sheet = first("href=\"(/static/[0-9a-f]{16}/look.css)\"", pages.get("/look").body());
        var sent = pages.get(sheet);
        assertEquals("public, max-age=31536000, immutable", sent.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(304, pages.get(sheet, "If-None-Match", sent.headers().firstValue("ETag").orElseThrow()).statusCode());
    }

    @Test void theNonceOfThePageIsTheNonceOfItsPolicyAndNeverTheSameTwice() throws Exception {
        var one = pages.get("/look");
        var two = pages.get("/look");
        var nonce = first("<link rel=\"stylesheet\"[^>]* nonce=\"([^\"]+)\"", one.body());
        assertTrue(one.headers().firstValue("Content-Security-Policy").orElse("").contains("'nonce-" + nonce + "'"));
        assertFalse(two.body().contains(nonce));
    }

    @Test void aFormIsReadInUtf8WithRareHanAndEmojiKeptAndNulTakenOut() throws Exception {
        var answer = pages.post("/echo", "application/x-www-form-urlencoded", "text=%F0%A0%AE%B7%E3%90%82%00%F0%9F%8C%89+".getBytes(StandardCharsets.US_ASCII));
        assertEquals("𠮷㐂🌉|0", answer.body());
    }

    @Test void aFormWithAPhotoIsReadAlike() throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n路灯\u0000不亮\r\n--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nabc\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
        assertEquals("路灯不亮|1", pages.post("/echo", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8)).body());
    }

    @Test void whoSentAFormInEnglishIsSentOnInEnglish() throws Exception {
        var sent = pages.post("/en/sent", "application/x-www-form-urlencoded", new byte[0]);
        assertEquals(303, sent.statusCode());
        assertEquals("/en/look", sent.headers().firstValue("Location").orElse(""));
    }

    private static String first(String pattern, String text) {
        var match = Pattern.compile(pattern).matcher(text);
        assertTrue(match.find(), pattern);
        return match.group(1);
    }
}
