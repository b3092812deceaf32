package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How a weakness is reported and what its finder can count on, for people and for programs (RFC 9116). */
@Controller
public class SecurityPage {
    /** The standard wants less than a year; a text that is drawn anew each day never runs out while the site is up. */
    private static final int GOOD_FOR_DAYS = 180;

    private final SecurityContact contact;
    private final Site site;
    private final InstantSource clock;

    SecurityPage(SecurityContact contact, Site site, InstantSource clock) {
        this.contact = contact;
        this.site = site;
        this.clock = clock;
    }

    /** @param address of the contact, for a link */
    public record Model(String address, String plain) {}

    @GetMapping("/security")
    View page() {
        return Show.page("web/security", new Model(contact.address().toString(), contact.plain()));
    }

    @GetMapping("/.well-known/security.txt")
    View text(HttpServletRequest request) {
        return Show.bytes("text/plain;charset=utf-8", text(site.base(request), clock.instant()).getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", "public, max-age=3600"));
    }

    private String text(String base, Instant now) {
        var canonical = base.startsWith("https:") ? "Canonical: " + base + "/.well-known/security.txt\n" : "";
        return "Contact: " + contact.address() + "\nExpires: " + now.truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR_DAYS, ChronoUnit.DAYS)
                + "\nPreferred-Languages: zh, en\nPolicy: " + base + "/security\n" + canonical;
    }
}
