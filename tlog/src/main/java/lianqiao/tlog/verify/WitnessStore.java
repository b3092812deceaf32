package lianqiao.tlog.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Witness;

/**
 * What a witness last signed, one file for each log. Comparing with what is stored and storing what replaces it are one step
 * (C2SP tlog-witness): otherwise a slow request could take the witness back behind a faster one. Thread-safe.
 */
final class WitnessStore {
    /** Contradictions of a log are worth keeping; a flood of them is not. */
    private static final int MOST_EVIDENCE = 100;

    private final Witness witness;
    private final StateFolder state;

    WitnessStore(Witness witness, StateFolder state) {
        this.witness = witness;
        this.state = state;
    }

    /**
     * Answers a request. A signature is answered only after what it signs is on disk.
     *
     * @throws IOException when it could not be stored; then nothing may be answered but an error
     */
    synchronized Witness.Answer add(byte[] body, long time) throws IOException {
        var answer = witness.decide(body, this::stored, time);
        switch (answer) {
            case Witness.Answer.Signed(var seen, _) -> state.write(file(seen.checkpoint().origin()), seen.note().encode());
            case Witness.Answer.Refused(int status, _, _) when status == 422 -> keepEvidence(body, time);
            default -> { }
        }
        return answer;
    }

    /** The last checkpoint of the log whose origin has this SHA-256 in lower-case hex. */
    synchronized Optional<byte[]> latest(String hash) throws IOException {
        return hash.matches("[0-9a-f]{64}") ? state.read(hash + ".checkpoint") : Optional.empty();
    }

    private Optional<Witness.Seen> stored(String origin) {
        try {
            return state.read(file(origin)).map(bytes -> switch (Witness.Seen.read(bytes)) {
                case Outcome.Done<Witness.Seen>(var seen) -> seen;
                // Signing as if nothing had been seen would be the one unforgivable answer.
                case Outcome.Refused<Witness.Seen>(_, var detail) -> throw new UncheckedIOException(new IOException("the stored state is damaged: " + detail));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepEvidence(byte[] body, long time) throws IOException {
        long kept = state.count("evidence");
        if (kept < MOST_EVIDENCE) state.write("evidence/" + time + "-" + kept + ".txt", body);
    }

    static String file(String origin) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8))) + ".checkpoint";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
