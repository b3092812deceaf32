package lianqiao.web;

import static lianqiao.fuzz.Target.promise;

import java.time.Instant;
import java.util.List;
import lianqiao.fuzz.Target;

public final class WebFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("form-text", WebFuzz::formText).slow(), Target.ofText("form-token", WebFuzz::formToken),
            Target.ofText("address", WebFuzz::address), Target.ofText("sentence", WebFuzz::sentence));
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final FormTokens OURS = new FormTokens(new byte[32]);

    private WebFuzz() {}

    private static void formText(String text) {
        var clean = Form.clean(text);
        promise(Form.clean(clean).equals(clean), "clean text is clean");
        promise(clean.codePoints().noneMatch(c -> c == 0 || c == '\r' || c < ' ' && c != '\n' && c != '\t' || c >= 0xD800 && c <= 0xDFFF), "clean text has no control characters and no halves");
        var form = Form.empty().with("a", text);
        promise(form.line("a", 10).codePointCount(0, form.line("a", 10).length()) <= 10 && form.line("a", 10).indexOf('\n') < 0, "a line is one line and within its length");
        promise(form.text("a", 20).codePointCount(0, form.text("a", 20).length()) <= 20, "a text is within its length");
    }

    private static void formToken(String text) {
        var token = text.replace("NONCE", "AAAAAAAAAAAAAAAAAAAAAA");
        var check = OURS.check(token, NOW);
        promise(check instanceof FormTokens.Forged || OURS.check(token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"), NOW) instanceof FormTokens.Forged,
                "a token with another last letter is forged");
    }

    /** Whatever path a request has, the links that come of it stay here. */
    private static void address(String text) {
        int query = text.indexOf('?');
        var address = Address.of("/" + (query < 0 ? text : text.substring(0, query)), query < 0 ? null : text.substring(query + 1));
        for (var one : List.of(address, address.inOtherLanguage(), address.inOtherTypeSize())) {
            promise(one.here().startsWith("/") && !one.here().startsWith("//") && !one.here().startsWith("/\\"), "a link of this site leads to this site");
        }
    }

    private static void sentence(String text) {
        Sentence.read(text).filled(new String[] {"{0}", "<b>"});
    }
}
