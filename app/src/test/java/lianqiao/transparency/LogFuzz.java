package lianqiao.transparency;

import static lianqiao.fuzz.Target.promise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lianqiao.fuzz.Target;
import lianqiao.tlog.AddCheckpoint;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.EntryBundle;
import lianqiao.tlog.Hash;
import lianqiao.tlog.InclusionProof;
import lianqiao.tlog.LeafText;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Receipt;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;

/** The formats of the public log: whatever was read is written as the same bytes, and nobody's bytes pass for ours. */
public final class LogFuzz {
    public static final List<Target> TARGETS = List.of(new Target("note", LogFuzz::note), Target.ofText("checkpoint", LogFuzz::checkpoint), new Target("receipt", LogFuzz::receipt),
            Target.ofText("verifier-key", LogFuzz::verifierKey), Target.ofText("signing-key", LogFuzz::signingKey), Target.ofText("policy", LogFuzz::policy),
            new Target("bundle", LogFuzz::bundle), new Target("leaf", LogFuzz::leaf), new Target("add-checkpoint", LogFuzz::addCheckpoint),
            Target.ofText("leaf-json", LogFuzz::leafJson).slow(), Target.ofText("witness-list", LogFuzz::witnesses), Target.ofText("receipt-opening", LogFuzz::opening).slow(),
            lianqiao.tlog.verify.HttpFuzz.TARGET);
    private static final SigningKey KEY = key();
    private static final Policy OURS = Policy.of(KEY.verifier());
    private static final byte[] ENTRY = "{\"case\":\"20261123-000001-4\",\"commit\":{\"text\":\"AA\"},\"ev\":\"CaseReceived\",\"n\":1,\"t\":\"2026-11-23T03:00:00Z\",\"v\":1}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RECEIPT = Receipt.of(ENTRY, new InclusionProof(0, 1, List.of()), new Checkpoint("town.example/log", 1, Hash.ofLeaf(ENTRY)).sign(KEY)).encode();

    private LogFuzz() {}

    private static void note(byte[] bytes) {
        if (SignedNote.read(bytes) instanceof Outcome.Done<SignedNote>(var note)) promise(Arrays.equals(note.encode(), bytes), "a note is written as it was read");
        promise(!(Checkpoint.open(bytes, KEY.verifier()) instanceof Outcome.Done<Checkpoint>), "nobody signs for us");
    }

    private static void checkpoint(String text) {
        if (Checkpoint.read(text) instanceof Outcome.Done<Checkpoint>(var read)) promise(text.startsWith(read.text()) && read.size() >= 0, "a checkpoint is written as it was read");
    }

    private static void receipt(byte[] bytes) {
        if (!(Receipt.read(bytes) instanceof Outcome.Done<Receipt>(var receipt))) return;
        promise(Arrays.equals(receipt.encode(), bytes), "a receipt is written as it was read");
        promise(!(receipt.check(OURS) instanceof Outcome.Done<Receipt.Proven>) || Arrays.equals(bytes, RECEIPT), "nobody signs for us");
        new Verification(OURS).of(bytes, "{}");
    }

    private static void verifierKey(String text) {
        if (VerifierKey.read(text) instanceof Outcome.Done<VerifierKey>(var key)) promise(key.vkey().equals(text.strip()), "a key is written as it was read");
    }

    private static void signingKey(String text) {
        if (SigningKey.read(text) instanceof Outcome.Done<SigningKey>(var key)) promise(key.encode().equals(text.strip()) && !key.toString().contains(text.strip()), "a key is written as it was read, and never printed");
    }

    private static void policy(String text) {
        Policy.read(text);
    }

    private static void bundle(byte[] bytes) {
        for (int width : new int[] {1, 2, 256}) {
            if (!(EntryBundle.decode(bytes, width) instanceof Outcome.Done<List<byte[]>>(var entries))) continue;
            var again = EntryBundle.encode(entries);
            promise(entries.size() == width && Arrays.equals(again, Arrays.copyOf(bytes, again.length)), "a bundle is written as it was read");
        }
    }

    private static void leaf(byte[] bytes) {
        if (LeafText.read(bytes) instanceof Outcome.Done<LeafText>(var leaf)) {
            promise(new String(bytes, StandardCharsets.UTF_8).contains("\"ev\""), "a leaf says what happened: " + leaf);
            new Verification(OURS).commitments(bytes);
        }
    }

    private static void addCheckpoint(byte[] bytes) {
        if (AddCheckpoint.read(bytes) instanceof Outcome.Done<AddCheckpoint>(var request)) promise(Arrays.equals(request.encode(), bytes), "a request is written as it was read");
    }

    /** What our writer writes, the reader of the verifier reads, whatever the texts are; two programs that disagree would prove nothing. */
    private static void leafJson(String text) {
        if (!text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) return;
        int half = text.length() / 2;
        var json = CanonicalJson.of(Map.of("ev", text, "t", "2026-11-23T03:00:00Z", "v", 1, "facts", Map.of("a" + text.substring(0, half), text.substring(half), "yes", true)));
        var read = LeafText.read(json.getBytes(StandardCharsets.UTF_8));
        promise(read instanceof Outcome.Done<LeafText>(var leaf) && leaf.event().equals(text), "what is written can be read");
    }

    private static void witnesses(String text) {
        try {
            LogSettings.addresses(text);
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
    }

    private static void opening(String text) {
        var verified = new Verification(OURS).of(RECEIPT, text);
        promise(verified.entry() != null && verified.opened().stream().noneMatch(Verified.Opened::same), "nobody opens a commitment without its salt");
    }

    private static SigningKey key() {
        if (SigningKey.of("town.example/log", VerifierKey.Kind.NOTE, new byte[32]) instanceof Outcome.Done<SigningKey>(var key)) return key;
        throw new IllegalStateException();
    }
}
