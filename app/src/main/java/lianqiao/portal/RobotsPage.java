package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.PublicCases;
import lianqiao.offices.Offices;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/**
 * For search engines: what there is, and what is nobody's business. Every public case stands in one of the maps that the
 * map of maps names (sitemaps.org); each map is of bounded size.
 */
@Controller
final class RobotsPage {
    private static final List<String> PAGES = List.of("/", "/ask", "/search", "/offices", "/services", "/areas", "/overdue", "/figures", "/how", "/log", "/log/verify", "/privacy", "/security", "/accessibility");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    /** Two addresses each: far below the 50,000 and the 50 MB that the protocol allows. */
    private static final int CASES = 2_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final Offices offices;
    private final PublicCases cases;
    private final Site site;
    private final InstantSource clock;
    private @Nullable Portions portions;

    private record Portions(List<CaseQuery.After> begin, Instant at) {}

    RobotsPage(Offices offices, PublicCases cases, Site site, InstantSource clock) {
        this.offices = offices;
        this.cases = cases;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/robots.txt")
    View robots(HttpServletRequest request) {
        var text = new StringBuilder("User-agent: *\n");
        for (var path : List.of("/desk", "/follow", "/receipt", "/large/")) text.append("Disallow: ").append(path).append("\nDisallow: /en").append(path).append('\n');
        text.append("Sitemap: ").append(site.base(request)).append("/sitemap.xml\n");
        return Changed.since(Instant.EPOCH, "text/plain;charset=utf-8", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The map of maps: one of the standing pages, and as many of cases as it takes. */
    @GetMapping("/sitemap.xml")
    View maps(HttpServletRequest request) {
        var known = known(clock.instant());
        var base = site.base(request) + "/sitemap/";
        var xml = new StringBuilder(HEAD + "<sitemapindex" + SPACE + ">\n<sitemap><loc>" + base + "pages.xml</loc></sitemap>\n");
        for (var begin : known.begin()) xml.append("<sitemap><loc>").append(base).append("cases/").append(begin).append(".xml</loc></sitemap>\n");
        return xml(known.at(), xml.append("</sitemapindex>\n"));
    }

    @GetMapping("/sitemap/pages.xml")
    View pages(HttpServletRequest request) {
        var paths = new ArrayList<>(PAGES);
        offices.all().forEach(o -> paths.add("/office/" + o.code()));
        offices.services().forEach(s -> paths.add("/service/" + s.code()));
        offices.areas().forEach(a -> paths.add("/area/" + a.code()));
        var xml = opened();
        for (var path : paths) both(site.base(request), path, null, xml);
        return xml(Instant.EPOCH, xml.append("</urlset>\n"));
    }

    /** The cases from one on; the address is taken from the map of maps, but any place will do. */
    @GetMapping("/sitemap/cases/{begin}.xml")
    View cases(@PathVariable String begin, HttpServletRequest request) {
        var first = CaseQuery.After.read(begin);
        var found = first == null ? List.<PublicCases.Changed>of() : cases.from(first, CASES);
        if (found.isEmpty()) return Show.notFound();
        var xml = opened();
        for (var one : found) both(site.base(request), "/case/" + one.number(), one.at(), xml);
        return xml(found.stream().map(PublicCases.Changed::at).max(Instant::compareTo).orElseThrow(), xml.append("</urlset>\n"));
    }

    /** Cases of an earlier system may come in between others, so the places are looked up anew now and then. */
    private synchronized Portions known(Instant now) {
        var known = portions;
        // One portion is quickly counted anew, so a small town's map is never an hour behind.
        if (known == null || known.begin().size() <= 1 || !now.isBefore(known.at().plus(KNOWN_FOR))) known = new Portions(cases.portions(CASES), now);
        portions = known;
        return known;
    }

    private static StringBuilder opened() {
        return new StringBuilder(HEAD + "<urlset" + SPACE + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    }

    private static void both(String base, String path, @Nullable Instant changed, StringBuilder xml) {
        var chinese = base + path;
        var english = base + (path.equals("/") ? "/en" : "/en" + path);
        var rest = (changed == null ? "" : "<lastmod>" + changed.truncatedTo(ChronoUnit.SECONDS) + "</lastmod>")
                + "<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"" + chinese + "\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"" + english + "\"/></url>\n";
        xml.append("<url><loc>").append(chinese).append("</loc>").append(rest).append("<url><loc>").append(english).append("</loc>").append(rest);
    }

    private static View xml(Instant changed, StringBuilder xml) {
        return Changed.since(changed, "application/xml;charset=utf-8", xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
