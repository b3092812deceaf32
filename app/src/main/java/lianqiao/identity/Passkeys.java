package lianqiao.identity;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.PasskeyStore.Row;
import lianqiao.identity.Session.Kind;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys of residents and officers. The device asks for its owner (finger, face or its code) each time, so a passkey is
 * both factors at once. The name the device keeps for its owner is random, no maker of devices is asked about, and only
 * the public part lies here. Thread-safe.
 */
public final class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder CODED = Base64.getUrlEncoder().withoutPadding();
    private static final int MOST = 20;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int PATIENCE_MILLIS = 300_000;

    private final PasskeyStore store;
    private final Attempts attempts;
    private final Ceremony ceremony;
    private final PasskeySite site;

    public Passkeys(Database database, Keys keys, PasskeySite site) {
        this.site = site;
        store = new PasskeyStore(database);
        attempts = new Attempts(database, keys);
        ceremony = new Ceremony(site);
    }

    /** A passkey for its owner's list. */
    public record Passkey(UUID id, String device, Instant addedAt, @Nullable Instant usedAt) {}

    /** The passkeys of one person, oldest first. */
    public List<Passkey> of(Kind kind, String whose) {
        return store.of(kind, whose, MOST).stream().map(Row::shown).toList();
    }

    /**
     * Invites a browser to make a passkey: what its interface is asked for, as JSON.
     *
     * @param called what the device shows for the owner
     */
    public String invite(Kind kind, String whose, String called, String browser, Instant now) {
        var attempt = attempts.begin(browser, making(kind, whose), Language.ZH, now);
        var known = store.of(kind, whose, MOST);
        var asked = new LinkedHashMap<String, Object>();
        asked.put("challenge", coded(challenge(attempt, browser)));
        asked.put("rp", Map.of("id", site.domain(), "name", site.name()));
        asked.put("user", Map.of("id", coded(handle(known, attempt, browser)), "name", called, "displayName", called));
        asked.put("pubKeyCredParams", Ceremony.ALGORITHMS.stream().map(a -> Map.of("type", "public-key", "alg", a)).toList());
        asked.put("excludeCredentials", known.stream().map(row -> Map.of("type", "public-key", "id", row.credential())).toList());
        asked.put("authenticatorSelection", Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        asked.put("attestation", "none");
        asked.put("timeout", PATIENCE_MILLIS);
        return JSON.writeValueAsString(asked);
    }

    /** The same name for the same person as long as they have a passkey; drawn otherwise, so that it says nothing. */
    private byte[] handle(List<Row> known, UUID attempt, String browser) {
        return known.isEmpty() ? bytes(attempt, browser, "handle") : known.getFirst().handle();
    }

    /**
     * Keeps a passkey that was made in this browser on an invitation for this person.
     *
     * @param device what the browser says about itself; hardly anything of it is kept
     */
    public Outcome<Passkey> keep(Kind kind, String whose, String browser, String answer, @Nullable String device, Instant now) {
        var attempt = attempts.end(browser, making(kind, whose), now);
        if (attempt.isEmpty() || answer.length() > LONGEST_ANSWER) return Outcome.refused("identity.passkey.over");
        var made = ceremony.made(answer, challenge(attempt.get(), browser));
        if (made.isEmpty()) return Outcome.refused("identity.passkey.wrong");
        var known = store.of(kind, whose, MOST);
        if (known.size() >= MOST) return Outcome.refused("identity.passkey.many");
        var shown = new Passkey(UUID.randomUUID(), Device.of(device), now, null);
        var row = new Row(made.get().credential(), kind, whose, handle(known, attempt.get(), browser), made.get().publicPart(), made.get().uses(), shown);
        return store.add(row) ? Outcome.done(shown) : Outcome.refused("identity.passkey.wrong");
    }

    /** Asks a browser for a passkey, whichever its owner chooses: what its interface is asked for, as JSON. */
    public String ask(Kind kind, String browser, Instant now) {
        var attempt = attempts.begin(browser, using(kind), Language.ZH, now);
        var asked = new LinkedHashMap<String, Object>();
        asked.put("challenge", coded(challenge(attempt, browser)));
        asked.put("rpId", site.domain());
        asked.put("userVerification", "required");
        asked.put("timeout", PATIENCE_MILLIS);
        return JSON.writeValueAsString(asked);
    }

    /**
     * Somebody has answered with a passkey: whose it is. Everything that can be wrong is refused alike.
     *
     * @return a resident's id or an officer's login
     */
    public Outcome<String> signIn(Kind kind, String browser, String answer, Instant now) {
        var attempt = attempts.end(browser, using(kind), now);
        if (attempt.isEmpty() || answer.length() > LONGEST_ANSWER) return refused(kind, "identity.passkey.over");
        var read = ceremony.read(answer);
        var row = read.flatMap(data -> store.find(Ceremony.credential(data))).filter(found -> found.kind() == kind);
        var uses = row.flatMap(found -> ceremony.signed(read.orElseThrow(), found, challenge(attempt.get(), browser)));
        if (uses.isEmpty() || !store.used(row.orElseThrow().credential(), uses.get(), now)) return refused(kind, "identity.passkey.wrong");
        return Outcome.done(row.get().whose());
    }

    private static Outcome<String> refused(Kind kind, String why) {
        LOG.info("sign-in refused: {} with a passkey ({})", kind == Kind.OFFICER ? "an officer" : "a resident", why);
        return Outcome.refused(why);
    }

    /** Forgets a passkey; false when it is none of theirs. */
    public boolean drop(Kind kind, String whose, UUID id) {
        return store.drop(kind, whose, id);
    }

    /** Forgets all passkeys of somebody. */
    public int dropAll(Kind kind, String whose) {
        return store.drop(kind, whose);
    }

    private static String making(Kind kind, String whose) {
        return "make passkey " + kind + " " + whose;
    }

    private static String using(Kind kind) {
        return "use passkey " + kind;
    }

    private byte[] challenge(UUID attempt, String browser) {
        return bytes(attempt, browser, "challenge");
    }

    private byte[] bytes(UUID attempt, String browser, String use) {
        return HexFormat.of().parseHex(attempts.secret(attempt, browser, use));
    }

    private static String coded(byte[] bytes) {
        return CODED.encodeToString(bytes);
    }
}
