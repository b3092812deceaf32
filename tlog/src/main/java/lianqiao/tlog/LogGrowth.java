package lianqiao.tlog;

import java.io.IOException;

/**
 * Follows a log from a tree one has verified before to the one its newest checkpoint signs, entry by entry: what a monitor
 * does. Only the entries between are read. Stateless and thread-safe.
 */
public final class LogGrowth {
    /** Takes each new entry, in order, and what it says if it is a leaf. What it makes of them counts only when the whole growth was accepted. */
    @FunctionalInterface
    public interface Reader {
        void entry(long index, byte[] entry, Outcome<LeafText> leaf);
    }

    private LogGrowth() {}

    /**
     * The tree of the checkpoint, when it continues the tree one had.
     *
     * @param before not changed
     * @throws IOException when reading was interrupted; files that cannot be read are a refusal
     */
    public static Outcome<Tree> follow(LogSource source, Tree before, Checkpoint now, Reader reader) throws IOException {
        if (now.size() < before.size()) return Outcome.refused(Means.SHRUNK, "the log has " + now.size() + " entries, it had " + before.size());
        var tree = before.copy();
        var read = new BundleReader(source, false, true).read(before.size(), now.size(), bundle -> {
            for (int i = (int) Math.max(0, before.size() - bundle.first()); i < bundle.tile().width(); i++) {
                reader.entry(bundle.first() + i, bundle.entry(i), bundle.leaves().get(i));
                tree.append(Hash.at(bundle.hashes(), i * Hash.LENGTH));
            }
            return true;
        });
        return read.then(_ -> {
            if (tree.root().equals(now.root())) return Outcome.done(tree);
            return Outcome.refused(now.size() == before.size() ? Means.SPLIT : Means.APPEND_ONLY, "what was verified at " + before.size() + " entries and the entries since lead to another root");
        });
    }
}
