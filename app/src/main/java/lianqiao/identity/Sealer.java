package lianqiao.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The cryptography of the vault, done by Tink: AES-256-GCM with a fresh nonce in front and HMAC-SHA-256, in the same bytes as
 * before Tink came, so that everything older opens. Thread-safe.
 */
final class Sealer {
    static final int KEY_BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final AesGcmParameters SEALING;
    private static final HmacParameters HASHING;

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
            SEALING = AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12).setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX).build();
            HASHING = HmacParameters.builder().setKeySizeBytes(KEY_BYTES).setTagSizeBytes(32).setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX).build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Aead aead;

    private Sealer(Aead aead) {
        this.aead = aead;
    }

    static Sealer with(byte[] key) {
        try {
            var sealing = AesGcmKey.builder().setParameters(SEALING).setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())).build();
            return new Sealer(primitive(sealing, Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key of the vault", e);
        }
    }

    /** A keyed hash of 32 bytes. */
    static Mac hashing(byte[] key) {
        try {
            return primitive(HmacKey.builder().setParameters(HASHING).setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())).build(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key of the vault", e);
        }
    }

    private static <P> P primitive(Key key, Class<P> kind) throws GeneralSecurityException {
        return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary()).build().getPrimitive(RegistryConfiguration.get(), kind);
    }

    static byte[] drawKey() {
        var key = new byte[KEY_BYTES];
        CHANCE.nextBytes(key);
        return key;
    }

    /** @param owner bound in, so that a sealed value cannot be moved to another row */
    byte[] seal(byte[] text, String owner) {
        try {
            return aead.encrypt(text, owner.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value cannot be sealed", e);
        }
    }

    /** An exception when it was sealed with another key or for another owner, or a bit was changed. */
    byte[] open(byte[] sealed, String owner) {
        try {
            return aead.decrypt(sealed, owner.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open", e);
        }
    }
}
