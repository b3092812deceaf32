package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every answer the specification gives a status to, and none that would sign two histories. */
class WitnessTest {
    private final List<byte[]> entries = Vectors.entries(20);
    private final RandomTrees tree = new RandomTrees(entries);
    private final Witness witness = new Witness(Vectors.WITNESS, List.of(Vectors.LOG.verifier()));

    @Test void aLogThatGrowsIsSignedAndTheSameSizeOnceMoreToo() throws IOException {
        var signed = assertInstanceOf(Witness.Answer.Signed.class, ask(0, 0, 7));
        assertTrue(signed.cosignature().isBy(Vectors.WITNESS.verifier(), Vectors.checkpoint(entries.subList(0, 7)).text()));
        assertEquals(200, ask(7, 7, 20).status());
        assertEquals(200, ask(20, 20, 20).status());
        assertEquals(2, signed.seen().note().lines().size());
    }

    @Test void whoeverStartsFromAnotherSizeIsToldTheStoredOne() throws IOException {
        assertEquals(new Witness.Answer.Stale(7), ask(7, 3, 20));
        assertEquals(new Witness.Answer.Stale(7), ask(7, 0, 3));
        assertEquals(new Witness.Answer.Stale(0), ask(0, 3, 20));
    }

    @Test void anOldSizeAboveTheNewOneIsNotUnderstood() throws IOException {
        assertEquals(400, decide(new AddCheckpoint(7, List.of(), Vectors.checkpoint(entries.subList(0, 3))), 7).status());
    }

    @Test void aHistoryThatDoesNotContinueWhatWasSignedIsRefusedWhateverTheProof() throws IOException {
        var other = new java.util.ArrayList<>(entries);
        other.set(2, Vectors.bytes("another"));
        var forged = Vectors.checkpoint(other);
        assertEquals(422, decide(new AddCheckpoint(7, ConsistencyProof.of(7, 20, new RandomTrees(other).subtrees()).hashes(), forged), 7).status());
        assertEquals(422, decide(new AddCheckpoint(20, List.of(), forged), 20).status());
        assertEquals(422, decide(new AddCheckpoint(7, List.of(), Vectors.checkpoint(entries)), 7).status());
        assertEquals(422, decide(new AddCheckpoint(0, List.of(tree.leaf(0)), Vectors.checkpoint(entries)), 0).status());
        var empty = new Checkpoint(Vectors.ORIGIN, 0, tree.leaf(0)).sign(Vectors.LOG);
        assertEquals(422, decide(new AddCheckpoint(0, List.of(), empty), 0).status());
    }

    @Test void unknownLogsAndForeignKeysAreRefused() {
        var key = SigningKey.of("other.example", VerifierKey.Kind.NOTE, Vectors.seed(0)).orThrow();
        assertEquals(404, decide(new AddCheckpoint(0, List.of(), new Checkpoint("other.example", 0, Hash.OF_NOTHING).sign(key)), 0).status());
        var foreign = SigningKey.of(Vectors.ORIGIN, VerifierKey.Kind.NOTE, Vectors.seed(9)).orThrow();
        var note = new Checkpoint(Vectors.ORIGIN, 0, Hash.OF_NOTHING).sign(foreign);
        assertEquals(403, decide(new AddCheckpoint(0, List.of(), note), 0).status());
        var forged = new SignedNote.Line(Vectors.ORIGIN, Vectors.LOG.verifier().keyId(), note.lines().getFirst().signature());
        assertEquals(403, decide(new AddCheckpoint(0, List.of(), note.with(forged)), 0).status());
        assertEquals(403, decide(new AddCheckpoint(0, List.of(), Vectors.checkpoint(entries).with(forged)), 0).status());
    }

    @Test void whatIsNoRequestIsNotUnderstood() {
        for (var body : List.of("", "old", "old 1\n\n", "old 01\n\nx\n1\n", "old -1\n\n", "old 0\nAAAA\n\n" + new String(Vectors.checkpoint(entries).encode(), java.nio.charset.StandardCharsets.UTF_8))) {
            assertEquals(400, witness.decide(Vectors.bytes(body), _ -> Optional.empty(), 1).status(), body);
        }
        assertEquals(400, witness.decide(new byte[] {(byte) 0xff, '\n', '\n'}, _ -> Optional.empty(), 1).status());
        assertEquals(400, witness.decide(new byte[AddCheckpoint.LARGEST + 1], _ -> Optional.empty(), 1).status());
    }

    private Witness.Answer ask(int stored, int old, int size) throws IOException {
        return decide(new AddCheckpoint(old, ConsistencyProof.of(old, size, tree.subtrees()).hashes(), Vectors.checkpoint(entries.subList(0, size))), stored);
    }

    private Witness.Answer decide(AddCheckpoint request, int stored) {
        var note = Vectors.checkpoint(entries.subList(0, stored));
        var seen = new Witness.Seen(Checkpoint.read(note.text()).orThrow(), note);
        return witness.decide(request.encode(), _ -> stored == 0 ? Optional.empty() : Optional.of(seen), 1);
    }
}
