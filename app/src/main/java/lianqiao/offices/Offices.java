package lianqiao.offices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * The directory: the one door to offices, officers, areas, services and the list of who gets what. Questions are
 * answered from a copy in memory; {@link #refresh} (called every few seconds on every node) takes up what other nodes
 * changed, own changes are seen at once. Thread-safe.
 */
public final class Offices {
    private final DirectoryStore store;
    private volatile @Nullable Directory known;

    private Offices(DirectoryStore store) {
        this.store = store;
    }

    /** The directory kept in this database; read when the first question comes. */
    public static Offices in(Database database) {
        return new Offices(new DirectoryStore(database));
    }

    /** Reads the directory again if it has changed since it was last read: one small query if not. */
    public void refresh() {
        var now = known;
        if (now != null && store.version() != now.version) known = store.read();
    }

    Directory directory() {
        var now = known;
        return now != null ? now : readNow();
    }

    private Directory readNow() {
        var read = store.read();
        known = read;
        return read;
    }

    /** Whether nothing has been entered yet, as on a fresh installation. */
    public boolean isEmpty() {
        return directory().entries.offices().isEmpty();
    }

    // ---- offices

    public Optional<Office> office(OfficeCode code) {
        return directory().offices.get(code);
    }

    /** All offices, also inactive ones, in the order in which they were entered. */
    public List<Office> all() {
        return directory().offices.all();
    }

    public List<Office> children(OfficeCode of) {
        return directory().offices.children(of);
    }

    /** From the root down to the office itself: city › district › street. Empty for an unknown office. */
    public List<Office> path(OfficeCode to) {
        return directory().offices.upFrom(to).reversed();
    }

    /** The office and all below it: what an officer of that office may see. */
    public List<OfficeCode> under(OfficeCode top) {
        return directory().offices.under(top).stream().map(Office::code).toList();
    }

    /** The first active hotline office, which gets what no rule sends elsewhere. */
    public Optional<Office> hotline() {
        return directory().hotline();
    }

    /** The government an office works for: itself, or the nearest above it that is one. A hotline or a department serves it as a whole. */
    public Optional<Office> seat(OfficeCode of) {
        return path(of).reversed().stream().filter(office -> office.kind() != Office.Kind.HOTLINE && office.kind() != Office.Kind.DEPARTMENT).findFirst();
    }

    /** Whether there is an active office outside this one and all below it, so that somebody is left who may hear of it. */
    public boolean hasOutside(OfficeCode code) {
        var inside = under(code);
        return all().stream().anyMatch(office -> office.active() && !inside.contains(office.code()));
    }

    // ---- areas

    public Optional<Area> area(AreaCode code) {
        return directory().areas.get(code);
    }

    public List<Area> areas() {
        return directory().areas.all();
    }

    public List<Area> children(AreaCode of) {
        return directory().areas.children(of);
    }

    /** From the widest area down to the area itself. Empty for an unknown area. */
    public List<Area> path(AreaCode to) {
        return directory().areas.upFrom(to).reversed();
    }

    /** The area and all within it. */
    public List<AreaCode> within(AreaCode top) {
        return directory().areas.under(top).stream().map(Area::code).toList();
    }

    // ---- services

    public Optional<Service> service(ServiceCode code) {
        return Optional.ofNullable(directory().services.get(code));
    }

    /** All services, also inactive ones, in the order residents see them. */
    public List<Service> services() {
        return directory().entries.services();
    }

    /** The services that can be chosen, by group; groups and services in the order residents see them. */
    public Map<Text, List<Service>> servicesByGroup() {
        var groups = new LinkedHashMap<Text, List<Service>>();
        services().stream().filter(Service::active)
                .forEach(service -> groups.computeIfAbsent(service.group(), _ -> new ArrayList<>()).add(service));
        return groups;
    }

    /** The routing list, as the administrator sees it. */
    public List<Routing.Rule> rules() {
        return directory().entries.rules();
    }

    // ---- officers

    public Optional<Officer> officer(OfficerId id) {
        return Optional.ofNullable(directory().officers.get(id));
    }

    /** All officers, also inactive ones, by id. */
    public List<Officer> officers() {
        return directory().entries.officers();
    }

    /** The officers whose whole name, of two letters or more, stands in a text. */
    public List<OfficerId> officersNamedIn(String text) {
        return officers().stream().filter(officer -> officer.name().length() > 1 && text.contains(officer.name())).map(Officer::id).toList();
    }

    /** The active officers of exactly this office, by id. */
    public List<Officer> officersOf(OfficeCode office) {
        return directory().officersOf(office);
    }

    /** Who answers for the office: its head, or the head of the office above, and so on. */
    public Optional<Officer> headOf(OfficeCode office) {
        return directory().nearest(office, Duty.HEAD);
    }

    /** Who decides disputes for the office: the nearest supervisor above it, or else any, as at the hotline. */
    public Optional<Officer> supervisorOf(OfficeCode office) {
        return directory().nearest(office, Duty.SUPERVISOR);
    }

    /** Who leads the government the office belongs to. */
    public Optional<Officer> leaderOf(OfficeCode office) {
        return directory().nearest(office, Duty.LEADER);
    }

    /** Whose queues this officer covers now. Asked of the database, because it depends on the minute. */
    public List<Delegation> coveredBy(OfficerId officer, Instant now) {
        return store.officers.coveredBy(officer, now);
    }

    /** Who covers this officer's queue now. */
    public List<Delegation> covering(OfficerId officer, Instant now) {
        return store.officers.covering(officer, now);
    }

    /** What holds now or begins later, by beginning; at most 100. */
    public List<Delegation> delegations(Instant now) {
        return store.officers.notOver(now);
    }

    // ---- wording

    /** The active templates for answers of this office about this service: the special ones first, then the general ones. */
    public List<AnswerTemplate> templates(OfficeCode office, ServiceCode service) {
        return directory().entries.templates().stream().filter(AnswerTemplate::active)
                .filter(template -> template.fits(office, service))
                .sorted((a, b) -> Integer.compare(b.specific(), a.specific())).toList();
    }

    /** All templates, for the administrator. */
    public List<AnswerTemplate> templates() {
        return directory().entries.templates();
    }

    public Optional<Ground> ground(String code) {
        return Optional.ofNullable(directory().grounds.get(code));
    }

    /** The published grounds for not handling a case here, also inactive ones. */
    public List<Ground> grounds() {
        return directory().entries.grounds();
    }

    public Optional<SendBackReason> sendBackReason(String code) {
        return Optional.ofNullable(directory().reasons.get(code));
    }

    /** The reasons an office may give for sending a case back, also inactive ones. */
    public List<SendBackReason> sendBackReasons() {
        return directory().entries.reasons();
    }

    public Optional<MeasureGround> measureGround(String code) {
        return Optional.ofNullable(directory().measures.get(code));
    }

    /** The published grounds for masking or withholding what somebody wrote, also inactive ones. */
    public List<MeasureGround> measureGrounds() {
        return directory().entries.measures();
    }

    // ---- changes: what exists is replaced, nothing is deleted

    /** Enters or replaces an office. Refused when its parent is unknown or below itself, or when it would be a second root. */
    public Outcome<Office> put(Office office) {
        var offices = directory().offices;
        if (office.parent() == null) {
            if (offices.roots().stream().anyMatch(root -> !root.code().equals(office.code()))) return Outcome.refused("offices.second-root");
        } else {
            if (offices.get(office.parent()).isEmpty()) return Outcome.refused("offices.office-unknown", office.parent().text());
            if (under(office.code()).contains(office.parent())) return Outcome.refused("offices.parent-below");
        }
        return change(office, () -> store.offices.putOffices(List.of(office)));
    }

    /** Enters or replaces an area. Refused when its parent is unknown or within itself. */
    public Outcome<Area> put(Area area) {
        if (area.parent() != null) {
            if (area(area.parent()).isEmpty()) return Outcome.refused("offices.area-unknown", area.parent().text());
            if (within(area.code()).contains(area.parent())) return Outcome.refused("offices.parent-below");
        }
        return change(area, () -> store.routing.putAreas(List.of(area)));
    }

    /** Enters or replaces a service. Refused when its time limit cannot be read. */
    public Outcome<Service> put(Service service) {
        if (!service.hasReadableLimit()) return Outcome.refused("offices.limit-unreadable", service.limit());
        return change(service, () -> store.offices.putServices(List.of(service)));
    }

    /** Enters or replaces the rule for one service and area. Refused when one of the three is unknown. */
    public Outcome<Routing.Rule> put(Routing.Rule rule) {
        if (office(rule.office()).isEmpty()) return Outcome.refused("offices.office-unknown", rule.office().text());
        if (rule.service() != null && service(rule.service()).isEmpty()) return Outcome.refused("offices.service-unknown", rule.service().text());
        if (rule.area() != null && area(rule.area()).isEmpty()) return Outcome.refused("offices.area-unknown", rule.area().text());
        return change(rule, () -> store.routing.putRules(List.of(rule)));
    }

    /** Enters or replaces an officer. Refused without a duty, when office or area is unknown, and for an auditor with another duty. */
    public Outcome<Officer> put(Officer officer) {
        if (officer.duties().isEmpty()) return Outcome.refused("offices.no-duty");
        if (officer.has(Duty.AUDITOR) && officer.duties().size() > 1) return Outcome.refused("offices.auditor-alone");
        for (var code : officer.areas()) if (area(code).isEmpty()) return Outcome.refused("offices.area-unknown", code.text());
        if (office(officer.office()).isEmpty()) return Outcome.refused("offices.office-unknown", officer.office().text());
        return change(officer, () -> store.officers.putOfficers(List.of(officer)));
    }

    /** Enters a delegation; one of the same officer with the same beginning is replaced. Refused when one of the two is unknown or an auditor. */
    public Outcome<Delegation> put(Delegation delegation) {
        for (var id : List.of(delegation.officer(), delegation.coveredBy())) {
            if (officer(id).isEmpty()) return Outcome.refused("offices.officer-unknown", id.text());
            if (officer(id).get().has(Duty.AUDITOR)) return Outcome.refused("offices.auditor-alone");
        }
        store.officers.put(delegation);
        return Outcome.done(delegation);
    }

    /** Enters or replaces a template. Refused when its office or service is unknown. */
    public Outcome<AnswerTemplate> put(AnswerTemplate template) {
        if (template.office() != null && office(template.office()).isEmpty()) return Outcome.refused("offices.office-unknown", template.office().text());
        if (template.service() != null && service(template.service()).isEmpty()) return Outcome.refused("offices.service-unknown", template.service().text());
        return change(template, () -> store.wording.putTemplates(List.of(template)));
    }

    /** Enters or replaces a published ground. */
    public Outcome<Ground> put(Ground ground) {
        return change(ground, () -> store.wording.putGrounds(List.of(ground)));
    }

    /** Enters or replaces a reason for sending back. */
    public Outcome<SendBackReason> put(SendBackReason reason) {
        return change(reason, () -> store.wording.putReasons(List.of(reason)));
    }

    /** Enters or replaces a ground for masking or withholding. */
    public Outcome<MeasureGround> put(MeasureGround ground) {
        return change(ground, () -> store.wording.putMeasures(List.of(ground)));
    }

    /** Enters or replaces everything in one transaction; whoever calls has checked that all codes exist, parents first. */
    void put(Entries entries) {
        store.write(entries);
        readNow();
    }

    private <T> Outcome<T> change(T what, Runnable write) {
        store.change(write);
        readNow();
        return Outcome.done(what);
    }
}
