package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lianqiao.access.AuditTrail;
import lianqiao.base.Outcome;
import lianqiao.jobs.JobRun;
import lianqiao.jobs.JobRuns;
import lianqiao.offices.Duty;
import lianqiao.offices.Offices;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The settings, for administrators only: the registers of the directory, people and the calendar, and how the jobs of the house run. */
@Controller
public class AdminPage {
    private final Desk desk;
    private final Registers registers;
    private final JobRuns runs;
    private final InstantSource clock;

    AdminPage(Desk desk, Offices offices, JobRuns runs, InstantSource clock) {
        this.desk = desk;
        this.registers = new Registers(offices);
        this.runs = runs;
        this.clock = clock;
    }

    /** @param slugs of all registers, in the order of the page */
    public record Index(Reader reader, List<String> slugs) {}

    /** @param done whether an entry has just been saved */
    public record Listing(Reader reader, String slug, List<Register.Row> rows, boolean done) {}

    /** @param code of the entry that is changed, empty for a new one */
    public record Entry(Reader reader, String slug, List<Field> fields, Form form, String code) {}

    /** The last run of every job that ever ran. */
    public record Jobs(Reader reader, List<JobRun> runs, Instant now) {}

    @GetMapping("/desk/admin/jobs")
    View jobs(HttpServletRequest request) {
        var reader = desk.reader(request);
        return reader.has(Duty.ADMINISTRATOR) || reader.has(Duty.AUDITOR) ? Show.page("desk/jobs", new Jobs(reader, runs.latest(), clock.instant())) : Show.notFound();
    }

    @GetMapping("/desk/admin")
    View index(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        return Show.page("desk/admin", new Index(reader, registers.all().stream().map(Register::slug).toList()));
    }

    @GetMapping("/desk/admin/list/{register}")
    View list(@PathVariable String register, HttpServletRequest request) {
        return known(register, request).map(found -> Show.page("desk/register",
                new Listing(desk.reader(request), register, found.rows().get(), Form.of(request).chosen("done", "yes")))).orElseGet(Show::notFound);
    }

    @GetMapping("/desk/admin/entry/{register}")
    View entry(@PathVariable String register, HttpServletRequest request) {
        var code = Form.of(request).typed("code");
        return known(register, request).map(found -> page(HttpStatus.OK, found, found.fill().apply(Form.empty().with("active", "yes").with("emergency", "no"), code), code, request))
                .orElseGet(Show::notFound);
    }

    @PostMapping("/desk/admin/entry/{register}")
    View save(@PathVariable String register, HttpServletRequest request) {
        var found = known(register, request);
        if (found.isEmpty()) return Show.notFound();
        var form = Form.of(request);
        var outcome = put(found.get(), form, desk.reader(request));
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused<?> refused) form.refuse(found.get().fields().getFirst().name(), refused.why(), refused.details().toArray());
        if (form.hasErrors()) return page(HttpStatus.UNPROCESSABLE_CONTENT, found.get(), form, form.typed("was"), request);
        return Show.seeOther("/desk/admin/list/" + register + "?done=yes");
    }

    /** Written together with its line of the audit trail, or not at all. */
    private Optional<Outcome<?>> put(Register register, Form form, Reader reader) {
        var written = new AtomicReference<Optional<Outcome<?>>>(Optional.empty());
        desk.audit().during(reader.who(), AuditTrail.Kind.SETTINGS, register.slug(), Register.codes(form), clock.instant(), () -> {
            written.set(register.put().apply(form));
            return written.get().filter(Outcome::isDone).isPresent() ? Outcome.done(true) : Outcome.refused("nothing");
        });
        return written.get();
    }

    private Optional<Register> known(String slug, HttpServletRequest request) {
        return desk.reader(request).has(Duty.ADMINISTRATOR) ? registers.named(slug) : Optional.empty();
    }

    private View page(HttpStatus status, Register register, Form form, String code, HttpServletRequest request) {
        return Show.page(status, "desk/entry-form", new Entry(desk.reader(request), register.slug(), register.fields(), form, code));
    }
}
