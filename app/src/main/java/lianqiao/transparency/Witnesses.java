package lianqiao.transparency;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lianqiao.outside.Answer;
import lianqiao.outside.Call;
import lianqiao.outside.WayOut;
import lianqiao.tlog.AddCheckpoint;
import lianqiao.tlog.ConsistencyProof;
import lianqiao.tlog.Cosignature;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Subtrees;

/**
 * Asks the witnesses for their cosignatures (C2SP tlog-witness), all at once. Each call is bounded in time and in what it
 * reads; what comes back is verified before anybody believes it. Thread-safe.
 */
final class Witnesses {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 16 * 1024;
    /** One for the proof from the size we thought, one from the size the witness says, one more if it has moved meanwhile. */
    private static final int TRIES = 3;

    private final WayOut out;

    Witnesses(WayOut out) {
        this.out = out;
    }

    /** What a witness said. */
    sealed interface Said {
        /** It signed. */
        record Signed(Cosignature cosignature) implements Said {}

        /** It has signed a larger log than this one. */
        record Ahead(long size) implements Said {}

        /** It says that this log is not the continuation of what it has signed. */
        record Disputed() implements Said {}

        /** It did not answer, or not with what was asked. */
        record Silent(String why) implements Said {}
    }

    /** A checkpoint with its size, and where its tree can be read for proofs. */
    record Asked(SignedNote note, long size, Subtrees tree) {}

    /** Asks each, starting from the size it is thought to have. */
    Map<LogSettings.Address, Said> ask(Asked asked, Map<LogSettings.Address, Long> sizes) {
        var said = new LinkedHashMap<LogSettings.Address, Said>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new LinkedHashMap<LogSettings.Address, Future<Said>>();
            sizes.forEach((witness, size) -> calls.put(witness, threads.submit(() -> ask(witness, asked, size))));
            calls.forEach((witness, call) -> said.put(witness, wait(call)));
        }
        return said;
    }

    private static Said wait(Future<Said> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            return new Said.Silent(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said.Silent("interrupted");
        }
    }

    private Said ask(LogSettings.Address witness, Asked asked, long startingFrom) throws IOException {
        long old = Math.min(startingFrom, asked.size());
        for (int turn = 0; turn < TRIES; turn++) {
            ConsistencyProof proof;
            // The tree keeps tiles it has read and is not made for several threads.
            synchronized (asked.tree()) {
                proof = ConsistencyProof.of(old, asked.size(), asked.tree());
            }
            var answer = post(witness.submission().resolve("add-checkpoint"), new AddCheckpoint(old, proof.hashes(), asked.note()).encode());
            switch (answer.status()) {
                case 200 -> { return signed(witness, asked.note(), answer.text()); }
                case 409 -> {
                    if (!(answer.text().strip().matches("[0-9]{1,18}"))) return new Said.Silent("409 without a size");
                    old = Long.parseLong(answer.text().strip());
                    if (old > asked.size()) return new Said.Ahead(old);
                }
                case 422 -> { return new Said.Disputed(); }
                default -> { return new Said.Silent("status " + answer.status()); }
            }
        }
        return new Said.Silent("its size changes with every question");
    }

    private Answer post(URI address, byte[] body) throws IOException {
        return out.ask(Call.post(address, Map.of(), body, PATIENCE, MOST_BYTES));
    }

    private static Said signed(LogSettings.Address witness, SignedNote note, String body) {
        if (!(SignedNote.readLines(body) instanceof Outcome.Done<List<SignedNote.Line>>(var lines))) return new Said.Silent("an answer that is no signature");
        for (var line : lines) {
            var cosignature = Cosignature.read(line).filter(one -> one.isBy(witness.key(), note.text()));
            if (cosignature.isPresent()) return new Said.Signed(cosignature.get());
        }
        return new Said.Silent("a signature by somebody else");
    }
}
