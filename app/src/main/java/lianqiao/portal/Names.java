package lianqiao.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.offices.Area;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names behind the codes of the directory; a code that nobody knows any more is shown as it stands. Thread-safe. */
@Component
final class Names {
    private final Offices offices;

    Names(Offices offices) {
        this.offices = offices;
    }

    Text office(OfficeCode code) {
        return offices.office(code).map(Office::name).orElseGet(() -> bare(code.text()));
    }

    @Nullable Text officeOrNone(@Nullable OfficeCode code) {
        return code == null ? null : office(code);
    }

    Text service(ServiceCode code) {
        return offices.service(code).map(Service::name).orElseGet(() -> bare(code.text()));
    }

    Text area(AreaCode code) {
        return offices.area(code).map(Area::name).orElseGet(() -> bare(code.text()));
    }

    /** From the district down to the area itself, without the city, which everybody knows. */
    Text place(AreaCode code) {
        var path = offices.path(code);
        var below = path.size() > 1 ? path.subList(1, path.size()) : path;
        if (below.isEmpty()) return bare(code.text());
        return new Text(below.stream().map(a -> a.name().zh()).collect(Collectors.joining("")),
                below.reversed().stream().map(a -> a.name().en()).collect(Collectors.joining(", ")));
    }

    /** All areas that can be chosen, each with its place in the tree. */
    Map<String, String> areas(Language language) {
        var choices = new LinkedHashMap<String, String>();
        for (var area : offices.areas()) choices.put(area.code().text(), place(area.code()).in(language));
        return choices;
    }

    /** All offices that can be named. */
    Map<String, String> offices(Language language) {
        var choices = new LinkedHashMap<String, String>();
        for (var office : offices.all()) choices.put(office.code().text(), office.name().in(language));
        return choices;
    }

    private static Text bare(String code) {
        return new Text(code, code);
    }
}
