package lianqiao.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.AttemptStore.Attempt;
import lianqiao.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One-time codes by which somebody shows that an address is theirs. Six digits, five minutes, five guesses, one a minute
 * and five a day for each address, worth something only in the browser that asked. The answer never depends on whether
 * the address is known. A code is derived from its try and a key and lies nowhere. Thread-safe.
 */
public final class SignInCodes {
    private static final Logger LOG = LoggerFactory.getLogger(SignInCodes.class);
    public static final Duration LIFE = Duration.ofMinutes(5);
    public static final Duration BETWEEN = Duration.ofSeconds(60);
    static final int MOST_A_DAY = 5;
    static final int MOST_GUESSES = 5;
    private static final BigInteger SIX_DIGITS = BigInteger.valueOf(1_000_000);

    private final Database database;
    private final AttemptStore store;
    private final Attempts attempts;
    private final Residents residents;
    private final Keys keys;
    private final List<CodeCarrier> carriers;

    public SignInCodes(Database database, Keys keys, Residents residents, List<CodeCarrier> carriers) {
        this.database = database;
        this.keys = keys;
        this.residents = residents;
        this.carriers = List.copyOf(carriers);
        store = new AttemptStore(database);
        attempts = new Attempts(database, keys);
    }

    /** What a code is asked for: to sign in, or to be reached there from now on. */
    public enum Use { SIGN_IN, CHANGE }

    /** A code on its way. Never printed. */
    public record Sending(Contact to, String code, Language language) {
        @Override public String toString() {
            return "Sending[hidden]";
        }
    }

    /**
     * Sends a code. Refused when nothing can be sent there, or when too much was lately, whoever asked.
     *
     * @param browser the cookie of the browser that will bring the code back
     */
    public Outcome<Instant> ask(Use use, String browser, Contact to, Language language, Instant now) {
        var carrier = carriers.stream().filter(one -> one.reaches(to)).findFirst();
        if (carrier.isEmpty()) return Outcome.refused(to instanceof Contact.Phone ? "identity.code.no-gateway" : "identity.code.no-way");
        var lookup = keys.fingerprint("sign-in address", to.reveal().toLowerCase(Locale.ROOT));
        return database.<Outcome<Instant>>inTransaction(() -> {
            store.hold(lookup);
            var sent = store.sent(lookup, now.minus(Duration.ofDays(1)));
            if (sent.times() >= MOST_A_DAY) return Outcome.refused("identity.code.enough");
            if (sent.last() != null && sent.last().plus(BETWEEN).isAfter(now)) return Outcome.refused("identity.code.soon");
            var id = UUID.randomUUID();
            store.add(attempts.hash(browser), new Attempt(id, use.name(), lookup, keys.seal(owner(id), to.reveal()), language, now, now.plus(LIFE)));
            carrier.get().carry(id, now);
            return Outcome.done(now.plus(LIFE));
        });
    }

    /** What is to be sent for these tries, at this moment; those that are over are missing. */
    public Map<UUID, Sending> toSend(Collection<UUID> tries, Instant now) {
        return store.open(tries, now).stream().collect(Collectors.toMap(Attempt::id,
                attempt -> new Sending(address(attempt), code(attempt.id()), attempt.language())));
    }

    /** Until when this browser's code is good; empty when it has none, or used or guessed it up. */
    public Optional<Instant> waiting(Use use, String browser, Instant now) {
        return store.latest(attempts.hash(browser), use.name(), now).map(Attempt::until);
    }

    /**
     * The code has come back: the resident behind the address, entered now if new. A wrong code, one that is too old and
     * one from another browser are refused alike.
     */
    public Outcome<ResidentId> confirm(Use use, String browser, String typed, Instant now) {
        var attempt = store.latest(attempts.hash(browser), use.name(), now);
        if (attempt.isEmpty() || !store.guess(attempt.get().id(), MOST_GUESSES, now)) return refused("identity.code.over");
        if (!isRight(typed, code(attempt.get().id()))) return refused("identity.code.wrong");
        return database.<Outcome<ResidentId>>inTransaction(() -> {
            if (!store.use(attempt.get().id(), now)) return Outcome.refused("identity.code.over");
            return Outcome.done(residents.contactable(address(attempt.get()), attempt.get().language(), now));
        });
    }

    private static Outcome<ResidentId> refused(String why) {
        LOG.info("sign-in refused: a resident's code ({})", why);
        return Outcome.refused(why);
    }

    private static boolean isRight(String typed, String code) {
        var digits = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}]", "");
        return MessageDigest.isEqual(digits.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private String code(UUID attempt) {
        return "%06d".formatted(new BigInteger(keys.fingerprint("sign-in code", attempt.toString()), 16).mod(SIX_DIGITS).intValue());
    }

    private Contact address(Attempt attempt) {
        return Contact.read(keys.open(owner(attempt.id()), java.util.Objects.requireNonNull(attempt.address(), "the try is over"))).orElseThrow();
    }

    private static String owner(UUID attempt) {
        return "sign-in " + attempt;
    }
}
