package lianqiao.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in where, for residents and officers alike. A token of 256 bits stands in the cookie and only its keyed
 * hash here, so whoever reads the database cannot go on in somebody's name. Every sign-in draws a new token. Thread-safe.
 */
public final class OpenSessions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Duration HARDLY_LATER = Duration.ofMinutes(1);
    private static final int MOST_LISTED = 100;
    private static final int LONGEST_TOKEN = 64;

    private final SessionStore store;
    private final Keys keys;

    public OpenSessions(Database database, Keys keys) {
        this.keys = keys;
        store = new SessionStore(database);
    }

    /** A random text of 256 bits for a cookie. */
    public static String drawToken() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Somebody has signed in; the log says which officer, and of a resident only that it was one.
     *
     * @param browser what it says about itself; hardly anything of it is kept
     * @return the token for the cookie; it is not kept
     */
    public String begin(Kind kind, String whose, boolean whole, Way way, @Nullable String browser, Instant now) {
        var token = drawToken();
        store.begin(hash(token), new Session(UUID.randomUUID(), kind, whose, whole, way, Device.of(browser), now, now));
        LOG.info("signed in: {} by {}{}", kind == Kind.OFFICER ? "officer " + whose : "a resident", way, whole ? "" : ", second factor not set up yet");
        return token;
    }

    /** The session of a token that came back, unless it has run out or was ended. Notes that it is in use, to the minute. */
    public Optional<Session> find(Kind kind, String token, Instant now) {
        if (token.length() > LONGEST_TOKEN) return Optional.empty();
        var found = store.find(kind, hash(token), now);
        found.filter(session -> session.lastUsedAt().plus(HARDLY_LATER).isBefore(now)).ifPresent(_ -> store.used(hash(token), now));
        return found;
    }

    /** All open sessions of one person, the one used last first, at most 100. */
    public List<Session> of(Kind kind, String whose, Instant now) {
        return store.of(kind, whose, now, MOST_LISTED);
    }

    /** Signs out here. */
    public void end(String token, Instant now) {
        if (token.length() <= LONGEST_TOKEN) store.end(hash(token), now);
    }

    /** Signs one device of this person out; false when it is none of theirs. */
    public boolean end(Kind kind, String whose, UUID session, Instant now) {
        return store.end(kind, whose, session, now) == 1;
    }

    /** Signs this person out everywhere; how many devices it was. */
    public int endAll(Kind kind, String whose, Instant now) {
        return store.end(kind, whose, null, now);
    }

    /** Forgets sessions that have long been over. */
    void drop(Instant now) {
        store.drop(now.minus(Kind.RESIDENT.longest()));
    }

    private String hash(String token) {
        return keys.fingerprint("session", token);
    }
}
