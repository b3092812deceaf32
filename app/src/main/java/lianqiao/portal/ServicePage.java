package lianqiao.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.base.Text;
import lianqiao.calendar.CalendarDays;
import lianqiao.calendar.Hours;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingDays;
import lianqiao.cases.CaseQuery;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import lianqiao.portal.Step.Said;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What residents can write about, with its time limit and its cases. */
@Controller
public final class ServicePage {
    private final Offices offices;
    private final Routing routing;
    private final Names names;
    private final Lines lines;
    private final InstantSource clock;

    ServicePage(Offices offices, Routing routing, Names names, Lines lines, InstantSource clock) {
        this.offices = offices;
        this.routing = routing;
        this.names = names;
        this.lines = lines;
        this.clock = clock;
    }

    /** @param office who gets it when the list of duties names nobody else for the area */
    public record Model(Service service, Said limit, @Nullable Text office, Page page) {}

    @GetMapping("/services")
    View list() {
        Map<Text, List<Service>> groups = offices.servicesByGroup();
        return Show.page("portal/services", groups);
    }

    @GetMapping("/service/{code}")
    View show(@PathVariable String code, @RequestParam(required = false) @Nullable String after) {
        var service = ServiceCode.isWellFormed(code) ? offices.service(new ServiceCode(code)) : Optional.<Service>empty();
        if (service.isEmpty()) return Show.notFound();
        var query = CaseQuery.inPublic(Lines.A_PAGE + 1).ofService(service.get().code());
        var office = routing.route(service.get().code(), null).map(route -> names.office(route.lead())).orElse(null);
        return Show.page("portal/service-page", new Model(service.get(), limit(TimeLimit.parse(service.get().limit())), office,
                lines.page(query, after, "/service/" + code, clock.instant())));
    }

    /** A time limit in words. */
    public static Said limit(TimeLimit limit) {
        return switch (limit) {
            case WorkingDays days -> Said.of("portal.limit.working-days", days.amount());
            case CalendarDays days -> Said.of("portal.limit.days", days.amount());
            case Hours hours -> Said.of("portal.limit.hours", hours.amount());
        };
    }
}
