package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a template must not hold, so that the strict content policy, a reader's privacy and a form's token are safe. */
class PagesTest {
    /** What is wrong when it is found in the source of a template. */
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "a style of its own", Pattern.compile("<[^>]*\\sstyle\\s*=|<style(?![^>]*nonce)"),
            "a script of its own", Pattern.compile("<[a-z][^>]*\\son[a-z]+\\s*=|javascript:|<script(?![^>]*(?:nonce|src)=)"),
            "a request to somebody else", Pattern.compile("(?:src|srcset|action)\\s*=\\s*\"(?:https?:)?//|<link(?=[^>]*stylesheet|[^>]*preconnect)[^>]*href=\"(?:https?:)?//"),
            "text that is not escaped", Pattern.compile("\\$unsafe\\{"),
            "a picture without words", Pattern.compile("<img(?![^>]*\\salt=)[^>]*>"));
    private static final Pattern POST = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    /** Forms that change nothing and are posted only so that the follow code stands in no address and no log. */
    private static final Pattern READS_ONLY = Pattern.compile("(?s)<form[^>]*action=\"\\$\\{frame\\.link\\(\"/(follow|receipt)\"\\)}\".*");
    private static final Pattern CALL = Pattern.compile("@template\\.([\\w.-]+)\\(");
    private static final Set<String> TOKENS = Set.of("web.csrf", "web.token");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"/(?!/)");

    /** {@code tokens} are the templates that write a form's token. */
    private static List<String> faults(String file, String source, Set<String> tokens) {
        var text = source.replaceAll("(?s)<%--.*?--%>", "");
        var faults = new ArrayList<String>();
        new TreeMap<>(FORBIDDEN).forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) faults.add(file + " holds " + what);
        });
        POST.matcher(text).results().filter(form -> !READS_ONLY.matcher(form.group()).matches()).filter(form -> CALL.matcher(form.group()).results().noneMatch(call -> tokens.contains(call.group(1))))
                .forEach(form -> faults.add(file + " posts a form without a token"));
        if (LINK.matcher(text).find()) faults.add(file + " links past the reader's language: use frame.link or frame.asset");
        return faults;
    }

    @Test void templatesKeepToTheContentPolicyAndProtectTheirForms() {
        var pages = House.RESOURCES.resolve("pages");
        var sources = new TreeMap<String, String>();
        for (var file : House.files(pages, ".jte")) sources.put(pages.relativize(file).toString(), House.read(file));
        var tokens = new HashSet<>(TOKENS);
        sources.forEach((file, source) -> {
            if (!POST.matcher(source).find() && CALL.matcher(source).results().anyMatch(call -> TOKENS.contains(call.group(1))))
                tokens.add(file.replace(".jte", "").replace('/', '.'));
        });
        var faults = sources.entrySet().stream().flatMap(page -> faults(page.getKey(), page.getValue(), tokens).stream()).toList();
        assertEquals("", String.join("\n", faults));
    }

    private static List<String> faults(String file, String source) {
        return faults(file, source, TOKENS);
    }

    @Test void barksAtEverythingForbidden() {
        assertEquals(List.of("a holds a style of its own"), faults("a", "<p class=\"b\" style=\"color: red\">"));
        assertEquals(List.of("a holds a script of its own"), faults("a", "<p onclick=\"go()\">"));
        assertEquals(List.of("a holds a script of its own"), faults("a", "<script>go()</script>"));
        assertEquals(List.of("a holds a request to somebody else"), faults("a", "<img alt=\"\" src=\"https://example.org/x.png\">"));
        assertEquals(List.of("a holds a request to somebody else"), faults("a", "<link rel=\"stylesheet\" href=\"//example.org/x.css\">"));
        assertEquals(List.of("a holds text that is not escaped"), faults("a", "<p>$unsafe{x}</p>"));
        assertEquals(List.of("a holds a picture without words"), faults("a", "<img src=\"${x}\">"));
        assertEquals(List.of("a posts a form without a token"), faults("a", "<form method=\"post\" action=\"${frame.link(x)}\"></form>"));
        assertEquals(List.of("a links past the reader's language: use frame.link or frame.asset"), faults("a", "<a href=\"/ask\">"));
        assertEquals(List.of(), faults("a", """
                <form method="post" action="${frame.link("/x")}">@template.web.token(frame = frame)</form>
                <script src="${frame.asset("a.js")}" defer nonce="${frame.nonce()}"></script><img alt="${a}" src="${b}">"""));
    }
}
