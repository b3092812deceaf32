package lianqiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.identity.AttemptStore.Attempt;
import lianqiao.store.Database;

/**
 * Tries to sign in, each bound to the browser in which it was begun and good once. What must be guessed by nobody
 * (challenge, state, nonce) is derived from the browser's cookie and a key, so nothing of it is stored. Thread-safe.
 */
final class Attempts {
    static final Duration LIFE = Duration.ofMinutes(10);
    private final AttemptStore store;
    private final Keys keys;

    Attempts(Database database, Keys keys) {
        this.keys = keys;
        store = new AttemptStore(database);
    }

    /** @param purpose what it is good for; a try begun for one thing is worth nothing for another */
    UUID begin(String browser, String purpose, Language language, Instant now) {
        var id = UUID.randomUUID();
        store.add(hash(browser), new Attempt(id, purpose, null, null, language, now, now.plus(LIFE)));
        return id;
    }

    /** Ends the try that this browser has begun; empty when there is none, or it is too old or was ended before. */
    Optional<UUID> end(String browser, String purpose, Instant now) {
        return store.latest(hash(browser), purpose, now).map(Attempt::id).filter(id -> store.use(id, now));
    }

    /** 256 bits as 64 hexadecimal digits, always the same for the same try, browser and use. */
    String secret(UUID attempt, String browser, String use) {
        return keys.fingerprint("sign-in " + use, attempt + " " + browser);
    }

    String hash(String browser) {
        return keys.fingerprint("browser", browser);
    }
}
