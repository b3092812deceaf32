package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.PhotoId;
import lianqiao.channels.Door;
import lianqiao.channels.IncomingMessage;
import lianqiao.channels.Intake;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.search.Search;
import lianqiao.search.Similar;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** One screen for a call or a visit: who calls, what for, what is there already, and the promise to read out. */
@Controller
public class OperatorPage {
    private static final int MOST_EARLIER = 10;

    private final Desk desk;
    private final Cases cases;
    private final Residents residents;
    private final Intake intake;
    private final Offices offices;
    private final Search search;
    private final FormTokens tokens;
    private final InstantSource clock;

    OperatorPage(Desk desk, Cases cases, Residents residents, Intake intake, Offices offices, Search search, FormTokens tokens, InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.residents = residents;
        this.intake = intake;
        this.offices = offices;
        this.search = search;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param earlier open cases of the same contact, to add to instead
     * @param similar public cases with like words
     * @param looked whether it was looked for both
     */
    public record Model(Reader reader, Names names, Form form, Choices choices, List<Case> earlier, List<CaseLine> similar, boolean looked, Instant now) {}

    /** What is read out at the end of the call. */
    public record Promise(Reader reader, Case shown, String code, boolean answered) {}

    @GetMapping("/desk/operator")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (operator(reader).isEmpty()) return Show.notFound();
        var form = Form.empty().with("door", Door.PHONE.name()).with("kind", Kind.HELP.name()).with("language", Language.ZH.name());
        return page(HttpStatus.OK, reader, form, List.of(), List.of(), false);
    }

    @PostMapping("/desk/operator")
    View take(HttpServletRequest request) {
        var reader = desk.reader(request);
        var by = operator(reader);
        if (by.isEmpty()) return Show.notFound();
        var form = Form.of(request);
        if (form.typed("step").equals("look")) return page(HttpStatus.OK, reader, form, earlier(form, reader), similar(form), true);
        synchronized (desk.lock(request)) {
            var message = read(form);
            if (message.isEmpty()) return page(HttpStatus.UNPROCESSABLE_CONTENT, reader, form, earlier(form, reader), List.of(), false);
            return switch (intake.receive(message.get(), by.get(), clock.instant())) {
                case Outcome.Done<Cases.Received>(var received) -> promise(received, form, reader, by.get());
                case Outcome.Refused<Cases.Received>(var why, var details) -> {
                    form.refuse("service", why, details.toArray());
                    yield page(HttpStatus.UNPROCESSABLE_CONTENT, reader, form, List.of(), List.of(), false);
                }
            };
        }
    }

    private View promise(Cases.Received received, Form form, Reader reader, By by) {
        var now = clock.instant();
        var answer = form.optionalText("answer", ActForms.LONG);
        var fresh = cases.atTheDesk(received.number(), now).orElseThrow();
        if (answer.isPresent() && fresh.last("ReplyPublished").isEmpty()) cases.act(received.number(), new Act.Answer(answer.get(), List.of()), by, now);
        var shown = cases.atTheDesk(received.number(), now).orElseThrow();
        return Show.page(HttpStatus.OK, "desk/promise", new Promise(reader, shown, received.code().grouped(), shown.answeredAt() != null));
    }

    private Optional<IncomingMessage> read(Form form) {
        var kind = form.choice("kind", names(Kind.values()));
        var service = form.choice("service", offices.services().stream().filter(s -> s.active()).map(s -> s.code().text()).collect(Collectors.toSet()));
        var area = form.choice("area", offices.areas().stream().map(a -> a.code().text()).collect(Collectors.toSet()));
        var door = form.choice("door", Set.of(Door.PHONE.name(), Door.COUNTER.name()));
        var language = form.choice("language", names(Language.values()));
        var contact = contact(form);
        var title = form.line("title", NewCase.MOST_TITLE);
        var body = form.text("body", NewCase.MOST_BODY);
        var address = form.optionalLine("address", NewCase.MOST_ADDRESS).orElse("");
        form.optionalText("answer", ActForms.LONG);
        var concerns = concerns(form);
        var nonce = form.nonce(tokens, clock.instant());
        if (form.hasErrors() || contact == null) return Optional.empty();
        return Optional.of(new IncomingMessage(Door.valueOf(door.orElseThrow()), Kind.valueOf(kind.orElseThrow()), new ServiceCode(service.orElseThrow()),
                new AreaCode(area.orElseThrow()), address, null, title, body, form.chosen("confidential", "yes"), concerns, contact,
                Language.valueOf(language.orElseThrow()), nonce.orElseThrow(), List.<PhotoId>of()));
    }

    private @Nullable OfficeCode concerns(Form form) {
        if (!form.typed("kind").equals(Kind.REPORT.name()) || form.typed("concerns").isEmpty()) return null;
        var code = form.choice("concerns", offices.all().stream().map(o -> o.code().text()).collect(Collectors.toSet()));
        return code.map(OfficeCode::new).orElse(null);
    }

    private static @Nullable Contact contact(Form form) {
        var typed = form.line("contact", 254);
        var contact = Contact.read(typed);
        if (!typed.isEmpty() && contact.isEmpty()) form.refuse("contact", "desk.operator.contact.wrong");
        return contact.orElse(null);
    }

    /** Ten at most, so they are read one by one. */
    private List<Case> earlier(Form form, Reader reader) {
        return Contact.read(form.typed("contact")).flatMap(residents::withContact).map(resident -> cases.of(resident, MOST_EARLIER)).orElse(List.of())
                .stream().flatMap(number -> desk.visible(number.text(), reader, clock.instant()).stream()).filter(shown -> shown.state().isOpen()).toList();
    }

    private List<CaseLine> similar(Form form) {
        var text = (form.typed("title") + " " + form.typed("body")).strip();
        if (text.length() < 4) return List.of();
        List<CaseNumber> numbers = search.similar(text.substring(0, Math.min(400, text.length())), 5).stream().map(Similar::number).toList();
        return cases.publicLines(numbers);
    }

    private static Optional<By> operator(Reader reader) {
        return reader.hats().stream().filter(hat -> hat.roles().contains(Role.OPERATOR)).findFirst().map(hat -> hat.as(Role.OPERATOR));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
    }

    private View page(HttpStatus status, Reader reader, Form form, List<Case> earlier, List<CaseLine> similar, boolean looked) {
        return Show.page(status, "desk/operator", new Model(reader, desk.names(), form, new Choices(offices), earlier, similar, looked, clock.instant()));
    }
}
