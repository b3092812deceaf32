package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A search engine reads what there is, starting from robots.txt, and never hears of what is confidential. */
class SitemapTest {
    private final Visitor visitor = new Visitor();

    /** The addresses a map names, without the beginning they all share. */
    private List<String> named(String path) throws Exception {
        var answer = visitor.town.get(path);
        assertEquals(200, answer.statusCode(), path);
        var xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        assertEquals("http://www.sitemaps.org/schemas/sitemap/0.9", xml.getDocumentElement().getNamespaceURI());
        var found = xml.getElementsByTagNameNS("*", "loc");
        var paths = new ArrayList<String>();
        for (int i = 0; i < found.getLength(); i++) {
            var address = found.item(i).getTextContent();
            assertTrue(address.startsWith(visitor.town.address()), address);
            paths.add(address.substring(visitor.town.address().length()));
        }
        return paths;
    }

    @Test void everyPublicCaseIsFoundOnceInEachLanguageAndNoConfidentialOne() throws Exception {
        var open = visitor.ask(Visitor.lamp()).number();
        var fields = Visitor.lamp();
        fields.put("open", "private");
        fields.put("title", "只想让单位知道的事");
        var confidential = visitor.ask(fields).number();
        assertTrue(visitor.town.get("/robots.txt").body().contains("Sitemap: " + visitor.town.address() + "/sitemap.xml\n"));
        var all = new ArrayList<String>();
        for (var map : named("/sitemap.xml")) all.addAll(named(map));
        assertEquals(1, all.stream().filter(("/case/" + open)::equals).count());
        assertEquals(1, all.stream().filter(("/en/case/" + open)::equals).count());
        assertFalse(all.toString().contains(confidential));
        for (var page : List.of("/", "/en", "/office/urban", "/en/service/lamp")) assertTrue(all.contains(page), page);
        assertEquals(all.size(), all.stream().distinct().count());
        for (var path : List.of("/", "/en", "/en/case/" + open)) assertEquals(200, visitor.town.get(path).statusCode(), path);
    }

    @Test void aPlaceThatIsNoneIsNoMap() throws Exception {
        for (var wrong : List.of("x", "0", "99999999999999999.20991231-000001-1")) assertEquals(404, visitor.town.get("/sitemap/cases/" + wrong + ".xml").statusCode(), wrong);
    }
}
