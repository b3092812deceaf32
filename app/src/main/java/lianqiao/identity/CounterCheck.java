package lianqiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.store.Database;

/**
 * A clerk at a counter looks at somebody's paper and hands over a code, which the resident types where they are signed in.
 * Nothing of the paper is kept, so the same person could be seen twice: the count of these stands apart. Thread-safe.
 */
public final class CounterCheck implements ResidentVerifier {
    public static final String ID = "counter";
    /** How long the code on paper is good. */
    public static final Duration LIFE = Duration.ofHours(24);

    private final CounterStore store;
    private final Keys keys;
    private final Text name;

    public CounterCheck(Database database, Keys keys, Text name) {
        this.keys = keys;
        this.name = name;
        store = new CounterStore(database);
    }

    /** The paper was seen: the code to hand over, shown once. */
    public FollowCode seen(String officer, Instant now) {
        var code = FollowCode.draw();
        store.seen(hash(code), officer, now, now.plus(LIFE));
        return code;
    }

    @Override public String id() {
        return ID;
    }

    @Override public Text name() {
        return name;
    }

    @Override public String issuer() {
        return ID;
    }

    @Override public Outcome<String> start(Secrets secrets, String back, Instant now) {
        return Outcome.done("/me/level/counter");
    }

    /** With 50 bits in a code nobody guesses one within its day. */
    @Override public Outcome<Verified> callback(Secrets secrets, String back, Map<String, String> answer, Instant now) {
        var code = FollowCode.read(answer.getOrDefault("code", ""));
        if (code.isEmpty() || !store.use(hash(code.get()), now)) return Outcome.refused("identity.verify.paper-code");
        return Outcome.done(new Verified(ID, UUID.randomUUID().toString(), "paper", now));
    }

    private String hash(FollowCode code) {
        return keys.fingerprint("counter-code", code.letters());
    }
}
