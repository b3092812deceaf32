package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Forgetting;
import lianqiao.channels.OwnContact;
import lianqiao.identity.Contact;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What is kept about the resident of a case, and their rights: a copy, correction, consent to be public, erasure. */
@Controller
public final class OwnDataPage {
    private static final Set<String> ACTS = Set.of("correct", "forget-contact", "conceal", "withdraw", "take-back");

    private final OwnDoor door;
    private final OwnCopy copy;
    private final Cases cases;
    private final Forgetting forgetting;
    private final OwnContact contacts;
    private final FormTokens tokens;
    private final Pages pages;
    private final InstantSource clock;

    OwnDataPage(OwnDoor door, OwnCopy copy, Cases cases, Forgetting forgetting, OwnContact contacts, FormTokens tokens, Pages pages, InstantSource clock) {
        this.door = door;
        this.copy = copy;
        this.cases = cases;
        this.forgetting = forgetting;
        this.contacts = contacts;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    /** Somebody opened the contact for this case: which office, what for, when. */
    public record Opened(Instant at, Text office, String purpose) {}

    /**
     * @param code as typed, carried on in hidden fields
     * @param contact enough of it to be recognised; null when none is kept
     * @param goes when the words go at the earliest; null unless that was asked for
     * @param told the key of a sentence about what was just done, null when nothing was
     */
    public record Model(Case mine, String code, @Nullable String contact, @Nullable Instant goes, List<Opened> opened, Form form, @Nullable String told) {}

    @PostMapping("/my-data")
    View open(HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        return door.mine(form, request, now).map(mine -> show(HttpStatus.OK, mine, form, Form.empty(), null)).orElseGet(() -> door.wrong(form, request, now));
    }

    /** The copy as a file: {@code json} for programs, {@code txt} for people. */
    @PostMapping("/my-data/copy/{kind}")
    View copy(@PathVariable String kind, HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        var mine = door.mine(form, request, now);
        if (mine.isEmpty()) return door.wrong(form, request, now);
        var headers = Map.of("Cache-Control", "no-store", "Content-Disposition", "attachment; filename=\"" + mine.get().number() + "." + (kind.equals("json") ? "json" : "txt") + "\"");
        return kind.equals("json") ? Show.bytes("application/json", copy.json(mine.get(), now), headers)
                : Show.bytes("text/plain;charset=utf-8", copy.text(mine.get(), pages.frame(request)), headers);
    }

    @PostMapping("/my-data/{act}")
    View act(@PathVariable String act, HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        var mine = door.mine(form, request, now);
        if (mine.isEmpty()) return door.wrong(form, request, now);
        if (!ACTS.contains(act)) return Show.notFound();
        if (!(tokens.check(form.typed(Form.TOKEN), now) instanceof FormTokens.Genuine)) form.refuse("", "web.form.expired");
        else if (done(act, mine.get(), form, request, now) instanceof Outcome.Refused<?>(var why, var places)) form.refuse(act, why, places.toArray());
        var again = door.again(form, request, now).orElse(mine.get());
        return form.hasErrors() ? show(HttpStatus.UNPROCESSABLE_CONTENT, again, form, form, null) : show(HttpStatus.OK, again, form, Form.empty(), "portal.data.told." + act);
    }

    private Outcome<?> done(String act, Case mine, Form form, HttpServletRequest request, Instant now) {
        var number = mine.number();
        return switch (act) {
            case "correct" -> Contact.read(form.typed("correct"))
                    .<Outcome<?>>map(contact -> contacts.correct(number, contact, pages.frame(request).language(), now))
                    .orElseGet(() -> Outcome.refused("portal.ask.contact.unreadable"));
            case "forget-contact" -> contacts.forget(number, now);
            case "conceal" -> mine.confidential() ? Outcome.done(0) : cases.act(number, new Act.Conceal(), By.resident(), now);
            case "withdraw" -> forgetting.ask(number, now);
            default -> Outcome.done(forgetting.takeBack(number, now));
        };
    }

    private View show(HttpStatus status, Case mine, Form typed, Form shownAgain, @Nullable String told) {
        var model = new Model(mine, typed.typed("code"), copy.contact(mine).map(Contact::masked).orElse(null), forgetting.asked(mine.number()).orElse(null),
                copy.opened(mine), shownAgain, told);
        return Show.page(status, "portal/own-data", model, OwnDoor.PRIVATE);
    }
}
