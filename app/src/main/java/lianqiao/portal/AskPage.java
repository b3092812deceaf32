package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianqiao.authenticity.Limit;
import lianqiao.base.Busy;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.cases.Cases.Received;
import lianqiao.cases.PhotoId;
import lianqiao.cases.State;
import lianqiao.channels.Intake;
import lianqiao.offices.Offices;
import lianqiao.offices.Service;
import lianqiao.privacy.Details;
import lianqiao.privacy.Piece;
import lianqiao.privacy.Speaker;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Pages;
import lianqiao.web.Photo;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The form, the look before sending, and the sending. */
@Controller
public final class AskPage {
    private final AskForm reader;
    private final Intake intake;
    private final Sender sender;
    private final ReceiptPage receipt;
    private final Similar similar;
    private final Offices offices;
    private final Names names;
    private final Pictures pictures;
    private final Pages pages;
    private final FormTokens tokens;
    private final InstantSource clock;
    private final Admission admission;

    AskPage(AskForm reader, Intake intake, Sender sender, ReceiptPage receipt, Similar similar, Offices offices, Names names, Pictures pictures,
            Pages pages, FormTokens tokens, InstantSource clock, Admission admission) {
        this.reader = reader;
        this.intake = intake;
        this.sender = sender;
        this.receipt = receipt;
        this.similar = similar;
        this.offices = offices;
        this.names = names;
        this.pictures = pictures;
        this.pages = pages;
        this.tokens = tokens;
        this.clock = clock;
        this.admission = admission;
    }

    /**
     * The form.
     *
     * @param kept photos accepted already, with their ids
     * @param told the key of a sentence above the form, null when there is none
     * @param flood since when everybody is asked for one more step; null when nobody is
     * @param sender who is signed in; null for everybody else
     */
    public record Model(Form form, Map<Text, List<Service>> services, Map<String, String> areas, Map<String, String> offices,
                        List<Kept> kept, @Nullable String told, @Nullable Instant flood, Sender.@Nullable Known sender) {}

    /** A photo that came with an earlier try. */
    public record Kept(String id, Photo photo) {}

    /**
     * What is shown before sending.
     *
     * @param similar cases in hand that the resident may join
     * @param answered cases that are closed, whose answer may be enough
     * @param before what stands before sending
     * @param sender who is signed in; null for everybody else
     */
    public record Preview(Form form, AskForm.Asked asked, Text service, Text place, List<Kept> kept, List<Line> similar, List<Line> answered, Admission.Before before,
                          Sender.@Nullable Known sender) {
        public List<Piece> title() {
            return Details.pieces(asked.message().title(), Speaker.RESIDENT);
        }

        public List<Piece> body() {
            return Details.pieces(asked.message().body(), Speaker.RESIDENT);
        }

        public List<Piece> address() {
            return Details.pieces(asked.message().address(), Speaker.RESIDENT);
        }

        /** All of them, for the list of what will be masked. */
        public List<Piece> pieces() {
            return Stream.of(title(), body(), address()).flatMap(List::stream).toList();
        }
    }

    @GetMapping("/ask")
    View empty(HttpServletRequest request) {
        return form(HttpStatus.OK, Form.of(request).with("open", "public").with(AskForm.OWN_CONTACT, "yes"), null, request);
    }

    /** Cases like what is being written, as a piece of a page. */
    @GetMapping("/ask/similar")
    View similar(@RequestParam(defaultValue = "") String text) {
        return Show.page("portal/similar", similar.to(Form.clean(text), clock.instant()));
    }

    @PostMapping("/ask")
    View sent(HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        return switch (tokens.check(form.typed(Form.TOKEN), now)) {
            case FormTokens.Genuine token -> sent(form, token.nonce(), request, now);
            case FormTokens.Expired old -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, "web.form.expired", request);
            case FormTokens.Forged forged -> form(HttpStatus.BAD_REQUEST, form, "web.form.forged", request);
        };
    }

    /** Whoever cannot be served now gets the form back with all that was typed and sends it again: the same key files one case. */
    private View sent(Form form, String key, HttpServletRequest request, Instant now) {
        try {
            return taken(form, key, request, now);
        } catch (Busy busy) {
            return form(HttpStatus.SERVICE_UNAVAILABLE, form, "web.form.busy", request);
        }
    }

    private View taken(Form form, String key, HttpServletRequest request, Instant now) {
        var asked = reader.read(form, key, request.getRemoteAddr(), language(request), now);
        if (asked.isEmpty()) return form(HttpStatus.UNPROCESSABLE_CONTENT, form, null, request);
        return switch (form.typed("step")) {
            case "send" -> send(form, asked.get(), key, request, now);
            case "edit" -> form(HttpStatus.OK, form, null, request);
            default -> preview(HttpStatus.OK, form, asked.get(), admission.ahead(Limit.NEW_CASE_PER_PREFIX, form, key, request, now), request, now);
        };
    }

    private View preview(HttpStatus status, Form form, AskForm.Asked asked, Admission.Before before, HttpServletRequest request, Instant now) {
        var message = asked.message();
        var like = message.confidential() || message.kind().alwaysConfidential() ? List.<Line>of() : similar.to(message.title() + " " + message.body(), now);
        var open = like.stream().filter(AskPage::canBeJoined).toList();
        var model = new Preview(form, asked, names.service(message.service()), names.place(message.area()), kept(message.photos(), now),
                open, like.stream().filter(line -> !line.of().state().isOpen()).toList(), before, sender.known(request, now));
        return Show.page(status, "portal/preview", model, before.headers());
    }

    private static boolean canBeJoined(Line line) {
        return line.of().state().isOpen() && line.of().state() != State.JOINED;
    }

    private View send(Form form, AskForm.Asked asked, String key, HttpServletRequest request, Instant now) {
        return switch (admission.decide(Limit.NEW_CASE_PER_PREFIX, form, key, request, now)) {
            case Admission.Open open -> file(form, asked, open, key, request, now);
            case Admission.NotYet(var before) -> preview(before.status(), form, asked, before, request, now);
        };
    }

    private View file(Form form, AskForm.Asked asked, Admission.Open open, String key, HttpServletRequest request, Instant now) {
        return switch (open.enter(intake, asked.message().from(sender.of(form, request, now)), now)) {
            case Outcome.Refused<Received>(var why, _) when why.equals(Intake.NOT_ADMITTED) ->
                    preview(HttpStatus.UNPROCESSABLE_CONTENT, form, asked, admission.renewed(Limit.NEW_CASE_PER_PREFIX, form, key, now), request, now);
            case Outcome.Done<Received>(var received) -> receipt.after(received, asked, now);
            case Outcome.Refused<Received>(var why, var details) -> {
                form.refuse("body", why, details.toArray());
                yield form(HttpStatus.UNPROCESSABLE_CONTENT, form, null, request);
            }
        };
    }

    private View form(HttpStatus status, Form form, @Nullable String told, HttpServletRequest request) {
        var language = language(request);
        var model = new Model(form, offices.servicesByGroup(), names.areas(language), names.offices(language), kept(reader.kept(form), clock.instant()), told,
                status == HttpStatus.SERVICE_UNAVAILABLE ? null : admission.flood(clock.instant()), sender.known(request, clock.instant()));
        var headers = status == HttpStatus.SERVICE_UNAVAILABLE ? Map.of("Cache-Control", "no-store", "Retry-After", Show.RETRY_AFTER) : Map.of("Cache-Control", "no-store");
        return Show.page(status, "portal/ask", model, headers);
    }

    private List<Kept> kept(List<PhotoId> ids, Instant now) {
        return ids.stream().map(id -> new Kept(id.toString(), pictures.of(List.of(id), true, now).getFirst())).toList();
    }

    private Language language(HttpServletRequest request) {
        return pages.frame(request).language();
    }
}
