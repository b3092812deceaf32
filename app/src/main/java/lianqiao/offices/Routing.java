package lianqiao.offices;

import java.util.List;
import java.util.Optional;
import lianqiao.offices.RuleMatch.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The routing list (派单目录): which office gets a case of a service in an area. The most specific rule wins; a rule
 * that leads to an inactive office is passed over. Thread-safe.
 */
public final class Routing {
    private final Offices offices;

    public Routing(Offices offices) {
        this.offices = offices;
    }

    /**
     * The office that gets such a case first, and the rule that says so. {@code area} may be null when only the
     * service is known. Empty only while there is neither a rule that fits nor an active hotline office.
     */
    public Optional<Route> route(ServiceCode service, @Nullable AreaCode area) {
        var directory = offices.directory();
        var around = directory.areas.upFrom(area).stream().map(Area::code).toList();
        return search(directory, service, around, Kind.SERVICE_AND_AREA, Kind.SERVICE_AND_WIDER_AREA)
                .or(() -> directory.rule(service, null).map(rule -> route(rule, Kind.SERVICE)))
                .or(() -> search(directory, null, around, Kind.AREA, Kind.WIDER_AREA))
                .or(() -> directory.rule(null, null).map(rule -> route(rule, Kind.EVERYTHING)))
                .or(() -> directory.hotline().map(hotline -> new Route(hotline.code(), new RuleMatch(Kind.HOTLINE, null, null))));
    }

    /** {@code around} begins with the area itself and widens. */
    private static Optional<Route> search(Directory directory, @Nullable ServiceCode service, List<AreaCode> around, Kind here, Kind wider) {
        for (int i = 0; i < around.size(); i++) {
            var kind = i == 0 ? here : wider;
            var found = directory.rule(service, around.get(i)).map(rule -> route(rule, kind));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Route route(RoutingRule rule, Kind kind) {
        return new Route(rule.office(), new RuleMatch(kind, rule.service(), rule.area()));
    }
}
