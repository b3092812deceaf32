package lianqiao.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.offices.Office;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.Service;
import lianqiao.web.Frame;

/** What a form of an act knows while it is drawn and read: the case, who acts in which role, and the directory. */
record Scene(Case shown, By by, Map<Class<? extends Act>, By> offered, Offices offices, Routing routing, List<PhotoId> photos,
             Photos album, Instant now) {
    Scene {
        photos = List.copyOf(photos);
    }

    boolean offers(Class<? extends Act> act) {
        return offered.containsKey(act);
    }

    /** The offices that can take a case: active, and not the one a report of wrongdoing is about nor below it. */
    List<Office> takers() {
        var hidden = shown.concerns() == null ? List.of() : offices.under(shown.concerns());
        return offices.all().stream().filter(Office::active).filter(office -> !hidden.contains(office.code())).toList();
    }

    Map<String, String> takers(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var office : takers()) choices.put(office.code().text(), frame.in(office.name()));
        return choices;
    }

    /** The services a case can be about, and the one it has now even if that is not offered any more. */
    Map<String, String> services(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var service : offices.services()) if (mayBe(service)) choices.put(service.code().text(), frame.in(service.name()));
        return choices;
    }

    Set<String> serviceCodes() {
        return offices.services().stream().filter(this::mayBe).map(service -> service.code().text()).collect(java.util.stream.Collectors.toSet());
    }

    private boolean mayBe(Service service) {
        return service.active() || service.code().equals(shown.service());
    }

    Set<String> takerCodes() {
        return takers().stream().map(office -> office.code().text()).collect(java.util.stream.Collectors.toSet());
    }
}
