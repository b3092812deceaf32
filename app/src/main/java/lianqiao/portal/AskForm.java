package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.NewCase.Point;
import lianqiao.cases.PhotoId;
import lianqiao.channels.Door;
import lianqiao.channels.IncomingMessage;
import lianqiao.identity.Contact;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the ask form: everything that is wrong is told at its field, nothing that was typed is lost. Thread-safe. */
@Component
public final class AskForm {
    /** Chosen by somebody signed in who wants to be reached as they sign in. */
    static final String OWN_CONTACT = "own-contact";
    private static final Set<String> KINDS = Stream.of(Kind.values()).map(Enum::name).collect(Collectors.toSet());

    private final Offices offices;
    private final SentPhotos photos;

    AskForm(Offices offices, SentPhotos photos) {
        this.offices = offices;
        this.photos = photos;
    }

    /**
     * What was asked, ready to send.
     *
     * @param join the case that the resident says is the same thing
     */
    public record Asked(IncomingMessage message, @Nullable CaseNumber join) {}

    /**
     * @param key names this filling-in of the form
     * @param from the address it came from
     */
    Optional<Asked> read(Form form, String key, String from, Language language, Instant now) {
        var title = form.line("title", NewCase.MOST_TITLE);
        var body = form.text("body", NewCase.MOST_BODY);
        var kind = form.choice("kind", KINDS);
        var service = form.choice("service", services());
        var area = form.choice("area", areas());
        var address = form.optionalLine("address", NewCase.MOST_ADDRESS).orElse("");
        var point = point(form);
        var kept = photos.keep(form, from, now);
        form.with(SentPhotos.KEPT, kept.stream().map(PhotoId::toString).toList());
        var contact = contact(form);
        var concerns = kind.filter(k -> k.equals(Kind.REPORT.name())).flatMap(k -> concerns(form));
        var confidential = form.choice("open", Set.of("public", "private"));
        if (form.hasErrors()) return Optional.empty();
        var message = new IncomingMessage(Door.WEB, Kind.valueOf(kind.orElseThrow()), new ServiceCode(service.orElseThrow()),
                new AreaCode(area.orElseThrow()), address, point, title, body, confidential.orElseThrow().equals("private"),
                concerns.orElse(null), contact.orElse(null), language, key, kept);
        return Optional.of(new Asked(message, CaseNumber.read(form.typed("join")).orElse(null)));
    }

    private Set<String> services() {
        return offices.services().stream().filter(Service::active).map(s -> s.code().text()).collect(Collectors.toSet());
    }

    private Set<String> areas() {
        return offices.areas().stream().map(a -> a.code().text()).collect(Collectors.toSet());
    }

    /** Either a contact we can read, or the resident's word that none is wanted. */
    private static Optional<Contact> contact(Form form) {
        var typed = form.optionalLine("contact", 254);
        if (typed.isEmpty()) {
            if (!form.chosen("no-contact", "yes") && !form.chosen(OWN_CONTACT, "yes")) form.refuse("contact", "portal.ask.contact.missing");
            return Optional.empty();
        }
        var contact = Contact.read(typed.get());
        if (contact.isEmpty()) form.refuse("contact", "portal.ask.contact.unreadable");
        return contact;
    }

    private Optional<OfficeCode> concerns(Form form) {
        var typed = form.typed("concerns");
        if (typed.isEmpty()) return Optional.empty();
        var office = offices.all().stream().filter(o -> o.code().text().equals(typed)).findFirst();
        if (office.isEmpty()) form.refuse("concerns", "web.form.choose");
        return office.map(o -> o.code());
    }

    private static @Nullable Point point(Form form) {
        var latitude = form.typed("latitude");
        var longitude = form.typed("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) return null;
        try {
            return new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException unreadable) {
            form.refuse("latitude", "portal.ask.point.unreadable");
            return null;
        }
    }

    /** Photos accepted so far, for showing them again. */
    List<PhotoId> kept(Form form) {
        return photos.keptBefore(form);
    }
}
