package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** A resident asks, without scripts and without an account. */
class AskingTest {
    private final Visitor resident = new Visitor();

    @Test void whoAsksGetsANumberACodeAndADateAtOnce() throws Exception {
        var receipt = resident.ask(Visitor.lamp());
        assertTrue(receipt.page().contains("前答复"), receipt.page());
        Browser.assertValidHtml(receipt.page());
        var page = resident.town.get("/case/" + receipt.number());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("柳枝巷的路灯十天没亮了") && page.body().contains("𠮷㐂🌉"));
        assertFalse(page.body().contains("13800138000") || page.body().contains(receipt.code()), "neither contact nor code is ever shown");
        var english = resident.town.get("/en/case/" + receipt.number()).body();
        assertTrue(english.contains("Where this stands") && english.contains("lang=\"zh-CN\">柳枝巷"), english);
    }

    @Test void pressingTheButtonTwiceFilesOneCase() throws Exception {
        var fields = Visitor.lamp();
        fields.put("form-token", resident.token("/ask"));
        var first = resident.ask(fields);
        var second = resident.ask(fields);
        assertEquals(first.number() + first.code(), second.number() + second.code());
    }

    @Test void nothingTypedIsLostWhenSomethingIsMissing() throws Exception {
        var fields = Visitor.lamp();
        fields.put("form-token", resident.token("/ask"));
        fields.remove("area");
        fields.put("contact", "call me");
        var answer = resident.send("/en/ask", fields);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("2 things need your attention"), answer.body());
        for (var kept : new String[] {"柳枝巷的路灯十天没亮了", "𠮷㐂🌉", "value=\"call me\"", "value=\"柳枝巷 14 号\"", "value=\"lamp\" selected", "value=\"COMPLAINT\" checked"})
            assertTrue(answer.body().contains(kept), kept);
    }

    @Test void whoeverComesWhenAllAreBusyKeepsTheFormAndSendsItAgain() throws Exception {
        var fields = Visitor.lamp();
        fields.put("form-token", resident.token("/ask"));
        fields.put("step", "send");
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < 16; i++) taken.add(resident.town.room(DataSource.class).getConnection());
            var answer = resident.send("/ask", fields);
            assertEquals(503, answer.statusCode());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertTrue(answer.body().contains("还没有提交") && answer.body().contains("柳枝巷 14 号"), answer.body());
        } finally {
            for (var connection : taken) connection.close();
        }
        assertEquals(201, resident.send("/ask", fields).statusCode());
    }

    @Test void forgedFieldsAreToldLikeForgottenOnes() throws Exception {
        for (var forged : Map.of("service", "no-such", "area", "../etc", "kind", "BRIBE", "open", "maybe").entrySet()) {
            var fields = Visitor.lamp();
            fields.put("form-token", resident.token("/ask"));
            fields.put(forged.getKey(), forged.getValue());
            assertEquals(422, resident.send("/ask", fields).statusCode(), forged.getKey());
        }
        var unsigned = Visitor.lamp();
        unsigned.put("form-token", "forged");
        var answer = resident.send("/ask", unsigned);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("柳枝巷 14 号"), "what was typed is still there");
    }

    @Test void aTitleThatIsTooLongIsToldByHowMuch() throws Exception {
        var fields = Visitor.lamp();
        fields.put("form-token", resident.token("/ask"));
        fields.put("title", "𠮷".repeat(63));
        var answer = resident.send("/en/ask", fields);
        assertTrue(answer.statusCode() == 422 && answer.body().contains("at most 60 characters; this is 3 too many"), answer.body());
    }

    @Test void whatIsConfidentialIsSeenOnlyWithTheCode() throws Exception {
        var fields = Visitor.lamp();
        fields.put("open", "private");
        var receipt = resident.ask(fields);
        assertEquals(404, resident.town.get("/case/" + receipt.number()).statusCode());
        var own = resident.send("/follow", Map.of("number", receipt.number(), "code", receipt.code().toLowerCase()));
        assertEquals(200, own.statusCode());
        assertTrue(own.body().contains("柳枝巷的路灯十天没亮了"));
        assertEquals("no-store", own.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test void aWrongCodeAndAWrongNumberGetTheSameAnswer() throws Exception {
        var receipt = resident.ask(Visitor.lamp());
        var wrongCode = resident.send("/follow", Map.of("number", receipt.number(), "code", "AAAAA-AAAAA"));
        var wrongNumber = resident.send("/follow", Map.of("number", "20260101-000001-8", "code", receipt.code()));
        assertEquals(422, wrongCode.statusCode());
        assertEquals(422, wrongNumber.statusCode());
        assertTrue(wrongCode.body().contains("编号和查询码对不上") && wrongNumber.body().contains("编号和查询码对不上"));
    }

    @Test void theResidentAddsOnceHoweverOftenTheButtonIsPressed() throws Exception {
        var receipt = resident.ask(Visitor.lamp());
        var own = resident.send("/follow", Map.of("number", receipt.number(), "code", receipt.code())).body();
        var fields = Map.of("form-token", Visitor.first("name=\"form-token\" value=\"([^\"]+)\"", own), "number", receipt.number(),
                "code", receipt.code(), "supplement", "今天又有一盏灭了。");
        assertTrue(resident.send("/follow/supplement", fields).body().contains("已经补充进去了"));
        assertTrue(resident.send("/follow/supplement", fields).body().contains("没有重复提交"));
        var trail = resident.town.get("/case/" + receipt.number()).body();
        assertEquals(1, trail.split("今天又有一盏灭了", -1).length - 1);
    }
}
