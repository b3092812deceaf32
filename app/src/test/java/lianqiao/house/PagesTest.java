package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "a picture without words", Pattern.compile("<img(?![^>]*\\salt=)[^>]*>"),
            "a new window nobody asked for", Pattern.compile("target\\s*=\\s*\"_blank\""));
    private static final Pattern POST = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern TOKEN = Pattern.compile("@template\\.web\\.(csrf|token)\\(|content\\}");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"/(?!/)");

    static List<String> faults(String file, String source) {
        var text = source.replaceAll("(?s)<%--.*?--%>", "");
        var faults = new ArrayList<String>();
        new TreeMap<>(FORBIDDEN).forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) faults.add(file + " holds " + what);
        });
        POST.matcher(text).results().filter(form -> !TOKEN.matcher(form.group()).find())
                .forEach(form -> faults.add(file + " posts a form without a token"));
        if (LINK.matcher(text).find()) faults.add(file + " links past the reader's language: use frame.link or frame.asset");
        return faults;
    }

    @Test void templatesKeepToTheContentPolicyAndProtectTheirForms() {
        var pages = House.RESOURCES.resolve("pages");
        var faults = House.files(pages, ".jte").stream().flatMap(f -> faults(pages.relativize(f).toString(), House.read(f)).stream()).toList();
        assertEquals("", String.join("\n", faults));
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
