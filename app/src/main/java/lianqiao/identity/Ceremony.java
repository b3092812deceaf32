package lianqiao.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lianqiao.identity.PasskeyStore.Row;
import org.jspecify.annotations.Nullable;

/**
 * The checks of WebAuthn, done by the library: origin, site, challenge, signature, and that the authenticator asked for its owner.
 * Answers come from strangers, and the library throws whatever it stumbles over (of JSON, CBOR, keys, or null): all of it means no. Thread-safe.
 */
final class Ceremony {
    /** ECDSA with P-256 first, then Ed25519 and RSA: what authenticators have. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);
    private static final Base64.Encoder CODED = Base64.getUrlEncoder().withoutPadding();

    private final PasskeySite site;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter parts = new AttestedCredentialDataConverter(converter);

    Ceremony(PasskeySite site) {
        this.site = site;
    }

    /** A passkey as it was made. */
    record Made(String credential, byte[] publicPart, long uses) {}

    /** Reads and checks what the browser answered to an invitation to make a passkey; empty when anything is wrong with it. */
    Optional<Made> made(String answer, byte[] challenge) {
        try {
            var params = new RegistrationParameters(property(challenge), ALGORITHMS.stream().map(a ->
                    new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(a))).toList(), true, true);
            return Optional.ofNullable(made(manager.verifyRegistrationResponseJSON(answer, params)));
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private @Nullable Made made(RegistrationData made) {
        var attested = made.getAttestationObject() == null ? null : made.getAttestationObject().getAuthenticatorData();
        if (attested == null || attested.getAttestedCredentialData() == null) return null;
        var credential = attested.getAttestedCredentialData();
        return new Made(CODED.encodeToString(credential.getCredentialId()), parts.convert(credential), attested.getSignCount());
    }

    /** Reads an answer, unchecked; empty when it is none. */
    Optional<AuthenticationData> read(String answer) {
        try {
            return Optional.of(manager.parseAuthenticationResponseJSON(answer)).filter(read -> read.getCredentialId() != null && read.getCredentialId().length > 0);
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    static String credential(AuthenticationData answer) {
        return CODED.encodeToString(answer.getCredentialId());
    }

    /** Whether the answer was signed by this passkey for this challenge; its new counter then. */
    Optional<Long> signed(AuthenticationData answer, Row row, byte[] challenge) {
        try {
            var record = new CredentialRecordImpl(new NoneAttestationStatement(), null, null, null, row.uses(), parts.convert(row.publicPart()),
                    new AuthenticationExtensionsAuthenticatorOutputs<>(), null, null, null);
            var checked = manager.verify(answer, new AuthenticationParameters(property(challenge), record, null, true, true));
            var handle = answer.getUserHandle();
            boolean ours = handle == null || Arrays.equals(handle, row.handle());
            return ours && checked.getAuthenticatorData() != null ? Optional.of(checked.getAuthenticatorData().getSignCount()) : Optional.empty();
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private ServerProperty property(byte[] challenge) {
        return ServerProperty.builder().origins(site.origins().stream().map(Origin::create).collect(Collectors.toSet()))
                .rpId(site.domain()).challenge(new DefaultChallenge(challenge)).build();
    }
}
