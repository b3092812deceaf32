package lianqiao.tlog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a witness decides (C2SP tlog-witness, "add-checkpoint"). Deciding changes nothing: whoever asks must store what
 * {@link Signed} holds, durably and together with the comparison of sizes, before the signature leaves the house.
 * Immutable and thread-safe.
 */
public final class Witness {
    /** The last checkpoint signed for an origin, with the log's signature and the witness's own. */
    public record Seen(Checkpoint checkpoint, SignedNote note) {
        /** Reads what was stored; nothing is verified, because only the witness itself writes there. */
        public static Outcome<Seen> read(byte[] stored) {
            return SignedNote.read(stored).then(note -> Checkpoint.read(note.text()).map(checkpoint -> new Seen(checkpoint, note)));
        }
    }

    /** What is to be answered, with the status of HTTP the specification gives it. */
    public sealed interface Answer {
        int status();

        /** 200, once {@code seen} is stored. */
        record Signed(Seen seen, Cosignature cosignature) implements Answer {
            @Override public int status() {
                return 200;
            }
        }

        /** 409: the one who asks does not start from the size this witness last signed. */
        record Stale(long size) implements Answer {
            @Override public int status() {
                return 409;
            }
        }

        /** 400 not understood, 403 no trusted signature, 404 unknown log, 422 not consistent. */
        record Refused(int status, Means by, String detail) implements Answer {}
    }

    private final SigningKey key;
    private final List<VerifierKey> logs;

    /** A witness with a key of kind {@code COSIGNATURE} for logs with keys of kind {@code NOTE}; a log that changes its key has two. */
    public Witness(SigningKey key, Collection<VerifierKey> logs) {
        if (key.verifier().kind() != VerifierKey.Kind.COSIGNATURE || logs.stream().anyMatch(log -> log.kind() != VerifierKey.Kind.NOTE)) throw new IllegalArgumentException("a key of the wrong kind");
        this.key = key;
        this.logs = List.copyOf(logs);
    }

    public VerifierKey verifier() {
        return key.verifier();
    }

    public boolean knows(String origin) {
        return logs.stream().anyMatch(log -> log.name().equals(origin));
    }

    /**
     * Decides about the body of a request.
     *
     * @param stored what was last signed for an origin
     * @param time seconds since 1970, at least 1
     */
    public Answer decide(byte[] body, Function<String, Optional<Seen>> stored, long time) {
        return switch (AddCheckpoint.read(body)) {
            case Outcome.Done<AddCheckpoint>(var request) -> decide(request, stored, time);
            case Outcome.Refused<AddCheckpoint>(var by, var detail) -> new Answer.Refused(400, by, detail);
        };
    }

    private Answer decide(AddCheckpoint request, Function<String, Optional<Seen>> stored, long time) {
        var origin = request.checkpoint().text().lines().findFirst().orElse("");
        if (!knows(origin)) return new Answer.Refused(404, Means.ORIGIN, "no log of that name");
        var text = request.checkpoint().text();
        var signatures = request.checkpoint().lines().stream().filter(line -> logs.stream().anyMatch(log -> log.name().equals(origin) && log.isNamedIn(line))).toList();
        if (signatures.isEmpty() || !signatures.stream().allMatch(line -> verifies(origin, text, line))) return new Answer.Refused(403, Means.SIGNATURE, "no valid signature of " + origin);
        return switch (Checkpoint.read(text)) {
            // The hash of nothing is part of being well formed here, and the specification wants 422 for a wrong one.
            case Outcome.Refused<Checkpoint>(var by, var detail) -> new Answer.Refused(text.startsWith(origin + "\n0\n") ? 422 : 400, by, detail);
            case Outcome.Done<Checkpoint>(var checkpoint) -> compare(request, checkpoint, stored.apply(origin).map(Seen::checkpoint), new SignedNote(text, signatures), time);
        };
    }

    private boolean verifies(String origin, String text, SignedNote.Line line) {
        return logs.stream().filter(log -> log.name().equals(origin) && log.isNamedIn(line)).anyMatch(log -> log.verifies(text, line));
    }

    private Answer compare(AddCheckpoint request, Checkpoint checkpoint, Optional<Checkpoint> last, SignedNote note, long time) {
        long size = last.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() > checkpoint.size()) return new Answer.Refused(400, Means.SHRUNK, "the old size is above the new one");
        if (request.oldSize() != size) return new Answer.Stale(size);
        var proof = new ConsistencyProof(size, checkpoint.size(), request.proof());
        return switch (proof.check(last.map(Checkpoint::root).orElse(Hash.OF_NOTHING), checkpoint.root())) {
            case Outcome.Refused<Hash>(var by, var detail) -> new Answer.Refused(422, by, detail);
            case Outcome.Done<Hash> _ -> {
                var cosignature = Cosignature.sign(note.text(), time, key);
                yield new Answer.Signed(new Seen(checkpoint, note.with(cosignature.line())), cosignature);
            }
        };
    }
}
