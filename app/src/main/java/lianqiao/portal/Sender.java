package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import lianqiao.channels.IncomingMessage;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.identity.Session;
import lianqiao.identity.Verifications;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who files a case, when they are signed in. Asking needs no sign-in; with one the case is found again among one's own. Thread-safe. */
@Component
public final class Sender {
    private final ResidentSessions sessions;
    private final Residents residents;
    private final Verifications verifications;

    Sender(ResidentSessions sessions, Residents residents, Verifications verifications) {
        this.sessions = sessions;
        this.residents = residents;
        this.verifications = verifications;
    }

    /** @param contact enough of it to be recognised; null when they sign in without one */
    public record Known(@Nullable String contact) {}

    @Nullable Known known(HttpServletRequest request, Instant now) {
        return sessions.find(request, now).map(Session::resident).map(me -> new Known(residents.ownCopy(me).map(Contact::masked).orElse(null))).orElse(null);
    }

    IncomingMessage.@Nullable Sender of(Form form, HttpServletRequest request, Instant now) {
        return sessions.find(request, now).map(Session::resident).map(me -> new IncomingMessage.Sender(me, reached(form, residents.ownCopy(me)), verifications.isVerified(me))).orElse(null);
    }

    private static boolean reached(Form form, Optional<Contact> contact) {
        return contact.isPresent() && form.chosen(AskForm.OWN_CONTACT, "yes") && !form.chosen("no-contact", "yes");
    }
}
