package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lianqiao.base.Language;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault as earlier versions left it, written here by the bare algorithms of the JDK, and what becomes of it. */
class OldRowsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    @TempDir
    private Path folder;
    private final byte[] lookup = key(1);
    private final byte[] first = key(2);
    private TestDatabase town;
    private Path file;

    private static byte[] key(int seed) {
        var key = new byte[32];
        for (int i = 0; i < 32; i++) key[i] = (byte) (seed * 31 + i);
        return key;
    }

    @BeforeEach void anOldVault() throws Exception {
        town = TestDatabase.fresh();
        var base64 = Base64.getEncoder();
        file = Files.writeString(folder.resolve("vault"), "lookup " + base64.encodeToString(lookup) + "\nk1 " + base64.encodeToString(first) + "\n");
    }

    @AfterEach void close() {
        town.close();
    }

    /** As it was done before: sealed directly with the key of the file, found by what was typed in lower case. */
    private ResidentId old(String contact) throws Exception {
        var id = new ResidentId(UUID.randomUUID());
        var nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(first, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(("resident " + id).getBytes(StandardCharsets.UTF_8));
        var sealed = cipher.doFinal(contact.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(lookup, "HmacSHA256"));
        var hash = HexFormat.of().formatHex(mac.doFinal(("contact\0" + contact.toLowerCase()).getBytes(StandardCharsets.UTF_8)));
        town.database().sql().sql("insert into resident (jurisdiction, id, lookup, key_id, sealed, language, since) values ('demo', ?, ?, 'k1', ?, 'ZH', now())")
                .params(id.value(), hash, ByteBuffer.allocate(12 + sealed.length).put(nonce).put(sealed).array()).update();
        return id;
    }

    private Residents residents() {
        return new Residents(town.database(), Keys.in(file));
    }

    private void run() {
        new SealContactsAgain(residents(), new OfficerLogins(town.database(), Keys.in(file)), new Voices(town.database(), Keys.in(file), _ -> List.of())).run(MONDAY);
    }

    private long withoutOwnKey() {
        return town.database().sql().sql("select count(*) from resident where own_key is null").query(Long.class).single();
    }

    private ResidentId contactable(String typed) {
        return residents().contactable(Contact.read(typed).orElseThrow(), Language.ZH, MONDAY);
    }

    @Test void anOldRowOpensIsFoundInEverySpellingAndGetsAKeyOfItsOwn() throws Exception {
        var zhang = old("Zhang.San@gmail.com");
        var wang = old("013812345678");
        for (var round : List.of("before", "after")) {
            assertEquals("Zhang.San@gmail.com", residents().deliverTo(zhang).orElseThrow().reveal(), round);
            assertEquals(zhang, contactable("zhang.san@gmail.com"), round);
            assertEquals(wang, contactable("013812345678"), round);
            if (round.equals("before")) run();
        }
        assertEquals(0, withoutOwnKey());
        assertEquals(zhang, contactable("z.hang.san+x@googlemail.com"));
        assertEquals(2, residents().sealedBy().get("k1"));
    }

    @Test void twoWhoWereEnteredApartStayApart() throws Exception {
        var one = old("zhang.san@gmail.com");
        var other = old("zhangsan@gmail.com");
        run();
        assertEquals(0, withoutOwnKey());
        assertEquals(one, contactable("zhang.san@gmail.com"));
        assertEquals(other, contactable("ZhangSan@gmail.com"));
        assertTrue(List.of(one, other).contains(contactable("z.hangsan@gmail.com")), "a new spelling finds one of them and makes no third");
        assertEquals(2L, town.database().sql().sql("select count(*) from resident").query(Long.class).single());
    }

    @Test void rotationWorksOverOldRowsAndNewOnesAndTheOldKeyCanGo() throws Exception {
        var before = old("13912345678");
        var since = contactable("13712345678");
        Keys.add(file);
        run();
        assertEquals(Map.of("k2", 2L), residents().sealedBy());
        Files.writeString(file, String.join("\n", Files.readAllLines(file).stream().filter(line -> !line.startsWith("k1 ")).toList()));
        assertEquals("13912345678", residents().deliverTo(before).orElseThrow().reveal());
        assertEquals("13712345678", residents().deliverTo(since).orElseThrow().reveal());
    }

    @Test void oneRowThatDoesNotOpenKeepsNobodyElseFromBeingRenewed() throws Exception {
        var broken = old("13912345678");
        var whole = old("13712345678");
        town.database().sql().sql("update resident set sealed = 'x' where id = ?").param(broken.value()).update();
        run();
        assertEquals(1, withoutOwnKey());
        assertEquals("13712345678", residents().deliverTo(whole).orElseThrow().reveal());
    }

    @Test void whoeverHoldsTheKeyFileButNotThePersonsOwnKeyOpensNothing() {
        var keys = Keys.in(file);
        var id = new ResidentId(UUID.randomUUID());
        var locked = Locked.up(keys, id, new Contact.Phone("13612345678"));
        assertEquals("13612345678", locked.open(keys, id).reveal());
        var another = Locked.up(keys, id, new Contact.Phone("13612345678"));
        assertThrows(IllegalStateException.class, () -> new Locked(locked.keyId(), another.own(), locked.bytes()).open(keys, id), "the key of this very row is needed");
        assertThrows(IllegalStateException.class, () -> new Locked(locked.keyId(), null, locked.bytes()).open(keys, id));
        assertThrows(IllegalStateException.class, () -> locked.open(keys, new ResidentId(UUID.randomUUID())), "it cannot be moved to another row");
        assertNotEquals(HexFormat.of().formatHex(locked.bytes()), HexFormat.of().formatHex(another.bytes()));
        assertEquals(Optional.empty(), residents().deliverTo(id));
    }
}
