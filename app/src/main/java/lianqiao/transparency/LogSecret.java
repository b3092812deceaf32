package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;

/**
 * The secret of a log as a file holds it: 32 bytes and nothing else, or the line that the command {@code log-key} writes, which
 * also says the log's name. Never printed. Immutable and thread-safe.
 */
public final class LogSecret {
    private static final int SEED = 32;

    private final byte[] seed;
    private final Optional<SigningKey> named;

    private LogSecret(byte[] seed, Optional<SigningKey> named) {
        this.seed = seed;
        this.named = named;
    }

    /** @param seed 32 secret bytes from which the key follows, whatever the log is called */
    public static LogSecret of(byte[] seed) {
        return new LogSecret(seed.clone(), Optional.empty());
    }

    /** What a file holds; empty when it is no key of a log, such as that of a witness or a damaged one. */
    public static Optional<LogSecret> read(byte[] file) {
        if (file.length == SEED) return Optional.of(of(file));
        return switch (SigningKey.read(new String(file, StandardCharsets.US_ASCII).strip())) {
            case Outcome.Done<SigningKey>(var key) when key.verifier().kind() == VerifierKey.Kind.NOTE -> Optional.of(new LogSecret(new byte[0], Optional.of(key)));
            default -> Optional.empty();
        };
    }

    /** The name that the file gives the log; empty when it gives none. */
    public Optional<String> name() {
        return named.map(key -> key.verifier().name());
    }

    /** @throws IllegalArgumentException when the file names another log, or the origin cannot be the name of a key */
    SigningKey under(String origin) {
        if (named.isPresent()) {
            if (!origin.equals(name().orElseThrow())) throw new IllegalArgumentException("this is the key of another log");
            return named.get();
        }
        return switch (SigningKey.of(origin, VerifierKey.Kind.NOTE, seed)) {
            case Outcome.Done<SigningKey>(var key) -> key;
            case Outcome.Refused<SigningKey>(_, var why) -> throw new IllegalArgumentException(why);
        };
    }

    @Override public String toString() {
        return "LogSecret[hidden]";
    }
}
