package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import lianqiao.transparency.PublicLog;
import org.junit.jupiter.api.Test;

/** A resident takes the receipt home, and it can be checked, with or without the words, by anybody. */
class ReceiptsTest {
    private final Visitor visitor = new Visitor();

    private Cases.Received asks(Kind kind) {
        return visitor.town.room(Cases.class).receive(new NewCase(kind, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "橹声巷", null, "路灯不亮",
                "晚上很黑，我的电话是13812345678。", Language.ZH, false, null, "web", null, null, List.of()), By.resident(), Instant.now()).orThrow();
    }

    private String receipt(Cases.Received received) throws Exception {
        visitor.town.room(PublicLog.class).advance(Instant.now());
        var file = visitor.town.get("/log/receipt/" + received.number() + "/1");
        assertEquals(200, file.statusCode(), file.body());
        assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains(received.number() + ".1.tlog-proof"));
        return file.body();
    }

    @Test void aReceiptIsCheckedOnThePageAndAChangedOneProvesNothing() throws Exception {
        var received = asks(Kind.HELP);
        var receipt = receipt(received);
        assertTrue(visitor.town.get("/case/" + received.number()).body().contains("/log/receipt/" + received.number() + "/1"));
        var good = visitor.send("/en/log/verify", Map.of("receipt", receipt.replace("\n", "\r\n")));
        assertEquals(200, good.statusCode());
        assertTrue(good.body().contains("The receipt is good") && good.body().contains(received.number().text()) && good.body().contains("Received"), good.body());
        Browser.assertValidHtml(good.body());
        var extra = receipt.lines().filter(line -> line.startsWith("extra ")).findFirst().orElseThrow();
        var bad = visitor.send("/en/log/verify", Map.of("receipt", receipt.replace(extra, extra.substring(0, 30) + (extra.charAt(30) == 'A' ? "B" : "A") + extra.substring(31))));
        assertTrue(bad.body().contains("proves nothing") && bad.body().contains("does not lead"), bad.body());
        assertEquals(422, visitor.send("/log/verify", Map.of("receipt", " ")).statusCode());
        assertTrue(visitor.send("/log/verify", Map.of("receipt", "nonsense")).body().contains("不是回执"));
    }

    @Test void whoHoldsTheCodeCanShowThatExactlyTheseWordsWereFiledAndNobodyElseCan() throws Exception {
        for (var kind : List.of(Kind.HELP, Kind.REPORT)) {
            var received = asks(kind);
            var receipt = receipt(received);
            assertEquals(404, visitor.send("/log/opening", Map.of("number", received.number().text(), "code", asks(Kind.HELP).code().grouped())).statusCode());
            var opening = visitor.send("/log/opening", Map.of("number", received.number().text(), "code", received.code().grouped()));
            assertEquals(200, opening.statusCode());
            assertTrue(opening.body().contains("13812345678") && opening.body().contains("\"salt\""), opening.body());
            var shown = visitor.send("/en/log/verify", Map.of("receipt", receipt, "opening", opening.body())).body();
            for (var field : List.of("title", "text", "place", "facts")) assertTrue(shown.matches("(?s).*Words: " + field + "</dt><dd>exactly what was sealed.*"), shown);
            var changed = visitor.send("/en/log/verify", Map.of("receipt", receipt, "opening", opening.body().replace("晚上很黑", "晚上不黑"))).body();
            assertTrue(changed.matches("(?s).*Words: text</dt><dd>not what was sealed.*"), changed);
            assertFalse(receipt.contains("13812345678"));
        }
    }

    @Test void thePageOfTheLogNamesItsKeyAndTheCommandThatChecksIt() throws Exception {
        receipt(asks(Kind.HELP));
        var page = visitor.town.get("/en/log").body();
        assertTrue(page.contains("./lianqiao verify-log " + visitor.town.address() + "/log --log ") && page.contains("Nobody outside witnesses this log yet"), page);
    }
}
