package lianqiao.channels.oidc;

import static lianqiao.fuzz.Target.promise;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.fuzz.Target;
import lianqiao.identity.ResidentVerifier.Secrets;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.outside.Answer;

/** What an identity service answers, and the file that names the services; nobody is asked, the answers are made up here. */
public final class OidcFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("id-token", OidcFuzz::token).slow(), Target.ofText("identity-service", OidcFuzz::service).slow(),
            new Target("identity-services-file", OidcFuzz::file).slow());
    private static final String BACK = "https://ask.test/me/back/city";
    private static final String ISSUER = "https://id.test";
    private static final Secrets SECRETS = new Secrets("a".repeat(64), "b".repeat(64), "c".repeat(64));
    private static final Provider CITY = new Provider("city", new Text("榴城", "city"), ISSUER, "lianqiao", "secret", List.of());
    private static final Path FILE = Target.scratch().resolve("services.properties");
    private static final Instant NOW = new Date().toInstant();
    private static final ECKey KEY = key();
    private static final String GENUINE = genuine();
    private static final String SIGNED = GENUINE.substring(0, GENUINE.lastIndexOf('.'));
    private static final Map<String, String> TOLD = Map.of("discovery", """
            {"issuer":"https://id.test","authorization_endpoint":"https://id.test/authorize","token_endpoint":"https://id.test/token","jwks_uri":"https://id.test/keys",
            "subject_types_supported":["pairwise"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["ES256"]}""",
            "keys", "{\"keys\":[" + KEY.toPublicJWK().toJSONString() + "]}", "token", tokens(GENUINE));

    static {
        promise(answered(TOLD).equals(Outcome.done(new Verified(ISSUER, "s-1", "", NOW))), "a genuine answer is taken");
    }

    private OidcFuzz() {}

    /** An ID token; SIGNED and SIGNATURE stand for what is genuine. */
    private static void token(String text) {
        var token = text.replace("SIGNED", SIGNED).replace("SIGNATURE", GENUINE.substring(SIGNED.length() + 1));
        if (answered(with("token", tokens(token))).isDone()) promise(token.trim().startsWith(SIGNED + "."), "nobody makes up a token");
    }

    /** What is asked for in the first line ({@code discovery}, {@code keys}, {@code token}), and below what comes back; GENUINE and KEY stand for themselves. */
    private static void service(String text) {
        var parts = text.split("\n", 2);
        if (parts.length < 2 || !TOLD.containsKey(parts[0])) return;
        var answer = answered(with(parts[0], parts[1].replace("GENUINE", GENUINE).replace("KEY", KEY.toPublicJWK().toJSONString())));
        if (answer instanceof Outcome.Done<Verified>(var verified)) promise(verified.issuer().equals(ISSUER) && !verified.subject().isEmpty(), "whoever is verified has a name from the service");
    }

    private static void file(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            for (var one : Provider.read(FILE)) promise(one.id().matches("[a-z][a-z0-9-]*") && one.issuer().matches("(?s)https?://.*") && (one.secret().isEmpty() || !one.toString().contains(one.secret())), "a service is one that can be asked");
        } catch (IllegalArgumentException notUnderstood) {
            // a refusal
        }
    }

    private static Map<String, String> with(String what, String answer) {
        var told = new HashMap<>(TOLD);
        told.put(what, answer);
        return told;
    }

    private static Outcome<Verified> answered(Map<String, String> told) {
        var service = asked(told);
        service.start(SECRETS, BACK, NOW);
        return service.callback(SECRETS, BACK, Map.of("state", SECRETS.state(), "code", "xyz"), NOW);
    }

    private static OidcVerifier asked(Map<String, String> told) {
        return new OidcVerifier(CITY, new Caller(call -> {
            var path = call.address().getPath();
            var body = path.endsWith("openid-configuration") ? told.get("discovery") : path.equals("/keys") ? told.get("keys") : told.get("token");
            return new Answer(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }));
    }

    private static String tokens(String token) {
        return com.nimbusds.jose.util.JSONObjectUtils.toJSONString(Map.of("access_token", "none", "token_type", "Bearer", "expires_in", 60, "id_token", token));
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Good for a day, so that a long run stays within it. */
    private static String genuine() {
        try {
            var claims = new JWTClaimsSet.Builder().issuer(ISSUER).subject("s-1").audience("lianqiao").claim("nonce", SECRETS.nonce())
                    .issueTime(Date.from(NOW)).expirationTime(Date.from(NOW.plus(Duration.ofDays(1)))).build();
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims);
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
