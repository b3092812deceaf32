package lianqiao.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianqiao.identity.Session.Kind;
import lianqiao.store.Database;

/** All that belongs to a resident's sign-in taken together: passkeys, verifications, sessions. Thread-safe. */
public final class Accounts {
    private final PasskeyStore passkeys;
    private final VerificationStore verifications;
    private final SessionStore sessions;
    private final Voices voices;

    public Accounts(Database database, Voices voices) {
        this.voices = voices;
        passkeys = new PasskeyStore(database);
        verifications = new VerificationStore(database);
        sessions = new SessionStore(database);
    }

    /** Gives everything of one resident's sign-in to another, who is the same person; sessions end, for they name the one before. */
    public void join(ResidentId from, ResidentId into, Instant now) {
        passkeys.move(Kind.RESIDENT, from.toString(), into.toString());
        verifications.move(from, into);
        sessions.end(Kind.RESIDENT, from.toString(), null, now);
        voices.tie(into, now);   // who has spoken as both was one person all along
    }

    /** Forgets that this resident could ever sign in. Cases stay; each is followed by number and code as before. */
    public void close(ResidentId resident, Instant now) {
        passkeys.drop(Kind.RESIDENT, resident.toString());
        verifications.drop(resident);
        sessions.end(Kind.RESIDENT, resident.toString(), null, now);
    }

    /** Those of these residents who can sign in or are signed in. */
    public Set<ResidentId> used(Collection<ResidentId> among, Instant now) {
        var names = among.stream().map(ResidentId::toString).toList();
        var used = new HashSet<>(verifications.having(among));
        passkeys.having(Kind.RESIDENT, names).forEach(name -> used.add(new ResidentId(UUID.fromString(name))));
        used.addAll(sessions.open(Kind.RESIDENT, names, now).stream().map(name -> new ResidentId(UUID.fromString(name))).collect(Collectors.toSet()));
        return used;
    }
}
