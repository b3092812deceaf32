package lianqiao.channels.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.identity.ResidentVerifier;
import lianqiao.outside.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies residents by an OpenID Connect service: code with PKCE (S256), state and nonce bound to one try in one browser,
 * and an ID token of which issuer, audience, authorised party, times, nonce, signature and assurance are checked. Asks for
 * {@code openid} and nothing else; the access token is thrown away unused. Thread-safe.
 */
public final class OidcVerifier implements ResidentVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(OidcVerifier.class);
    /** Only signatures by a key that the service alone has. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512, JWSAlgorithm.EdDSA);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final Provider provider;
    private final Caller caller;
    private volatile @Nullable Known known;

    private record Known(OIDCProviderMetadata metadata, Instant since) {}

    public OidcVerifier(Provider provider, Guard guard) {
        this(provider, new Caller(guard));
    }

    OidcVerifier(Provider provider, Caller caller) {
        this.provider = provider;
        this.caller = caller;
    }

    @Override public String id() {
        return provider.id();
    }

    @Override public Text name() {
        return provider.name();
    }

    @Override public String issuer() {
        return provider.issuer();
    }

    @Override public Outcome<String> start(Secrets secrets, String back, Instant now) {
        try {
            var request = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"), new ClientID(provider.client()), URI.create(back))
                    .endpointURI(metadata(now).getAuthorizationEndpointURI()).state(new State(secrets.state())).nonce(new Nonce(secrets.nonce()))
                    .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256);
            if (!provider.assurances().isEmpty()) request.acrValues(provider.assurances().stream().map(ACR::new).toList());
            return Outcome.done(request.build().toURI().toString());
        } catch (IOException | ParseException e) {
            return unreachable(e);
        }
    }

    @Override public Outcome<Verified> callback(Secrets secrets, String back, Map<String, String> answer, Instant now) {
        if (!isSame(secrets.state(), answer.getOrDefault("state", ""))) return Outcome.refused("identity.verify.answer");
        try {
            if (!isFromHere(answer, metadata(now))) return Outcome.refused("identity.verify.answer");
            if (answer.containsKey("error") || answer.getOrDefault("code", "").isEmpty()) return Outcome.refused("identity.verify.denied");
            return verified(token(secrets, back, answer.get("code"), now), secrets, now);
        } catch (IOException e) {
            return unreachable(e);
        } catch (ParseException | java.text.ParseException | BadJOSEException | JOSEException wrong) {
            LOG.warn("an answer of the identity service {} was refused: {}", provider.id(), wrong.getClass().getSimpleName());
            return Outcome.refused("identity.verify.answer");
        }
    }

    /** An answer that another service has given must not be taken to this one (RFC 9207). */
    private boolean isFromHere(Map<String, String> answer, OIDCProviderMetadata metadata) {
        var said = answer.get("iss");
        return said == null ? !metadata.supportsAuthorizationResponseIssuerParam() : said.equals(provider.issuer());
    }

    private SignedJWT token(Secrets secrets, String back, String code, Instant now) throws IOException, ParseException, java.text.ParseException {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), URI.create(back), new CodeVerifier(secrets.verifier()));
        var endpoint = metadata(now).getTokenEndpointURI();
        var request = provider.secret().isEmpty() ? new TokenRequest.Builder(endpoint, new ClientID(provider.client()), grant).build()
                : new TokenRequest.Builder(endpoint, known(now), grant).build();
        var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(caller));
        if (!(response instanceof OIDCTokenResponse tokens)) throw new ParseException("no token");
        var token = tokens.getOIDCTokens().getIDTokenString();
        if (token == null) throw new ParseException("no ID token");
        return SignedJWT.parse(token);
    }

    private ClientAuthentication known(Instant now) throws IOException, ParseException {
        var methods = metadata(now).getTokenEndpointAuthMethods();
        boolean post = methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC) && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        var id = new ClientID(provider.client());
        return post ? new ClientSecretPost(id, new Secret(provider.secret())) : new ClientSecretBasic(id, new Secret(provider.secret()));
    }

    private Outcome<Verified> verified(SignedJWT token, Secrets secrets, Instant now) throws IOException, ParseException, java.text.ParseException, BadJOSEException, JOSEException {
        var algorithm = token.getHeader().getAlgorithm();
        if (!SIGNED.contains(algorithm)) return Outcome.refused("identity.verify.answer");
        var keys = JWKSet.parse(caller.get(metadata(now).getJWKSetURI()));
        var validator = new IDTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.client()), algorithm, keys);
        var claims = validator.validate(token, new Nonce(secrets.nonce()));
        if (!isMeantForUs(claims) || !claims.getExpirationTime().toInstant().plusSeconds(60).isAfter(now)) return Outcome.refused("identity.verify.answer");
        var assurance = claims.getACR() == null ? "" : claims.getACR().getValue();
        if (!provider.assurances().isEmpty() && !provider.assurances().contains(assurance)) return Outcome.refused("identity.verify.weak");
        return Outcome.done(new Verified(provider.issuer(), claims.getSubject().getValue(), assurance, now));
    }

    private boolean isMeantForUs(IDTokenClaimsSet claims) {
        var party = claims.getAuthorizedParty();
        return party == null ? claims.getAudience().size() == 1 : party.getValue().equals(provider.client());
    }

    private OIDCProviderMetadata metadata(Instant now) throws IOException, ParseException {
        var before = known;
        if (before != null && before.since().plus(KNOWN_FOR).isAfter(now)) return before.metadata();
        var told = OIDCProviderMetadata.parse(caller.get(URI.create(provider.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration")));
        if (!told.getIssuer().getValue().equals(provider.issuer())) throw new ParseException("another issuer");
        if (told.getAuthorizationEndpointURI() == null || told.getTokenEndpointURI() == null || told.getJWKSetURI() == null) throw new ParseException("an endpoint is missing");
        known = new Known(told, now);
        return told;
    }

    private <T> Outcome<T> unreachable(Exception why) {
        LOG.warn("the identity service {} cannot be used now: {}", provider.id(), why.getClass().getSimpleName());
        return Outcome.refused("identity.verify.unreachable");
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
