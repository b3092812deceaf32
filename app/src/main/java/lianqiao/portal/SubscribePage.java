package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import lianqiao.authenticity.Limit;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.channels.Subscriptions;
import lianqiao.channels.Topic;
import lianqiao.identity.Contact;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * News by e-mail: order it, say yes to it, end it. The links in letters only show a page; its button decides, so that
 * programs which look at every link in a letter decide nothing.
 */
@Controller
public final class SubscribePage {
    private static final Map<String, String> PRIVATE = Map.of("Cache-Control", "no-store", "X-Robots-Tag", "noindex");
    private static final List<String> LINKS = List.of("confirm", "end");

    private final Subscriptions subscriptions;
    private final Names names;
    private final FormTokens tokens;
    private final Pages pages;
    private final InstantSource clock;
    private final Admission admission;

    SubscribePage(Subscriptions subscriptions, Names names, FormTokens tokens, Pages pages, InstantSource clock, Admission admission) {
        this.admission = admission;
        this.subscriptions = subscriptions;
        this.names = names;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param name what the topic is called; for a case its number, for everything empty */
    public record Named(Topic topic, Text name) {
        /** The page that shows the topic. */
        public String page() {
            return switch (topic.kind()) {
                case ALL -> "/cases";
                case BRIEF -> "/desk/brief";
                case CASE -> "/case/" + topic.code();
                case OFFICE -> "/office/" + topic.code();
                case AREA -> "/area/" + topic.code();
            };
        }

        /** The key of what is subscribed to. */
        public String word() {
            return "portal.subscribe.topic." + topic.kind();
        }
    }

    /** @param sent whether the first letter is on its way */
    public record Order(Form form, Named named, boolean sent, Admission.Before before) {}

    /**
     * @param act confirm or end
     * @param named none when the link is of no use; {@code why} says so then
     * @param done whether the button was pressed
     */
    public record Link(String act, String token, @Nullable Named named, boolean done, @Nullable String why) {}

    @GetMapping("/subscribe")
    View ask(@RequestParam(required = false, defaultValue = "all") String topic) {
        return Topic.read(topic).filter(read -> subscriptions.exists(read, clock.instant()))
                .map(read -> Show.page("portal/subscribe", new Order(Form.empty(), named(read), false, Admission.Before.NOTHING))).orElseGet(Show::notFound);
    }

    @PostMapping("/subscribe")
    View order(HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        var topic = Topic.read(form.typed("topic"));
        if (topic.isEmpty()) return Show.notFound();
        var nonce = form.nonce(tokens, now);
        var contact = Contact.read(form.line("contact", Contact.MOST_TYPED));
        if (contact.isEmpty()) form.refuse("contact", "channels.subscribe.mail-only");
        if (form.hasErrors()) return order(HttpStatus.UNPROCESSABLE_CONTENT, form, topic.get(), Admission.Before.NOTHING);
        return switch (admission.decide(Limit.SUBSCRIPTION_PER_PREFIX, form, nonce.orElseThrow(), request, now)) {
            case Admission.NotYet(var before) -> order(before.status(), form, topic.get(), before);
            case Admission.Open open when !open.isUsed() -> order(HttpStatus.UNPROCESSABLE_CONTENT, form, topic.get(),
                    admission.renewed(Limit.SUBSCRIPTION_PER_PREFIX, form, nonce.orElseThrow(), now));
            case Admission.Open _ -> {
                order(form, contact.orElseThrow(), topic.get(), request, now);
                yield order(form.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, form, topic.get(), Admission.Before.NOTHING);
            }
        };
    }

    private View order(HttpStatus status, Form form, Topic topic, Admission.Before before) {
        return Show.page(status, "portal/subscribe", new Order(form, named(topic), status == HttpStatus.OK, before), before.rest() == null ? PRIVATE : before.headers());
    }

    private void order(Form form, Contact contact, Topic topic, HttpServletRequest request, Instant now) {
        var asked = subscriptions.ask(contact, topic, pages.frame(request).language(), now);
        if (asked instanceof Outcome.Refused<Topic>(var why, var details)) form.refuse("contact", why, details.toArray());
    }

    @GetMapping("/subscribe/{act}/{token}")
    View look(@PathVariable String act, @PathVariable String token) {
        if (!LINKS.contains(act)) return Show.notFound();
        var topic = act.equals("end") ? subscriptions.toEnd(token) : subscriptions.toConfirm(token, clock.instant());
        return topic.map(found -> link(HttpStatus.OK, new Link(act, token, named(found), false, null))).orElseGet(() -> useless(act, token));
    }

    /**
     * The button; for ending also the button that mail programs show by themselves (RFC 8058), which know no form
     * token. The link itself is the proof: nobody but the reader of the letter has it.
     */
    @PostMapping("/subscribe/{act}/{token}")
    View press(@PathVariable String act, @PathVariable String token) {
        if (!LINKS.contains(act)) return Show.notFound();
        var now = clock.instant();
        return switch (act.equals("end") ? subscriptions.end(token, now) : subscriptions.confirm(token, now)) {
            case Outcome.Done<Topic>(var topic) -> link(HttpStatus.OK, new Link(act, token, named(topic), true, null));
            case Outcome.Refused<Topic> refused -> useless(act, token);
        };
    }

    private static View useless(String act, String token) {
        var why = act.equals("end") ? "channels.subscribe.link-unknown" : "channels.subscribe.link-old";
        return link(HttpStatus.NOT_FOUND, new Link(act, token, null, false, why));
    }

    private static View link(HttpStatus status, Link link) {
        return Show.page(status, "portal/subscribe-link", link, PRIVATE);
    }

    private Named named(Topic topic) {
        return new Named(topic, switch (topic.kind()) {
            case OFFICE -> names.office(new OfficeCode(topic.code()));
            case AREA -> names.place(new AreaCode(topic.code()));
            case CASE, ALL, BRIEF -> new Text(topic.code(), topic.code());
        });
    }
}
