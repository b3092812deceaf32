package lianqiao.tlog;

import java.util.List;

/**
 * What a log signs: its name, how many entries it has and the root over them (C2SP tlog-checkpoint). Extension lines of other
 * logs are read and kept, never written by {@link #text}. Immutable and thread-safe.
 *
 * @param origin the log's name, equal to the name of its key
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0) throw new IllegalArgumentException("no checkpoint: " + origin + " " + size);
    }

    /** The checkpoint of a tree. */
    public static Checkpoint of(String origin, Tree tree) {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    /** Reads the text of a note. Only the first three lines mean something; none may be empty. */
    public static Outcome<Checkpoint> read(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || List.of(lines).subList(0, lines.length - 1).stream().anyMatch(String::isEmpty)) return refused("a checkpoint has three lines");
        var size = Decimal.read(lines[1]);
        var root = Hash.read(lines[2]);
        if (size.isEmpty() || root.isEmpty()) return refused("no size or no root in the checkpoint");
        if (size.getAsLong() == 0 && !root.get().equals(Hash.OF_NOTHING)) return refused("a root over no entries that is not the hash of nothing");
        return Outcome.done(new Checkpoint(lines[0], size.getAsLong(), root.get()));
    }

    /** Reads and verifies a checkpoint of one log by its key alone, asking for no witness. */
    public static Outcome<Checkpoint> open(byte[] note, VerifierKey log) {
        return Policy.of(log).open(note).map(Policy.Opened::checkpoint);
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The signed note; the key's name must be the origin. */
    public SignedNote sign(SigningKey key) {
        if (!key.verifier().name().equals(origin)) throw new IllegalArgumentException("the key of " + key.verifier().name() + " signs for no other log");
        return new SignedNote(text(), List.of(key.sign(text())));
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }
}
