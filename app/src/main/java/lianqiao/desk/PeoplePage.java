package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.access.AuditTrail;
import lianqiao.base.Outcome;
import lianqiao.identity.LoginActs;
import lianqiao.identity.LoginActs.Did;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Passkeys;
import lianqiao.identity.Session.Kind;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Delegation;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.web.Form;
import lianqiao.web.Frame;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Officers and who covers for whom. A new officer gets a password for one time, shown once, and sets up the second factor with it. */
@Controller
public class PeoplePage {

    private final Desk desk;
    private final Offices offices;
    private final OfficerLogins logins;
    private final OpenSessions sessions;
    private final Passkeys passkeys;
    private final LoginActs acts;
    private final Site site;
    private final InstantSource clock;

    PeoplePage(Desk desk, Offices offices, OfficerLogins logins, OpenSessions sessions, Passkeys passkeys, LoginActs acts, Site site, InstantSource clock) {
        this.desk = desk;
        this.offices = offices;
        this.logins = logins;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.acts = acts;
        this.site = site;
        this.clock = clock;
    }

    /** @param logins by login; who is missing cannot sign in yet */
    public record Listing(Reader reader, Names names, List<Officer> officers, Map<String, OfficerLogins.Login> logins, String done) {}

    /** @param password a password for one time, right after it was drawn, or null */
    public record Entry(Reader reader, List<Field> fields, Form form, String login, boolean known, @Nullable String password) {}

    /**
     * Who covers for whom.
     *
     * @param ends the last day, as it was entered
     */
    public record Covering(String officer, String coveredBy, LocalDate begins, LocalDate ends, boolean holds) {}

    /** @param coverings those that hold and those to come; @param done whether one has just been entered */
    public record Cover(Reader reader, List<Field> fields, Form form, List<Covering> coverings, boolean done) {}

    @GetMapping("/desk/admin/people")
    View list(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        var known = logins.all().stream().collect(Collectors.toMap(OfficerLogins.Login::officer, Function.identity()));
        return Show.page("desk/people", new Listing(reader, desk.names(), offices.officers(), known, Form.of(request).typed("done")));
    }

    @GetMapping("/desk/admin/people/entry")
    View entry(HttpServletRequest request) {
        var login = Form.of(request).typed("code");
        var form = Form.empty().with("active", "yes");
        if (OfficerId.isWellFormed(login)) offices.officer(new OfficerId(login)).ifPresent(officer -> fill(form, officer));
        return page(HttpStatus.OK, form, login, null, request);
    }

    private static void fill(Form form, Officer officer) {
        form.with("code", officer.id().text()).with("person", officer.name()).with("office", officer.office().text()).with("active", officer.active() ? "yes" : "no");
        form.with("areas", officer.areas().stream().map(AreaCode::text).toList());
        for (var duty : officer.duties()) form.with("duty-" + duty.name(), "yes");
    }

    /** Saves the officer; a new one is given a login, and closing the one closes the other. */
    @PostMapping("/desk/admin/people/entry")
    View save(HttpServletRequest request) {
        if (!desk.reader(request).has(Duty.ADMINISTRATOR)) return Show.notFound();
        var form = Form.of(request);
        var login = Register.code(form);
        var name = form.line("person", Register.NAME);
        var office = form.choice("office", offices.all().stream().map(o -> o.code().text()).collect(Collectors.toSet()));
        var duties = Arrays.stream(Duty.values()).filter(duty -> form.chosen("duty-" + duty.name(), "yes")).collect(Collectors.toSet());
        boolean active = Register.yes(form, "active");
        var areas = form.all("areas").stream().filter(AreaCode::isWellFormed).map(AreaCode::new).collect(Collectors.toSet());
        var reader = desk.reader(request);
        if (login.equals(reader.officer().id().text()) && !duties.equals(reader.officer().duties())) form.refuse("duty-" + Duty.OPERATOR.name(), "desk.admin.own-duties");
        if (form.hasErrors()) return page(HttpStatus.UNPROCESSABLE_CONTENT, form, form.typed("was"), null, request);
        if (put(new Officer(new OfficerId(login), name, new OfficeCode(office.orElseThrow()), duties, areas, active), reader) instanceof Outcome.Refused<?> refused) {
            form.refuse("duty-" + Duty.OPERATOR.name(), refused.why(), refused.details().toArray());
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, form.typed("was"), null, request);
        }
        var by = desk.reader(request).officer().id().text();
        if (!hasLogin(login)) {
            acts.record(login, Did.MADE, by, clock.instant());
            return page(HttpStatus.OK, form, login, newLogin(login), request);
        }
        enable(login, active, by);
        return Show.seeOther("/desk/admin/people?done=saved");
    }

    private void enable(String login, boolean active, String by) {
        boolean was = logins.isEnabled(login);
        logins.enable(login, active);
        if (was == active) return;
        if (!active) sessions.endAll(Kind.OFFICER, login, clock.instant());
        acts.record(login, active ? Did.OPENED : Did.CLOSED, by, clock.instant());
    }

    /** Signs an officer out everywhere, as when a device was lost. */
    @PostMapping("/desk/admin/people/sign-out")
    View signOut(HttpServletRequest request) {
        var reader = desk.reader(request);
        var login = Form.of(request).typed("code");
        if (!reader.has(Duty.ADMINISTRATOR) || !OfficerId.isWellFormed(login) || offices.officer(new OfficerId(login)).isEmpty()) return Show.notFound();
        sessions.endAll(Kind.OFFICER, login, clock.instant());
        acts.record(login, Did.SIGNED_OUT, reader.officer().id().text(), clock.instant());
        return Show.seeOther("/desk/admin/people?done=signed-out");
    }

    private Outcome<Officer> put(Officer officer, Reader reader) {
        var before = offices.officer(officer.id()).map(PeoplePage::told).orElse("–");
        return desk.audit().during(reader.who(), AuditTrail.Kind.DUTIES, officer.id().text(), before + " → " + told(officer), clock.instant(), () -> offices.put(officer));
    }

    /** What matters about an officer, in codes. */
    private static String told(Officer officer) {
        var duties = officer.duties().stream().sorted().map(Duty::name).collect(Collectors.joining(" "));
        var areas = officer.areas().stream().map(AreaCode::text).sorted().collect(Collectors.joining(" "));
        return officer.office() + " " + duties + (areas.isEmpty() ? "" : " " + areas) + (officer.active() ? "" : " –");
    }

    /** For a lost phone or a forgotten password: a fresh password for one time, and the second factor is set up anew. */
    @PostMapping("/desk/admin/people/reset")
    View reset(HttpServletRequest request) {
        if (!desk.reader(request).has(Duty.ADMINISTRATOR)) return Show.notFound();
        var login = Form.of(request).typed("code");
        if (!OfficerId.isWellFormed(login) || offices.officer(new OfficerId(login)).isEmpty()) return Show.notFound();
        var form = Form.empty();
        fill(form, offices.officer(new OfficerId(login)).orElseThrow());
        if (!hasLogin(login)) return page(HttpStatus.OK, form, login, newLogin(login), request);
        desk.audit().note(desk.reader(request).who(), AuditTrail.Kind.SIGN_IN_RESET, login, "", clock.instant());
        var password = OfficerLogins.drawPassword();
        logins.setPassword(login, password, clock.instant()).orThrow();
        logins.resetSecondFactor(login).orThrow();
        passkeys.dropAll(Kind.OFFICER, login);
        sessions.endAll(Kind.OFFICER, login, clock.instant());
        acts.record(login, Did.RESET, desk.reader(request).officer().id().text(), clock.instant());
        return page(HttpStatus.OK, form, login, password, request);
    }

    private boolean hasLogin(String login) {
        return logins.all().stream().anyMatch(known -> known.officer().equals(login));
    }

    private String newLogin(String login) {
        var password = OfficerLogins.drawPassword();
        logins.create(login, password, clock.instant()).orThrow();
        return password;
    }

    @GetMapping("/desk/admin/covering")
    View covering(HttpServletRequest request) {
        return cover(HttpStatus.OK, Form.of(request), request);
    }

    @PostMapping("/desk/admin/covering")
    View cover(HttpServletRequest request) {
        if (!desk.reader(request).has(Duty.ADMINISTRATOR)) return Show.notFound();
        var form = Form.of(request);
        var known = people().keySet();
        var officer = form.choice("officer", known);
        var by = form.choice("covered-by", known);
        var begins = day(form, "begins");
        var ends = day(form, "ends");
        if (officer.isPresent() && officer.equals(by)) form.refuse("covered-by", "desk.admin.covers-self");
        if (by.isPresent() && by.get().equals(desk.reader(request).officer().id().text())) form.refuse("covered-by", "desk.admin.own-duties");
        if (begins.isPresent() && ends.isPresent() && ends.get().isBefore(begins.get())) form.refuse("ends", "desk.admin.ends-before");
        if (form.hasErrors()) return cover(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
        var covering = new Delegation(new OfficerId(officer.orElseThrow()), new OfficerId(by.orElseThrow()),
                begins.orElseThrow().atStartOfDay(site.zone()).toInstant(), ends.orElseThrow().plusDays(1).atStartOfDay(site.zone()).toInstant());
        var told = officer.get() + " → " + by.get();
        var put = desk.audit().during(desk.reader(request).who(), AuditTrail.Kind.COVERING, officer.get(), told, clock.instant(), () -> offices.put(covering));
        if (put instanceof Outcome.Refused<Delegation>(var why, var details)) {
            form.refuse("covered-by", why, details.toArray());
            return cover(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
        }
        return Show.seeOther("/desk/admin/covering?done=yes");
    }

    private static Optional<LocalDate> day(Form form, String field) {
        try {
            return Optional.of(LocalDate.parse(form.typed(field)));
        } catch (DateTimeParseException e) {
            form.refuse(field, "desk.admin.no-day");
            return Optional.empty();
        }
    }

    private Map<String, String> people() {
        var people = new LinkedHashMap<String, String>();
        for (var officer : offices.officers()) if (officer.active()) people.put(officer.id().text(), officer.name() + " (" + officer.id() + ")");
        return people;
    }

    private View cover(HttpStatus status, Form form, HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        Function<Frame, Map<String, String>> people = frame -> people();
        var fields = List.of(Field.select("officer", people), Field.select("covered-by", people), Field.day("begins"), Field.day("ends"));
        return Show.page(status, "desk/covering", new Cover(reader, fields, form, coverings(clock.instant()), form.chosen("done", "yes")));
    }

    private List<Covering> coverings(Instant now) {
        return offices.delegations(now).stream().map(d -> new Covering(name(d.officer()), name(d.coveredBy()), day(d.begins()),
                day(d.ends().minusMillis(1)), d.holdsAt(now))).toList();
    }

    private String name(OfficerId id) {
        return offices.officer(id).map(Officer::name).orElse(id.text());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, site.zone());
    }

    private View page(HttpStatus status, Form form, String login, @Nullable String password, HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        var fields = List.of(Field.line("code", 40), Field.line("person", Register.NAME), Field.select("office", new Choices(offices)::offices), Field.checks("areas", new Choices(offices)::areas), Register.active());
        boolean known = OfficerId.isWellFormed(login) && offices.officer(new OfficerId(login)).isPresent();
        return Show.page(status, "desk/person", new Entry(reader, fields, form, login, known, password));
    }
}
