package lianqiao.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What the site says about itself: the reader's data, and how far it is accessible. */
@Controller
class AboutPage {
    @GetMapping("/privacy")
    View privacy() {
        return Show.page("web/privacy");
    }

    @GetMapping("/accessibility")
    View accessibility() {
        return Show.page("web/accessibility");
    }
}
