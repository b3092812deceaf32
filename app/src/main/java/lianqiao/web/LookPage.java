package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The style guide: every part of the pages in every state, to be looked at. Only in the demo. */
@Controller
public class LookPage {
    private final Site site;
    private final InstantSource clock;

    LookPage(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    /** @param form one with errors in it */
    public record Model(Instant now, Form form) {}

    @GetMapping("/look")
    View show(HttpServletRequest request) {
        if (!site.demo()) return Show.notFound();
        var form = Form.of(request).with("title", "路灯不亮");
        if (request.getParameter("blank") == null) {
            form.line("place", 80);
            form.refuse("photo", "web.form.too-long", 80, 12);
        }
        return Show.page("web/look", new Model(clock.instant(), form));
    }
}
