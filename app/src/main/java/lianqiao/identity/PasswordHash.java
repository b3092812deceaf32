package lianqiao.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * How a password is kept: bcrypt, which reads 72 bytes. A longer one, such as a sentence of thirty Han characters, is first made
 * into the 64 letters of its SHA-384, so that every sign of it counts. Thread-safe.
 */
final class PasswordHash {
    /** What stands before every hash, as earlier versions wrote it too. */
    private static final String KIND = "{bcrypt}";
    private static final int READ = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);

    String of(String password) {
        return KIND + bcrypt.encode(read(password));
    }

    boolean isRight(String password, String kept) {
        return kept.startsWith(KIND) && bcrypt.matches(read(password), kept.substring(KIND.length()));
    }

    private static String read(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= READ) return password;
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-384", e);
        }
    }
}
