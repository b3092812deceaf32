package lianqiao.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import lianqiao.base.Language;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.channels.Door;
import lianqiao.offices.Offices;
import lianqiao.web.Frame;

/** What the pull-down lists of the desk offer, in the reader's language. */
public final class Choices {
    private final Offices offices;

    Choices(Offices offices) {
        this.offices = offices;
    }

    public Map<String, String> services(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var service : offices.services()) if (service.active()) choices.put(service.code().text(), frame.in(service.name()));
        return choices;
    }

    public Map<String, String> areas(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var area : offices.areas()) choices.put(area.code().text(), frame.in(area.name()));
        return choices;
    }

    public Map<String, String> offices(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var office : offices.all()) if (office.active()) choices.put(office.code().text(), frame.in(office.name()));
        return choices;
    }

    public Map<String, String> kinds(Frame frame) {
        return Field.words("cases.kind.", Kind.values()).apply(frame);
    }

    /** Only the states of open cases: a queue holds no others. */
    public Map<String, String> states(Frame frame) {
        return Field.words("cases.state.", java.util.Arrays.stream(State.values()).filter(State::isOpen).toArray(State[]::new)).apply(frame);
    }

    /** Where an operator meets people. */
    public Map<String, String> doors(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var door : java.util.List.of(Door.PHONE, Door.COUNTER)) choices.put(door.name(), frame.say("cases.door." + door.code()));
        return choices;
    }

    /** Each language under its own name. */
    public Map<String, String> languages() {
        var choices = new LinkedHashMap<String, String>();
        for (var language : Language.values()) choices.put(language.name(), language.locale().getDisplayLanguage(language.locale()));
        return choices;
    }
}
