package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.offices.Offices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** For search engines: what there is, and what is nobody's business. */
@Controller
final class RobotsPage {
    private static final List<String> PAGES = List.of("/", "/ask", "/search", "/offices", "/services", "/areas", "/overdue", "/figures", "/how", "/privacy", "/accessibility");
    private static final int NEWEST = 200;

    private final Offices offices;
    private final Cases cases;
    private final InstantSource clock;

    RobotsPage(Offices offices, Cases cases, InstantSource clock) {
        this.offices = offices;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/robots.txt")
    View robots(HttpServletRequest request) {
        var text = "User-agent: *\nDisallow: /desk\nDisallow: /en/desk\nDisallow: /follow\nDisallow: /receipt\nDisallow: /large/\nDisallow: /en/large/\n"
                + "Sitemap: " + FeedPage.base(request) + "/sitemap.xml\n";
        return Changed.since(Instant.EPOCH, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The standing pages and the newest cases, each in both languages; older cases are found through the lists. */
    @GetMapping("/sitemap.xml")
    View sitemap(HttpServletRequest request) {
        var base = FeedPage.base(request);
        var paths = new ArrayList<>(PAGES);
        offices.all().forEach(o -> paths.add("/office/" + o.code()));
        offices.services().forEach(s -> paths.add("/service/" + s.code()));
        offices.areas().forEach(a -> paths.add("/area/" + a.code()));
        var newest = cases.list(CaseQuery.inPublic(NEWEST));
        newest.forEach(c -> paths.add("/case/" + c.number()));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (var path : paths) xml.append(both(base, path));
        xml.append("</urlset>\n");
        var changed = newest.stream().map(CaseLine::updatedAt).max(Instant::compareTo).orElse(clock.instant());
        return Changed.since(changed, "application/xml;charset=utf-8", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String both(String base, String path) {
        var chinese = base + path;
        var english = base + (path.equals("/") ? "/en" : "/en" + path);
        var links = "<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"" + chinese + "\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"" + english + "\"/>";
        return "<url><loc>" + chinese + "</loc>" + links + "</url>\n<url><loc>" + english + "</loc>" + links + "</url>\n";
    }
}
