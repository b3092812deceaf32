package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lianqiao.base.Text;
import lianqiao.cases.CaseLine;
import lianqiao.cases.OwnCases;
import lianqiao.identity.Contact;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.identity.Residents.Reveal;
import lianqiao.identity.Verifications;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** A signed-in resident's own page: their cases, how sure we are who they are, and who opened their contact. */
@Controller
public final class MePage {
    private static final int MOST = 200;

    private final OwnCases own;
    private final Residents residents;
    private final Verifications verifications;
    private final ResidentSessions sessions;
    private final Offices offices;
    private final Names names;
    private final InstantSource clock;

    MePage(OwnCases own, Residents residents, Verifications verifications, ResidentSessions sessions, Offices offices, Names names, InstantSource clock) {
        this.own = own;
        this.residents = residents;
        this.verifications = verifications;
        this.sessions = sessions;
        this.offices = offices;
        this.names = names;
        this.clock = clock;
    }

    /** @param pass opens the case in this session; null when it needs its code, and then nothing but its number is shown */
    public record Mine(CaseLine of, Standing standing, Text service, @Nullable String pass) {}

    /** Somebody opened the contact. */
    public record Look(Instant at, Text office, String purpose) {}

    /** @param contact enough of it to be recognised; null when there is none */
    public record Model(List<Mine> cases, @Nullable String contact, boolean verified, List<Look> looks) {}

    @GetMapping("/me")
    View show(HttpServletRequest request) {
        var me = ResidentSessions.of(request).resident();
        var now = clock.instant();
        var cases = own.of(me, MOST).stream().map(one -> new Mine(one.line(), Standing.of(one.line(), now), names.service(one.line().service()),
                one.opens() ? sessions.pass(one.line().number(), request) : null)).toList();
        var contact = residents.ownCopy(me).map(Contact::masked).orElse(null);
        return Show.page(HttpStatus.OK, "portal/me", new Model(cases, contact, verifications.isVerified(me), looks(me)), OwnDoor.PRIVATE);
    }

    private List<Look> looks(ResidentId me) {
        return residents.revealsOf(me).stream().map(this::look).toList();
    }

    private Look look(Reveal reveal) {
        var office = OfficerId.isWellFormed(reveal.officer()) ? offices.officer(new OfficerId(reveal.officer())) : Optional.<Officer>empty();
        return new Look(reveal.at(), office.map(officer -> names.office(officer.office())).orElse(new Text("", "")), reveal.purpose());
    }
}
