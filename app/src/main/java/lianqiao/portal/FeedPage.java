package lianqiao.portal;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.base.Text;
import lianqiao.cases.CaseQuery;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Frame;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Feeds of public cases, Atom and RSS: all, of an office, of a category, of an area. */
@Controller
final class FeedPage {
    private static final int MOST = 50;
    private static final Pattern FILE = Pattern.compile("([a-z0-9.-]{1,40})\\.(atom|rss)");

    private final Offices offices;
    private final Lines lines;
    private final Pages pages;
    private final Site site;
    private final InstantSource clock;

    /** What a feed is about: its cases, its name (none for all), the page it belongs to. */
    private record About(CaseQuery query, @Nullable Text name, String page) {}

    FeedPage(Offices offices, Lines lines, Pages pages, Site site, InstantSource clock) {
        this.offices = offices;
        this.lines = lines;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/feed/{file}")
    View all(@PathVariable String file, HttpServletRequest request) {
        var named = FILE.matcher(file);
        if (!named.matches() || !named.group(1).equals("all")) return Show.notFound();
        return feed(new About(CaseQuery.inPublic(MOST), null, "/search"), named.group(2), request);
    }

    @GetMapping("/feed/{group}/{file}")
    View some(@PathVariable String group, @PathVariable String file, HttpServletRequest request) {
        var named = FILE.matcher(file);
        if (!named.matches()) return Show.notFound();
        return about(group, named.group(1)).map(about -> feed(about, named.group(2), request)).orElseGet(Show::notFound);
    }

    private Optional<About> about(String group, String code) {
        if (!OfficeCode.isWellFormed(code)) return Optional.empty();
        var all = CaseQuery.inPublic(MOST);
        return switch (group) {
            case "office" -> offices.office(new OfficeCode(code)).map(o -> new About(all.ofOffice(o.code()), o.name(), "/office/" + code));
            case "service" -> offices.service(new ServiceCode(code)).map(s -> new About(all.ofService(s.code()), s.name(), "/service/" + code));
            case "area" -> offices.area(new AreaCode(code))
                    .map(a -> new About(all.within(Set.copyOf(offices.within(a.code()))), a.name(), "/area/" + code));
            default -> Optional.empty();
        };
    }

    private View feed(About about, String format, HttpServletRequest request) {
        var shown = lines.some(about.query(), clock.instant());
        var frame = pages.frame(request);
        var base = site.base(request);
        var updated = shown.stream().map(l -> l.of().updatedAt()).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        var feed = new SyndFeedImpl();
        feed.setFeedType(format.equals("atom") ? "atom_1.0" : "rss_2.0");
        feed.setTitle(about.name() == null ? frame.say("portal.feed.all", frame.site().name()) : frame.say("portal.feed.of", about.name(), frame.site().name()));
        feed.setDescription(frame.say("web.column-description"));
        feed.setLink(base + frame.link(about.page()));
        feed.setUri(base + frame.here());
        feed.setLanguage(frame.lang());
        feed.setPublishedDate(Date.from(updated));
        feed.setLinks(List.of(self(base + frame.here()), page(base + frame.link(about.page()))));
        feed.setEntries(shown.stream().map(line -> entry(line, frame, base)).toList());
        return Changed.since(updated, format.equals("atom") ? "application/atom+xml;charset=utf-8" : "application/rss+xml;charset=utf-8", written(feed));
    }

    private static SyndEntry entry(Line line, Frame frame, String base) {
        var link = base + frame.link("/case/" + line.of().number());
        var says = new SyndContentImpl();
        says.setType("text/plain");
        says.setValue(line.standing().in(frame) + " · " + frame.in(line.service()) + " · " + frame.in(line.place()));
        var entry = new SyndEntryImpl();
        entry.setTitle(line.of().title());
        entry.setLink(link);
        entry.setUri(link);
        entry.setPublishedDate(Date.from(line.of().receivedAt()));
        entry.setUpdatedDate(Date.from(line.of().updatedAt()));
        entry.setDescription(says);
        entry.setAuthor(line.office() == null ? frame.in(frame.site().name()) : frame.in(line.office()));
        return entry;
    }

    private static byte[] written(SyndFeedImpl feed) {
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SyndLinkImpl self(String address) {
        var link = new SyndLinkImpl();
        link.setRel("self");
        link.setHref(address);
        return link;
    }

    private static SyndLinkImpl page(String address) {
        var link = new SyndLinkImpl();
        link.setRel("alternate");
        link.setType("text/html");
        link.setHref(address);
        return link;
    }

    /** Protocol, host and port under which the reader came. */
}
