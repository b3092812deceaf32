package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import lianqiao.access.AuditTrail;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Measure;
import lianqiao.cases.Rules;
import lianqiao.cases.Workflow;
import lianqiao.offices.Offices;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What all pages of the desk ask first: who is reading, and may they see this case. */
@Component
class Desk {
    private static final int LOCKS = 256;
    private final Readers readers;
    private final Cases cases;
    private final AuditTrail audit;
    private final Names names;
    private final Offers offers;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    Desk(Readers readers, Cases cases, Offices offices, Rules rules, AuditTrail audit) {
        this.readers = readers;
        this.cases = cases;
        this.audit = audit;
        this.names = new Names(offices);
        this.offers = new Offers(offices, rules);
    }

    Reader reader(HttpServletRequest request) {
        return readers.of(request);
    }

    Names names() {
        return names;
    }

    Offers offers() {
        return offers;
    }

    /**
     * The case, if it exists and this reader may see it; the answer does not tell which of the two is missing. That somebody
     * reads a private case, or asks for one in vain, goes on the audit trail.
     */
    Optional<Case> visible(String number, Reader reader, Instant now) {
        var found = CaseNumber.read(number).flatMap(n -> cases.atTheDesk(n, now));
        found.filter(Desk::isPrivate).ifPresent(shown ->
                audit.looked(reader.who(), reader.maySee(shown) ? AuditTrail.Kind.PRIVATE_READ : AuditTrail.Kind.LOOK_REFUSED, shown.number().text(), now));
        return found.filter(reader::maySee);
    }

    /** Confidential, or with something about a minor in it. */
    private static boolean isPrivate(Case shown) {
        return shown.confidential() || shown.measures().stream().anyMatch(measure -> measure.content() == Measure.Content.MINOR);
    }

    AuditTrail audit() {
        return audit;
    }

    /** The same for the same officer: their forms are taken one after the other. */
    Object lock(HttpServletRequest request) {
        return locks[Math.floorMod(request.getUserPrincipal().getName().hashCode(), locks.length)];
    }

    /**
     * Whether this officer has taken that step since the form was drawn: the same form sent twice. A second note or
     * report is written on a fresh form, which has seen the first.
     */
    boolean isDoneAlready(Case shown, Reader reader, Class<? extends Act> act, int seen) {
        var events = Workflow.all().stream().filter(step -> step.act() == act).map(Workflow.Step::event).toList();
        return shown.trail().stream().anyMatch(e -> e.number() > seen && events.contains(e.event()) && reader.officer().id().equals(e.officer()));
    }

    /** The case has moved on while the form was being filled in: nothing was done, and what was typed is still there. */
    View notNow(Case shown, Reader reader, Form form, Instant now) {
        var typed = Stream.of("text", "reason", "explanation", "question", "evidence", "note", "words").map(form::typed).filter(t -> !t.isBlank()).toList();
        return Show.page(HttpStatus.CONFLICT, "desk/not-now", new ActPage.NotNow(reader, shown, typed));
    }
}
