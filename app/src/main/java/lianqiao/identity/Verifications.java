package lianqiao.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.ResidentVerifier.Secrets;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.store.Database;

/**
 * Residents who were verified by somebody outside. Kept are the issuer, a keyed hash of the name it has for the person
 * towards us, how sure it is and when: enough to know them again, and nothing to look anybody up by. Thread-safe.
 */
public final class Verifications {
    private final Database database;
    private final VerificationStore store;
    private final Attempts attempts;
    private final Voices voices;
    private final Keys keys;
    private final List<ResidentVerifier> verifiers;

    public Verifications(Database database, Keys keys, List<ResidentVerifier> verifiers) {
        this.database = database;
        this.keys = keys;
        this.verifiers = List.copyOf(verifiers);
        store = new VerificationStore(database);
        voices = new Voices(database, keys, this::marks);
        attempts = new Attempts(database, keys);
    }

    /** Who says that a resident is one, how sure, since when. */
    public record Verification(String issuer, String assurance, Instant at) {}

    /** All who can verify residents here, in the order they were set. */
    public List<ResidentVerifier> verifiers() {
        return verifiers;
    }

    public Optional<ResidentVerifier> verifier(String id) {
        return verifiers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Begins with one of them in this browser: where to send it. */
    public Outcome<String> start(ResidentVerifier with, String browser, String back, Instant now) {
        var attempt = attempts.begin(browser, purpose(with), Language.ZH, now);
        return with.start(secrets(attempt, browser), back, now);
    }

    /** The browser has come back. An answer that belongs to no try of this very browser with this very verifier is not looked at. */
    public Outcome<Verified> callback(ResidentVerifier with, String browser, String back, Map<String, String> answer, Instant now) {
        return attempts.end(browser, purpose(with), now).map(attempt -> with.callback(secrets(attempt, browser), back, answer, now))
                .orElseGet(() -> Outcome.refused("identity.verify.over"));
    }

    /** The resident that was verified as this before, or a new one without a way to be reached. */
    public ResidentId known(Verified verified) {
        return database.inTransaction(() -> {
            var resident = store.find(verified.issuer(), hash(verified)).orElseGet(() -> new ResidentId(UUID.randomUUID()));
            if (store.put(hash(verified), resident, verified)) return resident;
            return store.find(verified.issuer(), hash(verified)).orElseThrow();   // somebody was faster
        });
    }

    /** Adds it to a resident who is signed in. Refused when the same person is already known as another resident. */
    public Outcome<Verification> add(ResidentId resident, Verified verified) {
        if (!store.put(hash(verified), resident, verified)) return Outcome.refused("identity.verify.other");
        voices.tie(resident, verified.at());   // where the contact has spoken, the identity belongs to that voice from now on
        return Outcome.done(new Verification(verified.issuer(), verified.assurance(), verified.at()));
    }

    public List<Verification> of(ResidentId resident) {
        return store.of(resident);
    }

    /** What tells this person from all others, by whom they were verified; for counting voices only. */
    public List<String> marks(ResidentId resident) {
        return store.marks(resident);
    }

    public boolean isVerified(ResidentId resident) {
        return !store.of(resident).isEmpty();
    }

    /** Which of these somebody has verified; for counting only. */
    public Set<ResidentId> verified(Collection<ResidentId> among) {
        return among.isEmpty() ? Set.of() : store.having(among);
    }

    private Secrets secrets(UUID attempt, String browser) {
        return new Secrets(attempts.secret(attempt, browser, "state"), attempts.secret(attempt, browser, "nonce"), attempts.secret(attempt, browser, "verifier"));
    }

    private String hash(Verified verified) {
        return keys.fingerprint("verified subject", verified.issuer() + " " + verified.subject());
    }

    private static String purpose(ResidentVerifier with) {
        return "verify " + with.id();
    }
}
