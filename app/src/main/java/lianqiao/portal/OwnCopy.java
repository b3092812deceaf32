package lianqiao.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.base.Text;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Forgetting;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.offices.OfficerId;
import lianqiao.web.Frame;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of everything that is kept about a case and its resident: for programs as JSON, for people as text. What belongs
 * to other cases with the same contact is not in it, for a code proves one case only. Thread-safe.
 */
@Component
final class OwnCopy {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cases cases;
    private final Residents residents;
    private final Forgetting forgetting;
    private final Offices offices;
    private final Names names;

    OwnCopy(Cases cases, Residents residents, Forgetting forgetting, Offices offices, Names names) {
        this.cases = cases;
        this.residents = residents;
        this.forgetting = forgetting;
        this.offices = offices;
        this.names = names;
    }

    Optional<Contact> contact(Case mine) {
        return cases.residentOf(mine.number()).flatMap(residents::ownCopy);
    }

    /** A purpose that was recorded at the desk begins with the number of the case it was for. */
    List<OwnDataPage.Opened> opened(Case mine) {
        var begins = mine.number() + ": ";
        return cases.residentOf(mine.number()).map(residents::revealsOf).orElse(List.of()).stream().filter(r -> r.purpose().startsWith(begins))
                .map(r -> new OwnDataPage.Opened(r.at(), office(r.officer()), r.purpose().substring(begins.length()))).toList();
    }

    private Text office(String officer) {
        return offices.officer(new OfficerId(officer)).map(o -> names.office(o.office())).orElse(new Text("", ""));
    }

    /** Whether and since when the resident agrees to be read by everybody; agreeing to be handled is not asked for, it is the institution's duty. */
    private static Map<String, Object> consent(Case mine) {
        var consent = new LinkedHashMap<String, Object>();
        boolean first = mine.trail().isEmpty() || !mine.trail().getFirst().fact("confidential").equals("true");
        consent.put("agreedToPublication", first);
        consent.put("said", mine.receivedAt().toString());
        mine.last("MadeConfidential").ifPresent(e -> consent.put("withdrawn", e.at().toString()));
        return consent;
    }

    byte[] json(Case mine, Instant now) {
        var all = new LinkedHashMap<String, Object>();
        all.put("made", now.toString());
        all.put("number", mine.number().text());
        all.put("received", mine.receivedAt().toString());
        all.put("channel", mine.channel());
        all.put("state", mine.state().name());
        all.put("kind", mine.kind().name());
        all.put("service", mine.service().text());
        all.put("area", mine.area().text());
        all.put("title", mine.title());
        all.put("text", mine.body());
        all.put("place", mine.address());
        if (mine.point() != null) all.put("point", List.of(mine.point().latitude(), mine.point().longitude()));
        all.put("confidential", mine.confidential());
        all.put("consent", consent(mine));
        contact(mine).ifPresent(contact -> all.put("contact", contact.reveal()));
        forgetting.asked(mine.number()).ifPresent(at -> all.put("wordsGoNotBefore", at.toString()));
        all.put("contactOpened", opened(mine).stream().map(o -> Map.of("at", o.at().toString(), "office", o.office().zh(), "purpose", o.purpose())).toList());
        all.put("trail", mine.trail().stream().map(OwnCopy::entry).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private static Map<String, Object> entry(Case.Entry e) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("entry", e.number());
        entry.put("event", e.event());
        entry.put("at", e.at().toString());
        entry.put("role", e.role().name());
        if (e.office() != null) entry.put("office", e.office().text());
        entry.put("facts", e.facts());
        if (!e.text().isEmpty()) entry.put("text", e.text());
        if (!e.photos().isEmpty()) entry.put("photos", e.photos().stream().map(Object::toString).toList());
        return entry;
    }

    byte[] text(Case mine, Frame frame) {
        var lines = new ArrayList<String>();
        lines.add(frame.say("portal.data.title") + " · " + mine.number());
        line(lines, frame.say("portal.case.received"), frame.date(mine.receivedAt()));
        line(lines, frame.say("portal.case.service"), frame.in(names.service(mine.service())));
        line(lines, frame.say("portal.case.place"), frame.in(names.place(mine.area())) + " " + mine.address());
        if (mine.point() != null) line(lines, frame.say("portal.case.point"), mine.point().latitude() + ", " + mine.point().longitude());
        line(lines, frame.say("portal.data.contact"), contact(mine).map(Contact::reveal).orElse(frame.say("portal.data.contact.none")));
        line(lines, frame.say("portal.data.public"), frame.say(mine.confidential() ? "portal.data.public.no" : "portal.data.public.yes"));
        lines.addAll(List.of("", mine.title(), "", mine.body(), "", frame.say("portal.data.opened")));
        opened(mine).forEach(o -> lines.add(frame.date(o.at()) + " · " + frame.in(o.office()) + " · " + o.purpose()));
        lines.addAll(List.of("", frame.say("portal.case.trail")));
        for (var e : mine.trail()) {
            lines.add(e.number() + " · " + frame.date(e.at()) + " · " + frame.say("cases.event." + e.event()) + (e.office() == null ? "" : " · " + frame.in(names.office(e.office()))));
            if (!e.text().isEmpty()) lines.add("  " + e.text());
        }
        return ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void line(List<String> lines, String label, String value) {
        lines.add(label + ": " + value);
    }
}
