package lianqiao.offices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianqiao.base.Public;
import lianqiao.offices.Routing.Match.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The routing list (派单目录): which office gets a case of a service in an area. The most specific rule wins; a rule
 * that leads to an inactive office is passed over. Thread-safe.
 */
public final class Routing {
    private final Offices offices;

    /** A row of the list: cases of this service in this area go to this office. Null means: whatever it is. */
    public record Rule(@Nullable ServiceCode service, @Nullable AreaCode area, OfficeCode office, boolean active) implements Public {}

    /** Where a case goes first, and why. */
    public record Route(OfficeCode lead, Match why) implements Public {}

    /**
     * Why a case goes to an office, as data. {@code service} and {@code area} are those of the rule that matched, null
     * where the rule leaves them open; the area can be wider than that of the case.
     */
    public record Match(Kind kind, @Nullable ServiceCode service, @Nullable AreaCode area) implements Public {
        /** From the most specific to the least. */
        public enum Kind implements Public {
            /** A rule for this service in exactly this area. */
            SERVICE_AND_AREA,
            /** A rule for this service in an area around it. */
            SERVICE_AND_WIDER_AREA,
            /** A rule for this service everywhere. */
            SERVICE,
            /** A rule for this area, whatever the service. */
            AREA,
            /** A rule for an area around it, whatever the service. */
            WIDER_AREA,
            /** The rule for everything. */
            EVERYTHING,
            /** No rule at all: the hotline looks for the right office. */
            HOTLINE
        }

        /** The key of the explanation in the words files; {0} is the name of the service, {1} of the rule's area, {2} of the office. */
        public String word() {
            return "offices.route." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

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
                .or(() -> directory.hotline().map(hotline -> new Route(hotline.code(), new Match(Kind.HOTLINE, null, null))));
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

    private static Route route(Rule rule, Kind kind) {
        return new Route(rule.office(), new Match(kind, rule.service(), rule.area()));
    }
}
