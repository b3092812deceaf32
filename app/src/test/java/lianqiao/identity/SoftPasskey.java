package lianqiao.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;

/** A device with one passkey, always the same (the key of RFC 6979, A.2.5), so that what it writes can stand in a seed; its signatures differ. */
final class SoftPasskey {
    private static final Base64.Encoder CODED = Base64.getUrlEncoder().withoutPadding();
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] X = HEX.parseHex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    private static final byte[] Y = HEX.parseHex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    private static final String SECRET = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    static final byte[] CREDENTIAL = "a-credential-16b".getBytes(StandardCharsets.US_ASCII);
    static final byte[] HANDLE = "somebody".getBytes(StandardCharsets.US_ASCII);
    private static final int PRESENT_AND_ASKED = 0x05;
    private static final int WITH_CREDENTIAL = 0x40;

    private final String domain;
    private final String origin;
    private final byte[] challenge;

    SoftPasskey(String domain, String origin, byte[] challenge) {
        this.domain = domain;
        this.origin = origin;
        this.challenge = challenge;
    }

    /** What the browser says it was asked, {@code webauthn.create} or {@code webauthn.get}. */
    byte[] client(String type) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + coded(challenge) + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}").getBytes(StandardCharsets.UTF_8);
    }

    /** The data of an authenticator that shows its new key. */
    byte[] made() {
        return joined(data(PRESENT_AND_ASKED | WITH_CREDENTIAL, 1), attested());
    }

    /** The public part as the program keeps it: maker, credential and key. */
    static byte[] attested() {
        return joined(new byte[16], new byte[] {0, (byte) CREDENTIAL.length}, CREDENTIAL, HEX.parseHex("a5010203262001215820"), X, HEX.parseHex("225820"), Y);
    }

    /** The same, wrapped as the browser hands it over: a map of {@code fmt}, {@code attStmt} and {@code authData}. */
    byte[] attestation() {
        var data = made();
        return joined(HEX.parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"), new byte[] {(byte) data.length}, data);
    }

    /** The data of an authenticator that signs. */
    byte[] used() {
        return data(PRESENT_AND_ASKED, 2);
    }

    byte[] signature(byte[] data, byte[] client) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key());
            signing.update(data);
            signing.update(hash(client));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer of a browser whose person has made a passkey. */
    static String madeJson(byte[] client, byte[] attestation) {
        return "{\"id\":\"" + coded(CREDENTIAL) + "\",\"rawId\":\"" + coded(CREDENTIAL) + "\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"" + coded(client)
                + "\",\"attestationObject\":\"" + coded(attestation) + "\",\"transports\":[\"internal\"]},\"clientExtensionResults\":{}}";
    }

    /** The answer of a browser whose person has used it. */
    static String usedJson(byte[] client, byte[] data, byte[] signature, byte[] handle) {
        return "{\"id\":\"" + coded(CREDENTIAL) + "\",\"rawId\":\"" + coded(CREDENTIAL) + "\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"" + coded(client)
                + "\",\"authenticatorData\":\"" + coded(data) + "\",\"signature\":\"" + coded(signature) + "\",\"userHandle\":\"" + coded(handle) + "\"},\"clientExtensionResults\":{}}";
    }

    static String coded(byte[] bytes) {
        return CODED.encodeToString(bytes);
    }

    private byte[] data(int flags, int uses) {
        return joined(hash(domain.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) flags}, ByteBuffer.allocate(4).putInt(uses).array());
    }

    private static PrivateKey key() throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(SECRET, 16), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
