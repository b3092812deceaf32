package lianqiao.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What lies sealed about one person: under a key of their own, which lies beside it, itself sealed under the key file's.
 * Without {@code own} nobody has this person's contact again, whoever holds the key file.
 *
 * @param keyId the key of the key file that opens {@code own}
 * @param own the person's own key, sealed; none in rows from before there were such keys, which the key file opens directly
 */
record Locked(String keyId, byte @Nullable [] own, byte[] bytes) {
    static Locked up(Keys keys, ResidentId person, Contact contact) {
        var drawn = Sealer.drawKey();
        var own = keys.seal(ownKeyOf(person), drawn);
        return new Locked(own.keyId(), own.bytes(), Sealer.with(drawn).seal(contact.reveal().getBytes(StandardCharsets.UTF_8), owner(person)));
    }

    Contact open(Keys keys, ResidentId person) {
        if (own == null) return Contact.kept(keys.open(owner(person), new Keys.Sealed(keyId, bytes)));
        var text = Sealer.with(keys.openBytes(ownKeyOf(person), new Keys.Sealed(keyId, own))).open(bytes, owner(person));
        return Contact.kept(new String(text, StandardCharsets.UTF_8));
    }

    /** Under the newest key of the key file; the person's own key and what it seals stay as they are. */
    Locked again(Keys keys, ResidentId person) {
        if (own == null) return up(keys, person, open(keys, person));
        var sealed = keys.seal(ownKeyOf(person), keys.openBytes(ownKeyOf(person), new Keys.Sealed(keyId, own)));
        return new Locked(sealed.keyId(), sealed.bytes(), bytes);
    }

    private static String owner(ResidentId person) {
        return "resident " + person;
    }

    private static String ownKeyOf(ResidentId person) {
        return "own key of resident " + person;
    }
}
