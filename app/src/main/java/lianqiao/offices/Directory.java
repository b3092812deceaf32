package lianqiao.offices;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory as it stood at one version, with the indexes that questions need. Immutable, so any thread may read it. */
final class Directory {
    final long version;
    final Entries entries;
    final Tree<OfficeCode, Office> offices;
    final Tree<AreaCode, Area> areas;
    final Map<ServiceCode, Service> services = new LinkedHashMap<>();
    final Map<OfficerId, Officer> officers = new LinkedHashMap<>();
    final Map<String, Ground> grounds = new LinkedHashMap<>();
    final Map<String, SendBackReason> reasons = new LinkedHashMap<>();
    final Map<String, MeasureGround> measures = new LinkedHashMap<>();
    private final Map<Place, Routing.Rule> rules = new HashMap<>();

    private record Place(@Nullable ServiceCode service, @Nullable AreaCode area) {}

    Directory(long version, Entries entries) {
        this.version = version;
        this.entries = entries;
        offices = new Tree<>(entries.offices(), Office::code, Office::parent);
        areas = new Tree<>(entries.areas(), Area::code, Area::parent);
        entries.services().forEach(service -> services.put(service.code(), service));
        entries.officers().forEach(officer -> officers.put(officer.id(), officer));
        entries.grounds().forEach(ground -> grounds.put(ground.code(), ground));
        entries.reasons().forEach(reason -> reasons.put(reason.code(), reason));
        entries.measures().forEach(ground -> measures.put(ground.code(), ground));
        entries.rules().forEach(rule -> rules.put(new Place(rule.service(), rule.area()), rule));
    }

    /** The rule for exactly this place, when both the rule and its office are active. */
    Optional<Routing.Rule> rule(@Nullable ServiceCode service, @Nullable AreaCode area) {
        return Optional.ofNullable(rules.get(new Place(service, area))).filter(Routing.Rule::active)
                .filter(rule -> offices.get(rule.office()).filter(Office::active).isPresent());
    }

    Optional<Office> hotline() {
        return entries.offices().stream().filter(office -> office.active() && office.kind() == Office.Kind.HOTLINE).findFirst();
    }

    List<Officer> officersOf(OfficeCode office) {
        return entries.officers().stream().filter(officer -> officer.active() && officer.office().equals(office)).toList();
    }

    /** The officer with this duty in the office, else in the one above, and so on; else anywhere, by id. */
    Optional<Officer> nearest(OfficeCode office, Duty duty) {
        var holders = entries.officers().stream().filter(officer -> officer.active() && officer.has(duty))
                .sorted(Comparator.comparing(Officer::id)).toList();
        return offices.upFrom(office).stream()
                .flatMap(above -> holders.stream().filter(officer -> officer.office().equals(above.code())))
                .findFirst().or(() -> holders.stream().findFirst());
    }
}
