package lianqiao.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.base.Outcome;
import lianqiao.identity.LoginStore.Row;
import lianqiao.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How officers prove who they are: a password and a code from an authenticator app, or a recovery code instead of it.
 * Nobody is ever locked out, but guessing gets slower and slower. Thread-safe.
 */
public final class OfficerLogins {
    private static final Logger LOG = LoggerFactory.getLogger(OfficerLogins.class);
    private static final String PLAIN = "abcdefghjkmnpqrstvwxyz23456789";
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int RECOVERY_CODES = 8;
    private static final int MOST_LISTED = 10_000;

    private final Database database;
    private final LoginStore store;
    private final DelayStore delays;
    private final Keys keys;
    private final PasswordHash passwords = new PasswordHash();
    private final String nobodysPassword = passwords.of("nobody has this password");

    public OfficerLogins(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
        store = new LoginStore(database);
        delays = new DelayStore(database);
    }

    /** Somebody proved to be this officer. Without a second factor the desk lets them do one thing: set it up. */
    public record SignedIn(String officer, boolean hasSecondFactor) {}

    /** A login for the administrator's list. */
    public record Login(String officer, boolean enabled, boolean hasSecondFactor, Instant passwordSince) {}

    /** What an authenticator app needs: the secret to type, and the same as a link. Shown once; never printed. */
    public record Enrolment(String secret, String link) {
        @Override public String toString() {
            return "Enrolment[hidden]";
        }
    }

    /**
     * Signs in. {@code code} is that of the authenticator app or a recovery code, ignored while no second factor is set
     * up. A wrong name, password or code and a disabled login are refused alike ({@code identity.sign-in.wrong}); who
     * tries too soon after failing is told the seconds to wait ({@code identity.sign-in.wait}), whoever they are. A
     * recovery code never has to wait: it is too long to guess, and so nobody can keep an officer out by failing on purpose.
     */
    public Outcome<SignedIn> signIn(String login, String password, String code, Instant now) {
        var row = LOGIN.matcher(login).matches() ? store.find(login) : Optional.<Row>empty();
        var who = row.isPresent() ? login : "?" + keys.fingerprint("login", login).substring(0, 4);
        var recovery = FollowCode.read(code);
        boolean early = delays.countAttempt(who, now, LONGEST_WAIT).isEmpty();
        if (early && recovery.isEmpty()) {
            tellRefused(row, ", too soon after the last try");
            return Outcome.refused("identity.sign-in.wait", secondsToWait(who, now));
        }
        var rightPassword = isRight(password, row.map(Row::password).orElse(nobodysPassword));
        if (row.isEmpty() || !rightPassword || !row.get().enabled() || !secondFactorFits(row.get(), code, recovery, early, now)) {
            tellRefused(row, "");
            return early ? Outcome.refused("identity.sign-in.wait", secondsToWait(who, now)) : Outcome.refused("identity.sign-in.wrong");
        }
        delays.forgetAttempts(who);
        return Outcome.done(new SignedIn(login, row.get().totp() != null));
    }

    /** What was typed for a login is told only when there is such an officer: people type passwords into the wrong field. */
    private static void tellRefused(Optional<Row> row, String why) {
        LOG.info("sign-in refused: {}{}", row.map(known -> "officer " + known.login()).orElse("no such login"), why);
    }

    private String secondsToWait(String who, Instant now) {
        return String.valueOf(delays.nextTry(who).map(next -> Math.max(1, Duration.between(now, next).plusMillis(999).toSeconds())).orElse(1L));
    }

    private boolean isRight(String password, String stored) {
        return password.length() <= PasswordRules.LONGEST * 2 && passwords.isRight(password, stored);
    }

    private boolean secondFactorFits(Row row, String typed, Optional<FollowCode> recovery, boolean early, Instant now) {
        if (row.totp() == null) return !early;
        if (recovery.isPresent()) return store.useRecoveryCode(row.login(), fingerprint(row.login(), recovery.get()));
        var step = SecondFactor.step(keys.open(owner(row.login()), row.totp()), typed.strip().replace(" ", ""), row.lastStep(), now);
        return step.isPresent() && store.useStep(row.login(), step.getAsLong());
    }

    /** Whether the login exists and is enabled; asked on each request of a session, so that disabling works at once. */
    public boolean isEnabled(String login) {
        return find(login).filter(Login::enabled).isPresent();
    }

    /** One login, for checks during a session: whether it is still enabled, and since when the password is what it is. */
    public Optional<Login> find(String login) {
        return store.find(login).map(OfficerLogins::shown);
    }

    private static Login shown(Row row) {
        return new Login(row.login(), row.enabled(), row.totp() != null, row.passwordSince());
    }

    /** All logins by name, at most 10,000. */
    public List<Login> all() {
        return store.all(MOST_LISTED).stream().map(OfficerLogins::shown).toList();
    }

    /** Creates a login. Refused when the name is not one, is taken, or the password will not do. */
    public Outcome<Login> create(String login, String password, Instant now) {
        if (!LOGIN.matcher(login).matches()) return Outcome.refused("identity.login.malformed");
        var problem = PasswordRules.problem(login, password);
        if (problem.isPresent()) return Outcome.refused(problem.get());
        if (!store.create(login, passwords.of(password), now)) return Outcome.refused("identity.login.taken");
        return Outcome.done(new Login(login, true, false, now));
    }

    /** The officer's own change of password; the old one is asked for, with the same delays as at sign-in. */
    public Outcome<Instant> changePassword(String login, String old, String wanted, Instant now) {
        var row = store.find(login);
        if (delays.countAttempt(login, now, LONGEST_WAIT).isEmpty()) return Outcome.refused("identity.sign-in.wait", secondsToWait(login, now));
        if (row.isEmpty() || !isRight(old, row.get().password())) return Outcome.refused("identity.password.old-wrong");
        delays.forgetAttempts(login);
        return setPassword(login, wanted, now);
    }

    /** The administrator's reset of a password. Refused when the login is unknown or the password will not do. */
    public Outcome<Instant> setPassword(String login, String wanted, Instant now) {
        var problem = PasswordRules.problem(login, wanted);
        if (problem.isPresent()) return Outcome.refused(problem.get());
        return store.setPassword(login, passwords.of(wanted), now) ? Outcome.done(now) : Outcome.refused("identity.login.unknown");
    }

    /** Opens ({@code true}) or closes a login. Refused when it is unknown. */
    public Outcome<Boolean> enable(String login, boolean enabled) {
        return store.enable(login, enabled) ? Outcome.done(enabled) : Outcome.refused("identity.login.unknown");
    }

    /** Forgets the second factor and the recovery codes, as when a phone was lost; the officer sets up a new one at the next sign-in. */
    public Outcome<String> resetSecondFactor(String login) {
        var known = database.<Boolean>inTransaction(() -> store.clearSecondFactor(login));
        return known ? Outcome.done(login) : Outcome.refused("identity.login.unknown");
    }

    /** Begins to set up a second factor; nothing counts until {@link #confirm}. {@code installation} is what the app shows beside the code. */
    public Enrolment enrol(String login, String installation) {
        var secret = SecondFactor.drawSecret();
        store.setPending(login, keys.seal(owner(login), secret));
        return enrolment(login, installation, secret);
    }

    /** What has been begun and not ended yet, or a new beginning. */
    public Enrolment begun(String login, String installation) {
        var pending = store.find(login).map(Row::pending);
        return pending.map(sealed -> enrolment(login, installation, keys.open(owner(login), sealed))).orElseGet(() -> enrol(login, installation));
    }

    private static Enrolment enrolment(String login, String installation, String secret) {
        var issuer = URLEncoder.encode(installation, StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(secret, "otpauth://totp/" + issuer + ":" + login + "?secret=" + secret + "&issuer=" + issuer);
    }

    /** Ends setting up with a first code; gives the recovery codes, shown once. Refused when the code is wrong or nothing was begun. */
    public Outcome<List<String>> confirm(String login, String code, Instant now) {
        var pending = store.find(login).map(Row::pending);
        if (pending.isEmpty()) return Outcome.refused("identity.second-factor.not-begun");
        var secret = keys.open(owner(login), pending.get());
        var step = SecondFactor.step(secret, code.strip().replace(" ", ""), 0, now);
        if (step.isEmpty()) return Outcome.refused("identity.second-factor.wrong");
        return Outcome.done(settle(login, secret, step.getAsLong()));
    }

    /** Gives a login a known secret (base 32, 32 letters) without asking for a code: for the demonstration town and for tests only. */
    public List<String> giveSecondFactor(String login, String secret) {
        return settle(login, secret, 0);
    }

    /** The code an app with this secret shows now: for the demonstration town and for tests only. */
    public static String codeAt(String secret, Instant now) {
        return SecondFactor.codeAt(secret, now);
    }

    private List<String> settle(String login, String secret, long usedStep) {
        var codes = Stream.generate(FollowCode::draw).limit(RECOVERY_CODES).toList();
        database.inTransaction(() -> {
            store.setSecondFactor(login, keys.seal(owner(login), secret), usedStep);
            store.voidRecoveryCodes(login);
            store.addRecoveryCodes(login, codes.stream().map(code -> fingerprint(login, code)).toList());
        });
        return codes.stream().map(FollowCode::grouped).toList();
    }

    private String fingerprint(String login, FollowCode code) {
        return keys.fingerprint("recovery-code", login + " " + code.letters());
    }

    /** Seals up to {@code most} second factors with the current key that are still sealed with an earlier one. */
    void sealAgain(int most) {
        if (keys.earlier().isEmpty()) return;
        var again = new HashMap<LoginStore.Row, Keys.Sealed>();
        for (var row : store.sealedWith(keys.earlier(), most)) again.put(row, keys.seal(owner(row.login()), keys.open(owner(row.login()), row.totp())));
        store.sealAgain(again);
    }

    private static String owner(String login) {
        return "login " + login;
    }

    /** A password to begin with, for somebody else to change: 20 letters and digits that are not mistaken for one another, about 98 bits. */
    public static String drawPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) password.append(i > 0 && i % 5 == 0 ? "-" : "").append(PLAIN.charAt(CHANCE.nextInt(PLAIN.length())));
        return password.toString();
    }
}
