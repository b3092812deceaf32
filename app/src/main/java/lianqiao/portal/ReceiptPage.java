package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.identity.FollowCode;
import lianqiao.web.Form;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The receipt: number and secret code, shown once, to copy, print or keep as a file. Its address never holds the code. */
@Controller
public final class ReceiptPage {
    private final Cases cases;
    private final CaseViews views;
    private final Pages pages;
    private final InstantSource clock;

    ReceiptPage(Cases cases, CaseViews views, Pages pages, InstantSource clock) {
        this.cases = cases;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param code grouped for reading
     * @param reachable whether the resident left a contact
     */
    public record Model(CaseView view, String number, String code, boolean reachable) {}

    /** Right after sending; sending again shows the same receipt. */
    View after(Cases.Received received, AskForm.Asked asked, Instant now) {
        var mine = asked.join() == null ? received.mine() : joined(received, asked.join(), now);
        var model = new Model(views.of(mine, null, now), received.number().text(), received.code().grouped(), asked.message().contact() != null);
        return Show.page(HttpStatus.CREATED, "portal/receipt", model, Map.of("Cache-Control", "no-store"));
    }

    /** "This is mine too": handled together with the other if that is still possible, an own case in any event. */
    private Case joined(Cases.Received received, CaseNumber into, Instant now) {
        cases.act(received.number(), new Act.Join(into), By.resident(), now);
        return cases.own(received.number(), received.code(), now).orElseThrow();
    }

    /** The receipt as a text file; number and code come in the body of the form. */
    @PostMapping("/receipt")
    View file(HttpServletRequest request) {
        var form = Form.of(request);
        var number = CaseNumber.read(form.typed("number"));
        var code = FollowCode.read(form.typed("code"));
        if (number.isEmpty() || code.isEmpty()) return Show.notFound();
        return cases.own(number.get(), code.get(), clock.instant()).map(mine -> file(mine, code.get(), request)).orElseGet(Show::notFound);
    }

    private View file(Case mine, FollowCode code, HttpServletRequest request) {
        var frame = pages.frame(request);
        var text = frame.say("portal.receipt.file", mine.number().text(), code.grouped(), mine.title(), mine.receivedAt(), mine.deadline().lastDay(), frame.site().phone());
        return Show.bytes("text/plain;charset=utf-8", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", "no-store",
                "Content-Disposition", "attachment; filename=\"" + mine.number() + ".txt\""));
    }
}
