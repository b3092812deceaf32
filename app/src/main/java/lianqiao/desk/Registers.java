package lianqiao.desk;

import static lianqiao.desk.Register.LONG;
import static lianqiao.desk.Register.NAME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lianqiao.base.Text;
import lianqiao.offices.AnswerTemplate;
import lianqiao.offices.Area;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Ground;
import lianqiao.offices.MeasureGround;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.SendBackReason;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Form;
import lianqiao.web.Frame;
import org.jspecify.annotations.Nullable;

/** The registers of the directory: offices, areas, services, the routing list and the wording. */
final class Registers {
    private static final String EVERY = "*";
    private final Offices offices;
    private final Choices choices;
    private final Names names;

    Registers(Offices offices) {
        this.offices = offices;
        this.choices = new Choices(offices);
        this.names = new Names(offices);
    }

    List<Register> all() {
        return List.of(offices(), areas(), services(), routing(), templates(), grounds(), reasons(), measures());
    }

    Optional<Register> named(String slug) {
        return all().stream().filter(register -> register.slug().equals(slug)).findFirst();
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    private static @Nullable OfficeCode office(Form form, String field) {
        return form.typed(field).isEmpty() || !OfficeCode.isWellFormed(form.typed(field)) ? null : new OfficeCode(form.typed(field));
    }

    private static @Nullable AreaCode area(Form form, String field) {
        return form.typed(field).isEmpty() || !AreaCode.isWellFormed(form.typed(field)) ? null : new AreaCode(form.typed(field));
    }

    private static @Nullable ServiceCode service(Form form) {
        return form.typed("service").isEmpty() || !ServiceCode.isWellFormed(form.typed("service")) ? null : new ServiceCode(form.typed("service"));
    }

    private static List<Field> both(Field zh, Field en) {
        return List.of(zh, en);
    }

    private static List<Field> lines(String name) {
        return both(Field.line(name + "-zh", NAME), Field.line(name + "-en", NAME));
    }

    private static List<Field> texts(String name) {
        return both(Field.text(name + "-zh", LONG), Field.text(name + "-en", LONG));
    }

    private static List<Field> joined(List<?>... parts) {
        return java.util.stream.Stream.of(parts).flatMap(List::stream).map(Field.class::cast).toList();
    }

    private static List<Field> code() {
        return List.of(Field.line("code", 40));
    }

    private static List<Field> choose(String name, Function<Frame, Map<String, String>> from, boolean optional) {
        var field = Field.select(name, from);
        return List.of(optional ? field.mayBeEmpty() : field);
    }

    private static List<Field> active() {
        return List.of(Register.active());
    }

    private Register offices() {
        var fields = joined(code(), choose("parent", choices::offices, true), choose("office-kind", this::kinds, false), lines("name"),
                texts("duties"), List.of(Field.line("phone", 30).mayBeEmpty()), active());
        return new Register("offices", () -> offices.all().stream().map(o -> new Register.Row(o.code().text(), o.name(), o.parent() == null ? same("") : names.office(o.parent()), o.active())).toList(), fields,
                (form, code) -> OfficeCode.isWellFormed(code) ? offices.office(new OfficeCode(code)).map(o -> fill(form, o)).orElse(form) : form,
                form -> {
                    var code = Register.code(form);
                    var kind = form.choice("office-kind", java.util.Arrays.stream(Office.Kind.values()).map(Enum::name).collect(java.util.stream.Collectors.toSet()));
                    var name = Register.line(form, "name");
                    var duties = Register.text(form, "duties");
                    var phone = form.optionalLine("phone", 30).orElse("");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new Office(new OfficeCode(code), office(form, "parent"), name, Office.Kind.valueOf(kind.orElseThrow()), duties, phone, active)));
                });
    }

    private Map<String, String> kinds(Frame frame) {
        var kinds = new java.util.LinkedHashMap<String, String>();
        for (var kind : Office.Kind.values()) kinds.put(kind.name(), frame.say(kind.word()));
        return kinds;
    }

    private static Form fill(Form form, Office o) {
        Register.filled(Register.filled(form, "name", o.name()), "duties", o.duties());
        return form.with("code", o.code().text()).with("parent", o.parent() == null ? "" : o.parent().text()).with("office-kind", o.kind().name())
                .with("phone", o.phone()).with("active", o.active() ? "yes" : "no");
    }

    private Register areas() {
        return new Register("areas", () -> offices.areas().stream().map(a -> new Register.Row(a.code().text(), a.name(), a.parent() == null ? same("") : names.area(a.parent()), true)).toList(),
                joined(code(), choose("parent", choices::areas, true), lines("name")),
                (form, code) -> AreaCode.isWellFormed(code) ? offices.area(new AreaCode(code)).map(a -> Register.filled(form, "name", a.name())
                        .with("code", a.code().text()).with("parent", a.parent() == null ? "" : a.parent().text())).orElse(form) : form,
                form -> {
                    var code = Register.code(form);
                    var name = Register.line(form, "name");
                    return Register.unlessWrong(form, () -> offices.put(new Area(new AreaCode(code), area(form, "parent"), name)));
                });
    }

    private Register services() {
        var fields = joined(code(), lines("group"), lines("name"), texts("description"), List.of(Field.line("keywords", 200).mayBeEmpty(), Field.line("limit", 8),
                Field.radio("emergency", Register::yesOrNo)), active());
        return new Register("services", () -> offices.services().stream().map(s -> new Register.Row(s.code().text(), s.name(), same(s.limit()), s.active())).toList(), fields,
                (form, code) -> ServiceCode.isWellFormed(code) ? offices.service(new ServiceCode(code)).map(s -> fill(form, s)).orElse(form) : form,
                form -> {
                    var code = Register.code(form);
                    var group = Register.line(form, "group");
                    var name = Register.line(form, "name");
                    var description = Register.text(form, "description");
                    var keywords = form.optionalLine("keywords", 200).orElse("");
                    var limit = form.line("limit", 8);
                    boolean emergency = Register.yes(form, "emergency");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new Service(new ServiceCode(code), group, name, description, keywords, limit, emergency, active)));
                });
    }

    private static Form fill(Form form, Service s) {
        Register.filled(Register.filled(Register.filled(form, "group", s.group()), "name", s.name()), "description", s.description());
        return form.with("code", s.code().text()).with("keywords", s.keywords()).with("limit", s.limit()).with("emergency", s.emergency() ? "yes" : "no").with("active", s.active() ? "yes" : "no");
    }

    private Register routing() {
        return new Register("routing", () -> offices.rules().stream().map(this::row).toList(),
                joined(choose("service", choices::services, true), choose("area", choices::areas, true), choose("office", choices::offices, false), active()),
                (form, code) -> offices.rules().stream().filter(rule -> code(rule).equals(code)).findFirst().map(rule -> fill(form, rule)).orElse(form),
                form -> {
                    var office = office(form, "office");
                    if (office == null) form.refuse("office", "web.form.choose");
                    boolean active = Register.yes(form, "active");
                    return office == null ? Optional.empty() : Register.unlessWrong(form, () -> offices.put(new Routing.Rule(service(form), area(form, "area"), office, active)));
                });
    }

    private Register.Row row(Routing.Rule rule) {
        var service = rule.service() == null ? same(EVERY) : names.service(rule.service());
        var area = rule.area() == null ? same(EVERY) : names.area(rule.area());
        return new Register.Row(code(rule), new Text(service.zh() + " · " + area.zh(), service.en() + " · " + area.en()), names.office(rule.office()), rule.active());
    }

    private static String code(Routing.Rule rule) {
        return (rule.service() == null ? EVERY : rule.service().text()) + "," + (rule.area() == null ? EVERY : rule.area().text());
    }

    private static Form fill(Form form, Routing.Rule rule) {
        return form.with("service", rule.service() == null ? "" : rule.service().text()).with("area", rule.area() == null ? "" : rule.area().text())
                .with("office", rule.office().text()).with("active", rule.active() ? "yes" : "no");
    }

    private Register templates() {
        return new Register("templates", () -> offices.templates().stream().map(t -> new Register.Row(t.code(), t.title(), t.office() == null ? same("") : names.office(t.office()), t.active())).toList(),
                joined(code(), choose("office", choices::offices, true), choose("service", choices::services, true), lines("title"), texts("body"), active()),
                (form, code) -> offices.templates().stream().filter(t -> t.code().equals(code)).findFirst().map(t -> fill(form, t)).orElse(form),
                form -> {
                    var code = Register.code(form);
                    var title = Register.line(form, "title");
                    var body = Register.text(form, "body");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new AnswerTemplate(code, office(form, "office"), service(form), title, body, active)));
                });
    }

    private static Form fill(Form form, AnswerTemplate t) {
        Register.filled(Register.filled(form, "title", t.title()), "body", t.body());
        return form.with("code", t.code()).with("office", t.office() == null ? "" : t.office().text()).with("service", t.service() == null ? "" : t.service().text()).with("active", t.active() ? "yes" : "no");
    }

    private Register grounds() {
        return new Register("grounds", () -> offices.grounds().stream().map(g -> new Register.Row(g.code(), g.law(), same(""), g.active())).toList(),
                joined(code(), texts("law"), texts("plain"), texts("right-channel"), active()),
                (form, code) -> offices.ground(code).map(g -> Register.filled(Register.filled(Register.filled(form, "law", g.law()), "plain", g.plain()), "right-channel", g.rightChannel())
                        .with("code", g.code()).with("active", g.active() ? "yes" : "no")).orElse(form),
                form -> {
                    var code = Register.code(form);
                    var law = Register.text(form, "law");
                    var plain = Register.text(form, "plain");
                    var channel = Register.text(form, "right-channel");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new Ground(code, law, plain, channel, active)));
                });
    }

    private Register reasons() {
        return new Register("reasons", () -> offices.sendBackReasons().stream().map(r -> new Register.Row(r.code(), r.name(), same(""), r.active())).toList(),
                joined(code(), lines("name"), texts("rule"), active()),
                (form, code) -> offices.sendBackReason(code).map(r -> Register.filled(Register.filled(form, "name", r.name()), "rule", r.rule())
                        .with("code", r.code()).with("active", r.active() ? "yes" : "no")).orElse(form),
                form -> {
                    var code = Register.code(form);
                    var name = Register.line(form, "name");
                    var rule = Register.text(form, "rule");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new SendBackReason(code, name, rule, active)));
                });
    }

    private Register measures() {
        return new Register("measures", () -> offices.measureGrounds().stream().map(g -> new Register.Row(g.code(), g.law(), same(""), g.active())).toList(),
                joined(code(), texts("law"), texts("plain"), active()),
                (form, code) -> offices.measureGround(code).map(g -> Register.filled(Register.filled(form, "law", g.law()), "plain", g.plain())
                        .with("code", g.code()).with("active", g.active() ? "yes" : "no")).orElse(form),
                form -> {
                    var code = Register.code(form);
                    var law = Register.text(form, "law");
                    var plain = Register.text(form, "plain");
                    boolean active = Register.yes(form, "active");
                    return Register.unlessWrong(form, () -> offices.put(new MeasureGround(code, law, plain, active)));
                });
    }
}
