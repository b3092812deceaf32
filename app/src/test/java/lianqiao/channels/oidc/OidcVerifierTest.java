package lianqiao.channels.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.identity.ResidentVerifier.Secrets;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that answers whatever it likes: only one answer is right. */
class OidcVerifierTest {
    private static final String BACK = "https://ask.test/me/back/city";
    private static final Secrets SECRETS = new Secrets("a".repeat(64), "b".repeat(64), "c".repeat(64));
    private static HttpServer server;
    private static String issuer;
    private static RSAKey key;
    private static OidcVerifier verifier;
    private static volatile String token = "";
    private static volatile String asked = "";
    private static final Instant NOW = new Date().toInstant();

    @BeforeAll static void serve() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answers("/.well-known/openid-configuration", () -> """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                "subject_types_supported":["pairwise"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer));
        answers("/keys", () -> new JWKSet(key.toPublicJWK()).toString());
        answers("/token", () -> "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + token + "\"}");
        server.start();
        verifier = verifier(List.of());
    }

    @AfterAll static void stop() {
        server.stop(0);
    }

    private static void answers(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static OidcVerifier verifier(List<String> assurances) {
        var there = Destination.of(URI.create(issuer));
        return new OidcVerifier(new Provider("city", new Text("榴城", "city"), issuer, "lianqiao", "secret", assurances), new Guard(List.of(there), List.of(there.host() + ":" + there.port())));
    }

    private static JWTClaimsSet.Builder right() {
        return new JWTClaimsSet.Builder().issuer(issuer).subject("s-1").audience("lianqiao").claim("nonce", SECRETS.nonce())
                .issueTime(Date.from(NOW)).expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Outcome<Verified> answered(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        token = signed(change.apply(right()).build(), JWSAlgorithm.RS256, new RSASSASigner(key));
        return verifier.callback(SECRETS, BACK, Map.of("state", SECRETS.state(), "code", "xyz"), NOW);
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals(why, outcome instanceof Outcome.Refused<?> refused ? refused.why() : "done");
    }

    @Test void theBrowserIsSentWithEverythingThatBindsTheAnswer() {
        var there = verifier.start(SECRETS, BACK, NOW).orThrow();
        for (var part : List.of("response_type=code", "scope=openid", "client_id=lianqiao", "state=" + SECRETS.state(), "nonce=" + SECRETS.nonce(), "code_challenge_method=S256"))
            assertTrue(there.contains(part), there);
        assertFalse(there.contains(SECRETS.verifier()), "the verifier itself never travels through the browser");
    }

    @Test void theRightAnswerIsTakenAndTheVerifierIsShown() throws Exception {
        var verified = answered(claims -> claims.claim("acr", "high")).orThrow();
        assertEquals(new Verified(issuer, "s-1", "high", NOW), verified);
        token = signed(right().audience(List.of("lianqiao", "other")).claim("azp", "lianqiao").build(), JWSAlgorithm.RS256, new RSASSASigner(key));
        assertTrue(verifier.callback(SECRETS, BACK, Map.of("state", SECRETS.state(), "code", "xyz", "iss", issuer), NOW).isDone());
    }

    @Test void everyOtherTokenIsRefused() throws Exception {
        var wrong = new HashMap<String, UnaryOperator<JWTClaimsSet.Builder>>();
        wrong.put("audience", claims -> claims.audience("somebody-else"));
        wrong.put("nonce", claims -> claims.claim("nonce", "of another try"));
        wrong.put("no nonce", claims -> claims.claim("nonce", null));
        wrong.put("expired", claims -> claims.issueTime(Date.from(NOW.minusSeconds(7200))).expirationTime(Date.from(NOW.minusSeconds(3600))));
        wrong.put("no end", claims -> claims.expirationTime(null));
        wrong.put("issuer", claims -> claims.issuer("https://other.test"));
        wrong.put("party", claims -> claims.audience(List.of("lianqiao", "other")).claim("azp", "other"));
        wrong.put("no party", claims -> claims.audience(List.of("lianqiao", "other")));
        wrong.put("no subject", claims -> claims.subject(null));
        for (var one : wrong.entrySet()) assertEquals("identity.verify.answer", answered(one.getValue()) instanceof Outcome.Refused<?> refused ? refused.why() : "done", one.getKey());
    }

    @Test void onlyTheKeysOfTheServiceSign() throws Exception {
        var answer = Map.of("state", SECRETS.state(), "code", "xyz");
        token = signed(right().build(), JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).keyID("k1").generate()));
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, answer, NOW));
        token = signed(right().build(), JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, answer, NOW));
        token = new PlainJWT(right().build()).serialize();
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, answer, NOW));
        token = "not.a.token";
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, answer, NOW));
    }

    @Test void anAnswerOfAnotherTryOrAnotherServiceIsNotLookedAt() {
        asked = "";
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, Map.of("state", "another", "code", "xyz"), NOW));
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, Map.of("code", "xyz"), NOW));
        assertRefused("identity.verify.answer", verifier.callback(SECRETS, BACK, Map.of("state", SECRETS.state(), "code", "xyz", "iss", "https://other.test"), NOW));
        assertFalse(asked.contains("xyz"), "no code is handed on");
        assertRefused("identity.verify.denied", verifier.callback(SECRETS, BACK, Map.of("state", SECRETS.state(), "error", "access_denied"), NOW));
    }

    @Test void anAssuranceThatIsDemandedMustBeThere() throws Exception {
        var strict = verifier(List.of("high"));
        var answer = Map.of("state", SECRETS.state(), "code", "xyz");
        token = signed(right().claim("acr", "low").build(), JWSAlgorithm.RS256, new RSASSASigner(key));
        assertRefused("identity.verify.weak", strict.callback(SECRETS, BACK, answer, NOW));
        token = signed(right().build(), JWSAlgorithm.RS256, new RSASSASigner(key));
        assertRefused("identity.verify.weak", strict.callback(SECRETS, BACK, answer, NOW));
    }

    @Test void aServiceThatCannotBeReachedIsToldPlainly() {
        var nowhere = Destination.of(URI.create("http://127.0.0.1:9"));
        var away = new OidcVerifier(new Provider("city", new Text("榴城", "city"), "http://127.0.0.1:9", "lianqiao", "", List.of()), new Guard(List.of(nowhere), List.of("127.0.0.1:9")));
        assertRefused("identity.verify.unreachable", away.start(SECRETS, BACK, NOW));
    }
}
