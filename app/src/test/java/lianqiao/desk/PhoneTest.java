package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import org.junit.jupiter.api.Test;

/** Somebody calls, and the operator writes down what is said. */
class PhoneTest {
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{8}-\\d{6}-\\d\\b");
    private final TownDesk desk = new TownDesk();

    private Visitor operator() throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn("operator");
        return visitor;
    }

    private static Map<String, String> call(String title) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("contact", "13900139000");
        fields.put("title", title);
        fields.put("body", "楼下的灯闪了三天，老人怕摔。𠮷㐂");
        fields.put("service", "lamp");
        fields.put("area", "shiliuqiao");
        fields.put("address", "石榴桥街 3 号");
        fields.put("door", "PHONE");
        fields.put("kind", "HELP");
        fields.put("language", "ZH");
        fields.put("step", "take");
        return fields;
    }

    private static String[] sent(Map<String, String> fields) {
        var all = new ArrayList<String>();
        fields.forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        return all.toArray(String[]::new);
    }

    private static CaseNumber number(String page) {
        var found = NUMBER.matcher(page);
        assertTrue(found.find(), page);
        return CaseNumber.read(found.group()).orElseThrow();
    }

    @Test void theCallerHearsNumberCodeAndDateAndTheCaseCameByPhone() throws Exception {
        var visitor = operator();
        var page = visitor.get("/en/desk/operator").body();
        var promise = visitor.post("/en/desk/operator", page, sent(call("三号楼下的灯一直闪")));
        assertEquals(200, promise.statusCode());
        var taken = desk.see(number(promise.body()));
        assertEquals("phone", taken.channel());
        assertEquals("三号楼下的灯一直闪", taken.title());
        assertEquals(State.RECEIVED, taken.state());
        assertEquals("operator", taken.last("CaseReceived").orElseThrow().officer().text());
        assertFalse(promise.body().contains("13900139000"), "the contact is not shown again");
        assertTrue(promise.body().contains("Secret follow-up code"));

        var twice = visitor.post("/en/desk/operator", page, sent(call("三号楼下的灯一直闪")));
        assertEquals(taken.number(), number(twice.body()), "the same form sent twice is one case");
    }

    @Test void aQuestionAnsweredAtOnceIsAnsweredAndTheCallerIsStillAskedLater() throws Exception {
        var visitor = operator();
        var fields = call("路灯几点亮");
        fields.put("kind", "QUESTION");
        fields.put("answer", "天黑后由光控自动开启，冬季一般在 17:30 前后。");
        var promise = visitor.post("/en/desk/operator", visitor.get("/en/desk/operator").body(), sent(fields)).body();
        var taken = desk.see(number(promise));
        assertEquals(Kind.QUESTION, taken.kind());
        assertEquals(State.ANSWERED, taken.state(), "answered is not confirmed");
        assertTrue(promise.contains("Answered just now"));
    }

    @Test void whatIsMissingOrWrongIsToldFieldByFieldAndNothingTypedIsLost() throws Exception {
        var visitor = operator();
        var fields = call("");
        fields.put("contact", "call me");
        fields.put("service", "");
        fields.put("door", "telepathy");
        fields.put("body", "灯闪了三天，".repeat(1_000));
        fields.put("answer", "已经派人去看。");
        var answer = visitor.post("/en/desk/operator", visitor.get("/en/desk/operator").body(), sent(fields));
        assertEquals(422, answer.statusCode());
        for (var field : new String[] {"contact", "title", "service", "door", "body"}) assertTrue(answer.body().contains("href=\"#" + field + "\""), field);
        assertTrue(answer.body().contains("This is neither a phone number nor an e-mail address."));
        for (var kept : new String[] {"value=\"call me\"", "灯闪了三天，".repeat(1_000), "value=\"石榴桥街 3 号\"", "已经派人去看。", "value=\"shiliuqiao\" selected"}) {
            assertTrue(answer.body().contains(kept), () -> "lost: " + kept.substring(0, Math.min(30, kept.length())));
        }
        assertTrue(desk.cases.list(lianqiao.cases.CaseQuery.inPublic(50)).stream().noneMatch(line -> line.title().isBlank()));
    }

    @Test void lookingFirstShowsTheCallersOpenCasesAndKeepsTheForm() throws Exception {
        var visitor = operator();
        var fields = call("五号楼下的灯也闪");
        fields.put("contact", "13900139005");
        var first = number(visitor.post("/en/desk/operator", visitor.get("/en/desk/operator").body(), sent(fields)).body());
        fields.put("step", "look");
        fields.put("title", "还是那盏灯");
        var looked = visitor.post("/en/desk/operator", visitor.get("/en/desk/operator").body(), sent(fields)).body();
        assertTrue(looked.contains("add to " + first));
        assertTrue(looked.contains("value=\"还是那盏灯\""));
    }

    @Test void whoIsNoOperatorTakesNoCalls() throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn("officer");
        assertEquals(404, visitor.get("/desk/operator").statusCode());
        var forged = visitor.get("/desk").body().replace("/desk/sign-out", "/desk/operator");
        assertEquals(404, visitor.post("/desk/operator", forged, sent(call("冒名来电"))).statusCode());
    }
}
