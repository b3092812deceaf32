package lianqiao.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the vault, read from one file that only the server's account may read (mode 0600). Each line is
 * {@code id base64-of-32-bytes}; the last line is the key new contacts are sealed with, earlier ones open what was
 * sealed before. The line {@code lookup} is the key of the fingerprints and never changes: with another one, nobody's
 * contact and no follow-up code would be found again. Losing the file loses every contact. Thread-safe.
 */
public final class Keys {
    private static final String LOOKUP = "lookup";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Map<String, SecretKeySpec> sealing;
    private final SecretKeySpec lookup;
    private final String current;

    private Keys(Map<String, byte[]> all) {
        var lookupBytes = all.remove(LOOKUP);
        if (lookupBytes == null || all.isEmpty()) throw new IllegalArgumentException("the key file lacks a line");
        lookup = new SecretKeySpec(lookupBytes, "HmacSHA256");
        sealing = new LinkedHashMap<>();
        all.forEach((id, bytes) -> sealing.put(id, new SecretKeySpec(bytes, "AES")));
        current = all.keySet().stream().reduce((first, second) -> second).orElseThrow();
    }

    /** Something sealed: the bytes and the id of the key that opens them. */
    record Sealed(String keyId, byte[] bytes) {}

    /**
     * Opens the key file, or makes one when there is none. A file that is damaged stops the start: making a new one
     * would lock everybody out for good.
     */
    public static Keys in(Path file) {
        try {
            if (Files.notExists(file)) create(file);
            return new Keys(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        }
    }

    /** Written beside and linked, so that a crash leaves no key file or a whole one, and of two starters one wins. */
    private static void create(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        var draft = Files.createTempFile(directory, "keys", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var text = LOOKUP + " " + freshKey() + "\n" + "k1 " + freshKey() + "\n";
        Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its keys are as good as ours
        } finally {
            Files.delete(draft);
        }
    }

    private static String freshKey() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, byte[]> read(Path file) throws IOException {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            if (line.isBlank()) continue;
            var parts = line.strip().split(" +");
            var bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (bytes.length != 32) throw new IllegalArgumentException("the key file " + file + " is damaged; restore it from its copy");
            keys.put(parts[0], bytes);
        }
        return keys;
    }

    /** The id of the key that new values are sealed with. */
    String current() {
        return current;
    }

    /** A keyed hash (HMAC-SHA-256, hexadecimal), different for each {@code purpose}. */
    String fingerprint(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(lookup);
            mac.update((purpose + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-256-GCM with a fresh nonce in front; {@code owner} is bound in, so that a sealed value cannot be moved to another row. */
    Sealed seal(String owner, String text) {
        var nonce = new byte[NONCE_BYTES];
        CHANCE.nextBytes(nonce);
        var bytes = run(Cipher.ENCRYPT_MODE, current, owner, nonce, text.getBytes(StandardCharsets.UTF_8));
        return new Sealed(current, ByteBuffer.allocate(NONCE_BYTES + bytes.length).put(nonce).put(bytes).array());
    }

    /** The text that was sealed for this owner; an exception when the key is missing or a bit was changed. */
    String open(String owner, Sealed sealed) {
        var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        var rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        return new String(run(Cipher.DECRYPT_MODE, sealed.keyId(), owner, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, String owner, byte[] nonce, byte[] input) {
        var key = sealing.get(keyId);
        if (key == null) throw new IllegalStateException("the key file has no key " + keyId);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open", e);
        }
    }

    @Override public String toString() {
        return "Keys[hidden]";
    }
}
