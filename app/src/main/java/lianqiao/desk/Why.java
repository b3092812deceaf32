package lianqiao.desk;

import java.util.Optional;
import lianqiao.base.Text;
import lianqiao.cases.Case;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.web.Frame;

/** Why the routing list sends such a case where: the rule's sentence with the names filled in. */
public record Why(String key, Text service, Text area, Text office, OfficeCode lead) {

    static Optional<Why> of(Case shown, Routing routing, Offices offices) {
        var names = new Names(offices);
        return routing.route(shown.service(), shown.area()).map(route -> new Why(route.why().word(), names.service(shown.service()),
                names.area(route.why().area() == null ? shown.area() : route.why().area()), names.office(route.lead()), route.lead()));
    }

    public String in(Frame frame) {
        return frame.say(key, service, area, office);
    }
}
