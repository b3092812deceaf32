package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Notes, checkpoints, policies and leaves are read strictly; what is not exactly right is refused and breaks nothing. */
class NotesTest {
    private static final String GOOD = new String(Town.cosigned(Town.entries(0, 5)).encode(), StandardCharsets.UTF_8);
    private static final String WITNESS = Vectors.WITNESS.verifier().vkey();

    @Test void aTextWithEmptyLinesIsDividedAtTheLastOne() {
        var text = "first\n\n\nlast\n";
        var note = SignedNote.read(new SignedNote(text, List.of(Vectors.LOG.sign(text))).encode()).orThrow();
        assertEquals(text, note.text());
        assertTrue(Vectors.LOG.verifier().verifies(note.text(), note.lines().getFirst()));
    }

    @Test void sixtyFourSignaturesAreReadAndOneMoreIsNot() {
        var note = Town.cosigned(Town.entries(0, 5));
        for (int i = 2; i < SignedNote.MOST_LINES; i++) note = note.with(new SignedNote.Line("stranger.example/" + i, i, new byte[] {1}));
        assertTrue(Town.WITNESSED.open(note.encode()).isDone());
        assertEquals(Means.FORMAT, by(SignedNote.read(note.with(note.lines().getFirst()).encode())));
    }

    @Test void whatIsNoNoteIsRefused() {
        for (var wrong : List.of("", "\n", "\n\n", "text\n", "text\n\n", "text\n\nno signature\n", GOOD.replace("\n\n", "\n"), GOOD.substring(0, GOOD.length() - 1), GOOD.replace("2027", "\t2027"),
                GOOD.replace("\u2014", "-"), GOOD + "\n", GOOD.replace("w1 ", "w1  "), GOOD.replace("w1 ", "w\u30001 "), GOOD.replace("witness.example/w1", "a+b"))) {
            assertFalse(Town.WITNESSED.open(Vectors.bytes(wrong)).isDone(), wrong);
        }
        assertEquals(Means.FORMAT, by(SignedNote.read(new byte[] {'a', '\n', '\n', (byte) 0xc3, '\n'})));
        assertEquals(Means.FORMAT, by(SignedNote.read(new byte[SignedNote.LARGEST + 1])));
    }

    @Test void noTurnedBitOfACosignedCheckpointIsAccepted() {
        var bytes = Vectors.bytes(GOOD);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var spoiled = bytes.clone();
            spoiled[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(Town.WITNESSED.open(spoiled).isDone(), "bit " + bit);
        }
    }

    @Test void aWrongSignatureByAKnownKeySpoilsTheNoteEvenWhereNobodyAsksForIt() {
        var note = Vectors.checkpoint(Town.entries(0, 5));
        var other = Cosignature.sign("another text\n", 5, Vectors.WITNESS).line();
        assertEquals(Means.SIGNATURE, by(Town.WITNESSED.withoutQuorum().open(note.with(other))));
        assertEquals(Means.SIGNATURE, by(Town.ALONE.open(note.with(Vectors.LOG.sign("another text\n")))));
        assertTrue(Town.ALONE.open(note.with(other)).isDone(), "of keys one does not know, nothing is asked");
        assertTrue(Town.ALONE.open(note.with(new SignedNote.Line(Vectors.ORIGIN, 7, new byte[64]))).isDone());
    }

    @Test void randomBytesBreakNothing() {
        var chance = new Random(5);
        var letters = "\n\n\n old 01AB=+/{}[]\":,\u2014c2sp.org/tlog-proof@v1index extra";
        for (int i = 0; i < 2000; i++) {
            var bytes = new byte[chance.nextInt(300)];
            for (int j = 0; j < bytes.length; j++) bytes[j] = (byte) letters.charAt(chance.nextInt(letters.length()));
            assertFalse(Town.WITNESSED.open(bytes).isDone());
            assertFalse(Receipt.read(bytes).isDone());
            assertFalse(AddCheckpoint.read(bytes).isDone());
            assertFalse(LeafText.read(bytes).isDone());
        }
    }

    @Test void aCheckpointIsReadInItsOneForm() {
        var root = Hash.OF_NOTHING.base64();
        assertTrue(Checkpoint.read("a\n0\n" + root + "\n").isDone());
        assertTrue(Checkpoint.read("a\n7\n" + root + "\nan extension\n").isDone());
        for (var wrong : List.of("", "\n", "a\n", "a\n1\n" + root, "a\n01\n" + root + "\n", "a\n-1\n" + root + "\n", "a\n9223372036854775808\n" + root + "\n", "a\n1\n" + root + "\n\n",
                "\n1\n" + root + "\n", "a\n1\n" + root.replace("=", "") + "\n", "a\n1\nAAAA\n", "a\n0\n" + Hash.ofLeaf(new byte[0]).base64() + "\n", "a\n1\n" + root.substring(0, 42) + "V=\n")) {
            assertFalse(Checkpoint.read(wrong).isDone(), wrong);
        }
    }

    @Test void keysOfTheWrongLengthKindOrIdentifierAreRefused() {
        var good = Vectors.LOG.verifier().vkey();
        for (var wrong : List.of("", "a", "a+b", "a+00000000+AAAA", good.replace("445b31da", "445b31db"), good.replace("lianqiao", "other"), good.replace("+AQOh", "+AgOh"), good + "=", " x+" + good)) {
            assertFalse(VerifierKey.read(wrong).isDone(), wrong);
        }
        assertTrue(VerifierKey.read(good + "\n").isDone());
        assertFalse(SigningKey.draw("a name", VerifierKey.Kind.NOTE).isDone());
        assertFalse(Vectors.LOG.toString().contains(Base64Text.encode(Vectors.seed(0)).substring(0, 20)));
    }

    @Test void aPolicyCountsGroupsOfWitnesses() {
        var other = SigningKey.draw("other.example/w", VerifierKey.Kind.COSIGNATURE).orThrow();
        var head = "# whom we trust\nlog " + Vectors.LOG.verifier() + " https://lianqiao.example/log/2027\n\twitness one " + WITNESS + "\nwitness two " + other.verifier() + " https://other.example\n";
        var note = Town.cosigned(Town.entries(0, 5));
        var both = note.with(Cosignature.sign(note.text(), 5, other).line());
        assertTrue(Policy.read(head + "quorum none\n").orThrow().open(Vectors.checkpoint(Town.entries(0, 5))).isDone());
        assertTrue(Policy.read(head + "quorum one").orThrow().open(note).isDone());
        assertTrue(Policy.read(head + "group g any one two\nquorum g").orThrow().open(note).isDone());
        assertEquals(Means.QUORUM, by(Policy.read(head + "group g all one two\nquorum g").orThrow().open(note)));
        assertTrue(Policy.read(head + "group g 2 one two\nquorum g").orThrow().open(both).isDone());
        assertEquals(2, Policy.read(head + "quorum one").orThrow().open(both).orThrow().cosignatures().size());
        for (var wrong : List.of("", "quorum three", "group g 3 one two\nquorum g", "group g 0 one\nquorum g", "group g any one\ngroup h any one g\nquorum h", "group one any two\nquorum one",
                "quorum one\nquorum two", "witness three " + WITNESS + "\nquorum none", "witness none " + WITNESS, "log " + WITNESS + "\nquorum none", "quorum", "nonsense\nquorum none")) {
            assertFalse(Policy.read(head + wrong).isDone(), wrong);
        }
    }

    @Test void aReceiptIsReadInItsOneForm() throws Exception {
        var tree = new RandomTrees(Town.entries(0, 5));
        var receipt = Receipt.of(Town.entries(0, 5).get(3), InclusionProof.of(3, 5, tree.subtrees()), Town.cosigned(Town.entries(0, 5)));
        var text = new String(receipt.encode(), StandardCharsets.UTF_8);
        assertArrayEquals(receipt.encode(), Receipt.read(receipt.encode()).orThrow().encode());
        assertTrue(Receipt.read(receipt.encode()).orThrow().check(Town.WITNESSED).isDone());
        assertEquals(Means.INCLUSION, by(receipt.check(Town.WITNESSED, Vectors.bytes("another entry"))));
        assertEquals(Means.INCLUSION, by(Receipt.read(Vectors.bytes(text.replace("index 3", "index 2"))).orThrow().check(Town.WITNESSED)));
        assertEquals(Means.INCLUSION, by(Receipt.read(Vectors.bytes(text.replace("index 3", "index 5"))).orThrow().check(Town.WITNESSED)));
        for (var wrong : List.of(text.replace("v1", "v2"), text.replace("index 3", "index 03"), text.replace("index 3\n", ""), text.replace("extra ", "extra  "), text.replaceFirst("\n\n", "\n"))) {
            assertFalse(Receipt.read(Vectors.bytes(wrong)).then(read -> read.check(Town.WITNESSED)).isDone(), wrong);
        }
    }

    @Test void aLeafIsReadOnlyInCanonicalForm() {
        var good = "{\"case\":\"20261123-000017-4\",\"ev\":\"CaseReceived\",\"facts\":{\"channel\":\"import\"},\"n\":1,\"t\":\"2026-11-23T01:12:44Z\",\"v\":1}";
        var leaf = LeafText.read(Vectors.bytes(good)).orThrow();
        assertEquals(new LeafText("CaseReceived", "20261123-000017-4", 1_795_396_364L, true), leaf);
        assertTrue(LeafText.read(Vectors.bytes(good.replace("17-4", "\\n\\u0001\u8def"))).isDone());
        for (var wrong : List.of(good + " ", " " + good, good.replace(":1}", ": 1}"), good.replace("\"v\":1", "\"v\":2"), good.replace("\"v\":1", "\"v\":1,\"v\":1"), good.replace("\"n\"", "\"a\""), good.replace("Z\"", "\""),
                good.replace("17-4", "\\u0041"), good.replace("17-4", "\\u000a"), good.replace("17-4", "\n"), good.replace(":1,", ":01,"), good.replace(":1,", ":1.0,"), good.substring(0, good.length() - 1), "{".repeat(5000), "[" + good + "]")) {
            assertFalse(LeafText.read(Vectors.bytes(wrong)).isDone(), wrong);
        }
    }

    @Test void importedCasesMayBeOldAndOthersMayNot() {
        var times = new EntryTimes(List.of(Kept.of("a receipt", Town.WITNESSED.open(Town.cosigned(Town.entries(0, 5))).orThrow())), 60);
        long before = Town.timeAt(5) - 100_000;
        assertTrue(times.check(5, new LeafText("CaseReceived", "a", before, true)).isEmpty());
        assertTrue(times.check(6, new LeafText("ReplyPublished", "a", before + 5, false)).isEmpty());
        assertEquals(Means.ENTRY_TIME, times.check(7, new LeafText("ReplyPublished", "b", before, false)).orElseThrow().by());
        assertEquals(Means.ENTRY_TIME, times.check(4, new LeafText("ReplyPublished", "b", Town.timeAt(5) + 61, false)).orElseThrow().by());
        assertTrue(times.check(4, new LeafText("ReplyPublished", "b", Town.timeAt(5) + 60, false)).isEmpty());
    }

    private static Means by(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).by();
    }
}
