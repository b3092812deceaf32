package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.cases.By.Role;
import lianqiao.cases.Sight;
import lianqiao.cases.Sight.Reach;
import lianqiao.desk.Reader.Hat;
import lianqiao.offices.Duty;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds out who is reading: asked anew on each request, so that a changed duty or a delegation counts at once. */
@Component
public class Readers {
    private static final String KNOWN = "lianqiao.reader";

    private final Offices offices;
    private final InstantSource clock;

    Readers(Offices offices, InstantSource clock) {
        this.offices = offices;
        this.clock = clock;
    }

    /** The officer of this session; only called behind the sign-in. Asked once in a request, so that all of it is decided alike. */
    Reader of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Reader known) return known;
        var reader = find(request.getUserPrincipal().getName()).orElseThrow();
        request.setAttribute(KNOWN, reader);
        return reader;
    }

    /** What the signed-in person is, by the columns of the table of access. */
    public Set<String> roles(HttpServletRequest request) {
        var whole = request.getUserPrincipal() instanceof Authentication who && who.getAuthorities().stream().anyMatch(a -> Sessions.WHOLE.equals(a.getAuthority()));
        if (!whole) return Set.of("enrolling");
        return of(request).hats().stream().flatMap(hat -> hat.place().duties().stream()).map(duty -> duty.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The active officer with this login, with the places covered now. */
    public Optional<Reader> find(String login) {
        if (!OfficerId.isWellFormed(login)) return Optional.empty();
        return offices.officer(new OfficerId(login)).filter(Officer::active).map(this::reader);
    }

    private Reader reader(Officer officer) {
        var hats = new ArrayList<Hat>();
        hats.add(hat(officer, officer));
        for (var delegation : offices.coveredBy(officer.id(), clock.instant())) {
            offices.officer(delegation.officer()).filter(Officer::active).ifPresent(place -> hats.add(hat(place, officer)));
        }
        var above = new HashSet<OfficeCode>();
        for (var hat : hats) offices.path(hat.office()).stream().map(Office::code).forEach(above::add);
        var reaches = hats.stream().filter(hat -> !hat.roles().isEmpty() || hat.place().has(Duty.AUDITOR)).map(Hat::reach).toList();
        var persons = hats.stream().map(hat -> hat.place().id()).collect(Collectors.toSet());
        return new Reader(officer, hats, new Sight(reaches, above, persons));
    }

    private Hat hat(Officer place, Officer actor) {
        return new Hat(place, actor, Set.copyOf(offices.under(place.office())), reach(place));
    }

    /** Those who take in, send out, supervise and audit serve a whole government; leaders lead their own; everybody else works for an office. */
    private Reach reach(Officer place) {
        var roles = Reader.rolesOf(place);
        boolean sends = roles.contains(Role.OPERATOR) || roles.contains(Role.DISPATCHER) || roles.contains(Role.SUPERVISOR);
        boolean serves = sends || place.has(Duty.AUDITOR);
        var top = serves ? offices.seat(place.office()).map(Office::code).orElse(place.office()) : place.office();
        boolean whole = (serves || roles.contains(Role.LEADER)) && offices.path(top).size() <= 1;
        var areas = place.areas().stream().flatMap(area -> offices.within(area).stream()).collect(Collectors.toSet());
        return new Reach(whole ? Set.of() : Set.copyOf(offices.under(top)), areas, sends);
    }
}
